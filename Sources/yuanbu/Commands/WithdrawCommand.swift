import ArgumentParser
import Registers
import Reports
import Storage

/// Withdraws an edition.
struct WithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "withdraw", abstract: "撤回一版。Withdraw an edition.")

    @OptionGroup var argument: SiteArgument
    @OptionGroup var which: ReportArgument
    @Option(help: "第几版。Its number.") var edition: Int
    @Option(help: "谁撤回，写岗位。The post that withdraws it.") var by: String
    @Option(help: "原因。Why.") var reason: String

    func run() throws {
        let declared = try Declared.book(in: argument.folder, readOnly: false)
        let editions = Editions(declared.book)
        let (report, period) = (try which.id(declared), try which.asked())
        let found = try declared.book.store.read { try editions.edition(report, period, number: edition, in: $0) }
        let change = try editions.withdraw(found, by: by.trimmed, reason: reason.trimmed, at: .now())
        Terminal.say(zh: "已撤回\(found.words.zh)，第 \(change.number) 号变更。", en: "Withdrew \(found.words.en), change \(change.number).")
    }
}
