import ArgumentParser
import Foundation
import Registers
import Storage

/// Brings a CSV file or a workbook into a register; says what is wrong row by row.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: "导入表格。Bring a table into a register.")

    @OptionGroup var argument: SiteArgument
    @Argument(help: ArgumentHelp("台账，如 sales The register.", valueName: "register")) var register: String
    @Argument(help: ArgumentHelp("CSV 或 Excel 文件 A CSV file or a workbook.", valueName: "file")) var file: String
    @Flag(name: .customLong("dry-run"), help: "只检查，不写入。Check only; write nothing.") var isDryrun = false
    @Flag(help: "合格的行写入，其余带原因退回到一份工作簿。Take the good rows; give the rest back in a workbook with their reasons.") var partial = false
    @Option(help: "说明各列怎么读的对应文件。A map file that says how columns are read.") var map: String?

    func run() throws {
        let book = try Book.open(site: argument.folder)
        let register = try book.register(register)
        let importing = Import(
            try ImportFile(path: file), into: register, of: book, .console, map: try readMap(register), options: ImportOptions(isPartial: partial))
        let outcome = isDryrun ? try importing.dryrun(Self.tell) : try importing.run(at: .now(), Self.tell)
        Terminal.endProgress()
        for note in outcome.notes { Terminal.say(note) }
        for row in outcome.faults.prefix(Self.shown) {
            let reasons = row.reasons.map { $0.text(Terminal.language) }.joined(separator: Terminal.language == .zh ? "；" : "; ")
            Terminal.say(zh: "第 \(row.row) 行：\(reasons)", en: "row \(row.row): \(reasons)")
        }
        if outcome.faults.count > Self.shown {
            let rest = outcome.returned - Self.shown
            let hint = partial ? Words(zh: "", en: "") : Words(zh: "，用 --partial 可得到全部退回行的工作簿", en: "; --partial gives a workbook of all of them")
            Terminal.say(zh: "……还有 \(rest) 行\(hint.zh)。", en: "… and \(rest) more\(hint.en).")
        }
        Terminal.say(outcome.words)
        if outcome.returned > 0, !partial { throw ExitCode(1) }
    }

    /// How many returned rows are told on the screen.
    private static let shown = 40

    private func readMap(_ register: Register) throws -> ImportMap {
        guard let map else { return .none }
        guard let text = try? String(contentsOfFile: map, encoding: .utf8) else {
            throw Refused(zh: "读不到对应文件“\(map)”。", en: "The map file “\(map)” can't be read.")
        }
        return try ImportMap(Source(file: map, text: text), for: register)
    }

    private static func tell(_ progress: ImportProgress) {
        let total = progress.total.map { "/\($0)" } ?? ""
        let words: Words =
            switch progress.phase {
            case .checking: Words(zh: "检查 \(progress.done)\(total) 行", en: "checking \(progress.done)\(total) rows")
            case .writing: Words(zh: "写入 \(progress.done)\(total) 行", en: "writing \(progress.done)\(total) rows")
            case .filing: Words(zh: "整理退回的行 \(progress.done)\(total)", en: "filing returned rows \(progress.done)\(total)")
            }
        Terminal.progress(words(Terminal.language))
    }
}

extension Book {
    /// The register that a command names, or a refusal with the nearest name.
    func register(_ named: String) throws -> Register {
        if let register = catalogue.register(named: named) ?? catalogue.registers.first(where: { $0.name.zh == named }) { return register }
        let near = Suggestion.nearest(to: named, among: catalogue.registers.map(\.id.text))
        throw Refused(
            zh: "没有台账“\(named)”。" + (near.map { "是不是“\($0)”？" } ?? "用 yuanbu registers 看有哪些。"),
            en: "There is no register “\(named)”. " + (near.map { "Did you mean “\($0)”?" } ?? "See yuanbu registers."))
    }
}
