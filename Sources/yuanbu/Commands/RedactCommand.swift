import ArgumentParser
import Registers
import Reports
import Storage

/// Makes a redacted edition of a released one, or shows what it would hide.
struct RedactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact", abstract: "脱敏：遮去一版里的数和名称，并遮去能反推它们的数。Redact an edition: hide numbers and names, and whatever would give them away.",
        discussion: "不写 --by 只看会遮去什么。Without --by it only shows what would be hidden.")

    @OptionGroup var argument: SiteArgument
    @OptionGroup var which: ReportArgument
    @Option(help: "从第几版做。The edition to redact.") var edition: Int
    @Option(help: ArgumentHelp("要遮的数，可多次：槽位或指标。A number to hide, by slot or indicator; may be repeated.", valueName: "#37|gross_output"))
    var figure: [String] = []
    @Option(help: ArgumentHelp("不点名的台账，可多次。A register whose records are not named; may be repeated.", valueName: "enterprise")) var names: [String] =
        []
    @Option(help: "谁签发，写岗位。The post that releases it.") var by: String?
    @Option(help: "为什么脱敏、给谁看。Why, and for whom.") var reason = ""

    func run() throws {
        let declared = try Declared.book(in: argument.folder, readOnly: by == nil)
        let editions = Editions(declared.book)
        let (report, period) = (try which.id(declared), try which.asked())
        let found = try declared.book.store.read { try editions.edition(report, period, number: edition, in: $0) }
        var redaction = Redaction(found)
        redaction.figures = figure.map(\.trimmed)
        redaction.names = names.map(\.trimmed)
        redaction.reason = reason.trimmed
        let prepared: Redaction.Prepared
        if let by {
            redaction.by = by.trimmed
            let made = try redaction.run(declared.figures, at: .now())
            prepared = made.prepared
            Terminal.say(
                zh: "已签发\(made.edition.words.zh)（脱敏版，自第\(edition)版），第 \(made.change.number) 号变更。",
                en: "Released \(made.edition.words.en), redacted from edition \(edition), change \(made.change.number).")
        } else {
            prepared = try declared.book.store.read { try redaction.prepared(declared.figures, in: $0) }
            print(prepared.report.plainText)
        }
        let language = Terminal.language
        Terminal.say(zh: "遮去 \(prepared.hidden.count) 个数：", en: "\(prepared.hidden.count) numbers hidden:")
        for words in prepared.hidden { Terminal.say(zh: "· " + words.zh, en: "· " + words.en) }
        guard !prepared.named.isEmpty else { return }
        Terminal.say(zh: "代称（只在本机，不随文件出去）：", en: "Who is meant (stays here, and is not in the file):")
        for words in prepared.named { Terminal.say(zh: "· " + words(language), en: "· " + words(language)) }
    }
}
