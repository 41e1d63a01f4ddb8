import ArgumentParser
import Formats
import Foundation
import Indicators
import Registers
import Reports
import Storage

/// Fills a superior's blank workbook out of the book.
struct FillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fill", abstract: "来表回填：填上级发来的空表。Fill a superior's blank workbook.")

    @OptionGroup var argument: SiteArgument
    @Argument(help: ArgumentHelp("空表（.xlsx）The blank workbook.", valueName: "file")) var file: String
    @Option(help: "期间：2022-12、2022…… The period.") var period: String
    @Option(help: "填好的表写到哪里；不写就只列出来。Where the filled workbook goes; without it nothing is written.") var out: String?
    @Option(help: "确认过的对应表（CSV）。The list of matches that was corrected.") var match: String?
    @Option(help: "把对应表写出来，供确认、修改。Write the list of matches, to be confirmed and corrected.") var propose: String?
    @Flag(help: "记住这些对应，下月同样的表直接填。Remember the matches for the next form of these labels.") var remember = false
    @Option(help: "确认人（写岗位）。The post that confirms.") var by: String?
    @Option(help: "数据来源另存为一份工作簿，不加进来表。Write the sources to a workbook of their own.") var sources: String?
    @Option(name: .customLong("as-of"), help: "当时所知：变更号、日期或时刻。As known at a change, a day or a moment.") var asOf: String?
    @Flag(help: "以 JSON 输出。As JSON.") var json = false

    func validate() throws {
        for path in [out, sources].compactMap({ $0 }) where !path.lowercased().hasSuffix(".xlsx") {
            throw ValidationError("文件名要以 .xlsx 结尾：\(path)。The name ends in .xlsx: \(path).")
        }
        if remember, by?.trimmingCharacters(in: .whitespaces).isEmpty ?? true {
            throw ValidationError("--remember 要用 --by 写明由哪个岗位确认。--remember needs --by, the post that confirms.")
        }
        if let out, URL(fileURLWithPath: out).standardizedFileURL == URL(fileURLWithPath: file).standardizedFileURL {
            throw ValidationError("填好的表不要盖掉来表，请换一个文件名。The filled workbook must not replace the blank one.")
        }
    }

    func run() throws {
        let declared = try Declared.book(in: argument.folder, readOnly: !remember)
        let book = declared.book
        guard let period = Period(period) else {
            throw Refused(zh: "看不懂期间“\(period)”。写成 2022-12、2022 或 2022Q1。", en: "“\(period)” is no period. Write 2022-12, 2022 or 2022Q1.")
        }
        let filling = Filling(declared.figures)
        let told = try match.map { try MatchList.rules(ImportFile(path: $0), declared.figures) } ?? [:]
        let name = URL(fileURLWithPath: file).lastPathComponent
        let workbook = try opened(name)
        let form = try book.store.read { reading in
            let change = try AsOf.change(asOf, book.catalogue.site, in: reading)
            return try filling.fill(workbook, file: name, period, told: told, asOf: change, in: reading)
        }
        if json { print(String(decoding: try FilledJSON(form).data(), as: UTF8.self)) } else { tell(form) }
        if let propose { try write(MatchList.data(form), to: propose) }
        if let sources {
            let made = Moment.now().day(offset: book.catalogue.site.offset) ?? .first
            try FilledSources(form, declared.figures).write(to: sources, made: made)
            say(zh: "数据来源已写入 \(sources)。", en: "Sources written to \(sources).")
        }
        if let out {
            let sheet = sources == nil && !form.filled.isEmpty ? FilledSources(form, declared.figures).sheet : nil
            do { try write(workbook.filled(form.values, adding: sheet), to: out) } catch let error as FormatError {
                if error == .lockedStructure {
                    throw Refused(
                        zh: "“\(name)”锁定了结构，不能加“数据来源”表。请用 --sources 把数据来源另存一份。",
                        en: "The structure of “\(name)” is locked, so the sheet of sources can't be added. Write it elsewhere with --sources.")
                }
                throw Invalid(error, file: name)
            }
        }
        if remember, let by { try keep(form, filling, book, by) }
    }

    private func opened(_ name: String) throws -> FormWorkbook {
        do {
            let attributes = try? FileManager.default.attributesOfItem(atPath: file)
            guard let size = attributes?[.size] as? Int else { throw FormatError.unreadable }
            let limit = FormLimits().fileBytes
            guard size <= limit else { throw FormatError.tooLarge(part: name, limit: limit) }
            guard let data = FileManager.default.contents(atPath: file) else { throw FormatError.unreadable }
            return try FormWorkbook(data: data)
        } catch let error as FormatError {
            throw Invalid(error, file: name)
        }
    }

    private func keep(_ form: FilledForm, _ filling: Filling, _ book: Book, _ by: String) throws {
        let title = form.titles.first ?? form.file
        let intent = Intent(subject: "console", reason: "\(by)确认来表“\(title)”的对应", kind: "edit", at: .now())
        let committed = try book.store.write(intent) { try filling.remember(form, by: by, in: $0) }
        let count = committed.value ?? 0
        if count == 0 {
            say(zh: "这些对应都已记住。", en: "All these matches were remembered already.")
        } else {
            say(zh: "记住了 \(count) 条对应（第 \(committed.change.number) 号变更）。", en: "\(count) matches remembered (change \(committed.change.number)).")
        }
    }

    private func write(_ data: Data, to path: String) throws {
        do { try data.write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw Invalid(FormatError.unwritable, file: URL(fileURLWithPath: path).lastPathComponent)
        }
        say(zh: "已写入 \(path)。", en: "Written to \(path).")
    }

    /// Not among the JSON.
    private func say(zh: String, en: String) {
        let words = Words(zh: zh, en: en)
        if json { Terminal.complain(words(Terminal.language)) } else { Terminal.say(words) }
    }

    private func tell(_ form: FilledForm) {
        for line in FilledLines(form).lines() { print(line(Terminal.language)) }
    }
}
