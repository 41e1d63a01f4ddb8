import ArgumentParser
import Foundation
import Registers
import Storage

/// Writes a register to a CSV file or a workbook, which an import reads back unchanged.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "export", abstract: "导出台账。Write a register to a file.")

    @OptionGroup var argument: SiteArgument
    @Argument(help: ArgumentHelp("台账，如 sales The register.", valueName: "register")) var register: String
    @Argument(help: ArgumentHelp("写到哪个文件，.csv 或 .xlsx The file, .csv or .xlsx.", valueName: "file")) var file: String

    func validate() throws {
        if Export.Form(rawValue: ending) == nil { throw ValidationError("文件名要以 .csv 或 .xlsx 结尾。The file's name ends in .csv or .xlsx.") }
    }

    private var ending: String { file.split(separator: ".").last.map { $0.lowercased() } ?? "" }

    func run() throws {
        let book = try Book.open(site: argument.folder, readOnly: true)
        guard let form = Export.Form(rawValue: ending) else { return }
        let export = Export(Query(try book.register(register)), of: book, .console, language: Terminal.language)
        let outcome = try export.write(to: file, as: form, at: .now())
        Terminal.say(outcome.words)
    }
}
