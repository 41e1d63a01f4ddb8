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
    @Argument(help: ArgumentHelp("报告，如 annual The report.", valueName: "report")) var report: String
    @Option(help: "年度。The year.") var year: Int?
    @Option(help: "期间：2022、2022-05、2022-W07、2022-03-14、2022H1。The period.") var period: String?
    @Option(name: .customLong("as-of"), help: "当时所知：变更号、日期或时刻。As known at a change, a day or a moment.") var asOf: String?
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
        if (year == nil) == (period == nil) { throw ValidationError("写 --year 或 --period，写一个。Give either --year or --period.") }
        if let year, !(1949...2200).contains(year) { throw ValidationError("年度应在 1949 到 2200 之间。The year is from 1949 to 2200.") }
    }

    private func asked() throws -> Period {
        let text = period ?? year.map { String($0) } ?? ""
        guard let asked = Period(text), (1949...2200).contains(asked.year) else {
            throw Refused(
                zh: "看不懂期间“\(text)”。写成 2022、2022-05、2022-W07、2022-03-14 或 2022H1。",
                en: "“\(text)” is no period. Write 2022, 2022-05, 2022-W07, 2022-03-14 or 2022H1.")
        }
        return asked
    }

    func run() throws {
        let declared = try Declared.book(in: argument.folder, readOnly: true)
        let book = declared.book
        if report == Commitments.reportName { return try promises(declared) }
        guard let report = declared.reports.report(named: report) else {
            let names = declared.reports.reports.map(\.id.text).joined(separator: "、")
            throw Refused(
                zh: "没有报告“\(report)”，有：\(names)、\(Commitments.reportName)（年度计划兑现清单）。",
                en: "There is no report “\(report)”; there are \(names), \(Commitments.reportName) (what the year's plan promised).")
        }
        let period = try asked()
        let drafts = Drafts(declared.figures, declared.reports)
        let compiled = try book.store.read { reading in
            try drafts.report(report.id, period, asOf: try AsOf.change(asOf, book.catalogue.site, in: reading), in: reading)
        }
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
        let period = try asked()
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

    private var imprint: ReportImprint { ReportImprint(number: number, signer: signer, copies: copy, printer: printer) }

    private func docx(_ report: CompiledReport, _ book: Book) throws -> Data {
        let made = report.lastChange.at.day(offset: book.catalogue.site.offset) ?? report.lastChange.day
        return try DocumentWriter(ReportDocument(report, made: made, declarations: book.catalogue.digest, imprint: imprint).document).data()
    }
}
