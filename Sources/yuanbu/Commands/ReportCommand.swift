import ArgumentParser
import Formats
import Foundation
import Indicators
import Registers
import Reports
import Storage

/// Compiles a report and writes it to a file.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "report", abstract: "编制报告。Compile a report.")

    /// What a report can be written as.
    enum Format: String, ExpressibleByArgument, CaseIterable { case html, docx, pdf, json, text }

    @OptionGroup var argument: SiteArgument
    @OptionGroup var which: ReportArgument
    @Option(name: .customLong("as-of"), help: "当时所知：变更号、日期或时刻。As known at a change, a day or a moment.") var asOf: String?
    @Option(help: "某一签发版，原样取出并核对校验码。An edition, as it was released; its digest is checked.") var edition: Int?
    @Flag(name: .customLong("since-edition"), help: "与最近签发版相比，哪些数变了。What has moved since the latest edition.") var sinceEdition = false
    @Option(help: "第几稿，见 yuanbu draft。A draft that was written.") var draft: Int?
    @Option(help: "花脸稿：与第几版比，增删都标出。Lay the report over that edition: what was struck out and put in.") var against: Int?
    @Option(help: "html、docx、pdf、json 或 text。") var format: Format = .text
    @Option(help: "写到哪个文件；不写就输出到屏幕。The file to write; the screen where it is left out.") var out: String?

    @Option(help: "发文字号，有了它就有红头。The number of the document, which gives it its red head.") var number: String?
    @Option(help: "签发人。Who signs.") var signer: String?
    @Option(help: "抄送机关，可写多个。Whom a copy goes to; may be given several times.") var copy: [String] = []
    @Option(help: "印发机关，有了它就有版记。Who prints it, which gives it its imprint.") var printer: String?

    func validate() throws {
        if format == .docx || format == .pdf, out == nil {
            throw ValidationError("\(format.rawValue) 要写到文件：加上 --out 报告.\(format.rawValue)。A \(format.rawValue) needs --out FILE.")
        }
        if edition != nil, draft != nil { throw ValidationError("--edition 和 --draft 写一个。Give either --edition or --draft.") }
        if edition != nil, asOf != nil {
            throw ValidationError("签发版只有一个样子：--edition 和 --as-of 写一个。An edition is what it is: give --edition or --as-of.")
        }
    }

    func run() throws {
        let declared = try Declared.book(in: argument.folder, readOnly: true)
        let book = declared.book
        if which.report == Commitments.reportName { return try promises(declared) }
        if sinceEdition {
            return try EditionTold(Drafts(declared.figures, declared.reports), try which.id(declared), try which.asked(), edition).tell()
        }
        let compiled = try edition.map { try frozen($0, book) } ?? live(declared)
        if let against { return try overlay(compiled, over: try frozen(against, book), book) }
        let data: Data =
            switch format {
            case .html: Data(ReportHTML(compiled).page.utf8)
            case .docx: try docx(compiled, book)
            case .pdf: try Printer.pdf(of: try docx(compiled, book))
            case .json: try ReportJSON(compiled).data()
            case .text: Data(compiled.plainText.utf8)
            }
        guard try write(data), let out else { return }
        let left = compiled.claims.count { !$0.isPrinted }
        Terminal.say(
            zh: "已写入 \(out)：\(compiled.claims.count) 条结论性表述中 \(left) 条没有写进正文。",
            en: "Written to \(out): \(left) of \(compiled.claims.count) claims were left out of the text.")
    }

    /// Writes to the screen or to the file; tells whether it was the file.
    private func write(_ data: Data) throws -> Bool {
        guard let out else {
            FileHandle.standardOutput.write(data)
            return false
        }
        do { try data.write(to: URL(fileURLWithPath: out), options: .atomic) } catch {
            throw Refused(zh: "写不进“\(out)”。请看文件夹是否存在、可写。", en: "“\(out)” can't be written. See whether its folder exists and may be written.")
        }
        return true
    }

    /// What the plan for the year promised, and where each of it stands.
    private func promises(_ declared: Declared) throws {
        let period = try which.asked()
        guard period.kind == .year else { throw Refused(zh: "兑现清单按年度列。", en: "Promises are listed by the year.") }
        let list = try declared.book.store.read { reading in
            let change = try AsOf.change(asOf, declared.catalogue.site, in: reading)
            return try Commitments(period.year, declared.figures, asOf: change, in: reading)
        }
        switch format {
        case .text: _ = try write(Data((CommitmentsText(list, Terminal.language).lines.joined(separator: "\n") + "\n").utf8))
        case .json: _ = try write(try CommitmentsJSON(list).data())
        case .html, .docx, .pdf:
            throw Refused(
                zh: "兑现清单写成 text 或 json；网页在 /promises。", en: "Promises are written as text or json; their page is /promises.")
        }
    }

    /// The report with what differs from an edition struck out and put in.
    private func overlay(_ newer: CompiledReport, over older: CompiledReport, _ book: Book) throws {
        let blackline = try Blackline(from: older, to: newer)
        let title = BlacklineTold.title(older, newer)(Terminal.language)
        let data: Data =
            switch format {
            case .text: Data(blackline.plainText.utf8)
            case .html: Data(BlacklineHTML(blackline, title: title).page.utf8)
            case .json: try BlacklineTold(blackline, older, newer).data()
            case .docx: try overlaid(blackline, newer, book, title)
            case .pdf: try Printer.pdf(of: try overlaid(blackline, newer, book, title))
            }
        guard try write(data), let out else { return }
        Terminal.say(zh: "已写入 \(out)：改动 \(blackline.count) 处。", en: "Written to \(out): \(blackline.count) places changed.")
    }

    private func overlaid(_ blackline: Blackline, _ newer: CompiledReport, _ book: Book, _ title: String) throws -> Data {
        let made = newer.edition?.released ?? newer.lastChange.at.day(offset: book.catalogue.site.offset) ?? newer.lastChange.day
        return try DocumentWriter(BlacklineDocument(blackline, title: title, author: newer.organisation.zh, made: made).document).data()
    }

    private var imprint: ReportImprint { ReportImprint(number: number, signer: signer, copies: copy, printer: printer) }

    private func live(_ declared: Declared) throws -> CompiledReport {
        let (id, period) = (try which.id(declared), try which.asked())
        let drafts = Drafts(declared.figures, declared.reports)
        return try declared.book.store.read { reading in
            let change = try AsOf.change(asOf, declared.catalogue.site, in: reading)
            if let draft { return try drafts.report(id, period, draft: draft, asOf: change, in: reading) }
            return try drafts.report(id, period, asOf: change, in: reading)
        }
    }

    /// An edition as it was released, whether its report is still declared or not; refused where it was altered since.
    private func frozen(_ number: Int, _ book: Book) throws -> CompiledReport {
        guard let id = Name(which.report) else { throw Refused(zh: "没有报告“\(which.report)”。", en: "There is no report “\(which.report)”.") }
        let editions = Editions(book)
        let period = try which.asked()
        let found = try book.store.read { reading in
            try editions.frozen(try editions.edition(id, period, number: number, in: reading), in: reading)
        }
        try found.demandIntact()
        return found.report
    }

    private func docx(_ report: CompiledReport, _ book: Book) throws -> Data {
        let made = report.lastChange.at.day(offset: book.catalogue.site.offset) ?? report.lastChange.day
        return try DocumentWriter(ReportDocument(report, made: made, declarations: book.catalogue.digest, imprint: imprint).document).data()
    }
}
