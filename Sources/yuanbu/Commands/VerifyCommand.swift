import ArgumentParser
import Foundation
import Reports
import Storage

/// Checks a text that somebody else wrote. Exit 1 where the book refutes something or the text contradicts itself.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "核对外来文稿：数字、前后矛盾、结论性表述、格式。Check a text from outside.")

    @OptionGroup var argument: SiteArgument
    @Argument(help: ArgumentHelp("TXT 或 DOCX 文件 A TXT or DOCX file.", valueName: "file")) var file: String
    @Option(help: "文稿写的年度，默认看文稿自己怎么说。The year that the text reports on; by default what it says itself.") var year: Int?
    @Flag(help: "以 JSON 输出。As JSON.") var json = false
    @Flag(help: "也列出有据的和账上未涉及的。Also list what is supported and what is not covered.") var all = false

    func run() throws {
        let text = try OutsideText(file: URL(fileURLWithPath: file))
        let declared = try Declared.book(in: argument.folder, readOnly: true)
        // A report of a year is written in the first half of the next.
        let last = try declared.book.store.read { try $0.lastChange().day }
        let verified = try TextVerification(text, year: year, otherwise: last.month <= 6 ? last.year - 1 : last.year).against(
            declared.figures, declared.reports, declared.checks.catalogue.terms)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(verified), as: UTF8.self))
        } else {
            for line in VerifiedLines(verified, all: all).lines { Terminal.say(line) }
        }
        if verified.isWrong { throw ExitCode(1) }
    }
}
