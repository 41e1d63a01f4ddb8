import ArgumentParser
import Foundation
import Indicators
import Registers
import Reports
import Storage

/// Puts the park's records beside a table from outside and says where they differ.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "compare", abstract: "与外部的表对数。Compare with a table from outside.")

    @OptionGroup var argument: SiteArgument
    @Argument(help: ArgumentHelp("CSV 或 Excel 文件 A CSV file or a workbook.", valueName: "file")) var file: String
    @Option(help: "我方的数：台账.字段，或指标 Ours: register.field or an indicator.") var with: String
    @Option(help: "期间：2022-12、2022…… The period.") var period: String
    @Option(help: "按哪个台账的记录对。The register whose records are put side by side.") var by = "enterprise"
    @Option(help: "按哪一栏对，如 code、name 或 uscc；不写就按自然键。The field that both have.") var key: String?
    @Option(help: "对方的数在哪一栏：表头或列号。The header or letter of their number.") var column: String?
    @Option(help: "工作表。The sheet.") var sheet: String?
    @Option(name: .customLong("as-of"), help: "当时所知：变更号、日期或时刻。As known at a change, a day or a moment.") var asOf: String?
    @Option(help: "写到哪个 .xlsx 文件。The workbook to write.") var out: String?

    func validate() throws {
        if let out, !out.lowercased().hasSuffix(".xlsx") { throw ValidationError("--out 的文件名要以 .xlsx 结尾。--out names an .xlsx file.") }
    }

    func run() throws {
        let declared = try Declared.book(in: argument.folder, readOnly: true)
        let book = declared.book
        guard let period = Period(period) else {
            throw Refused(zh: "看不懂期间“\(period)”。写成 2022-12、2022 或 2022Q1。", en: "“\(period)” is no period. Write 2022-12, 2022 or 2022Q1.")
        }
        let comparing = try Comparing(with, by: try book.register(by), key: key, declared.figures)
        let compared = try book.store.read { reading in
            let change = try AsOf.change(asOf, book.catalogue.site, in: reading)
            return try comparing.compare(try ImportFile(path: file), sheet: sheet, column: column, period, asOf: change, in: reading)
        }
        for line in try compared.summary() { Terminal.say(line) }
        for standing in Reconciliation.Standing.allCases where standing != .agrees && standing != .rounding {
            let rows = compared.result.rows(standing)
            for row in rows.prefix(Self.shown) {
                let (ours, theirs, difference) = (compared.shown(row.ours), compared.shown(row.theirs), compared.shown(row.difference))
                print([standing.words(Terminal.language), row.key.uppercased(), row.title, ours, theirs, difference].joined(separator: "\t"))
            }
            if rows.count > Self.shown {
                Terminal.say(
                    zh: "……还有 \(rows.count - Self.shown) 行，用 --out 看全部。", en: "… and \(rows.count - Self.shown) more; --out gives all of them.")
            }
        }
        guard let out else { return }
        let made = Moment.now().day(offset: book.catalogue.site.offset) ?? .first
        try ComparedWorkbook(compared, Terminal.language).write(to: out, made: made)
        Terminal.say(zh: "已写入 \(out)。", en: "Written to \(out).")
    }

    /// How many rows of each standing are told on the screen.
    private static let shown = 40
}
