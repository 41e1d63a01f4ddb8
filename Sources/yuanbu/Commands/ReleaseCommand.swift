import ArgumentParser
import Registers
import Reports
import Storage

/// Freezes a report as an edition.
struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "release", abstract: "签发：把报告冻结成一版。Release a report: freeze it as an edition.")

    @OptionGroup var argument: SiteArgument
    @OptionGroup var which: ReportArgument
    @Option(help: "谁签发，写岗位。The post that releases it.") var by: String
    @Option(help: "签发说明；更正和未核放行必须写。Why; a correction and unconfirmed figures need it.") var reason = ""
    @Flag(name: .customLong("accept-unconfirmed"), help: "数据未全部核对也签发，要写原因。Release although figures are unconfirmed; needs a reason.")
    var acceptsUnconfirmed = false
    @Option(help: ArgumentHelp("手工数字的来源，可多次：'12公顷=绿化台账'。Where a number typed by hand comes from; may be repeated.", valueName: "number=source"))
    var explain: [String] = []
    @Option(help: "签发第几稿；不写就是声明里的正文。The draft to release; the declared text where left out.") var draft: Int?
    @Option(help: "更正第几版。The edition that it corrects.") var corrects: Int?

    func run() throws {
        let declared = try Declared.book(in: argument.folder, readOnly: false)
        var release = Release(try which.id(declared), try which.asked(), by: by.trimmed)
        release.reason = reason.trimmed
        release.acceptsUnconfirmed = acceptsUnconfirmed
        release.corrects = corrects
        release.draft = draft
        for pair in explain {
            let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                throw Refused(zh: "“\(pair)”写成“数字=来源”，如 '12公顷=绿化台账'。", en: "Write “\(pair)” as number=source, like '12公顷=绿化台账'.")
            }
            release.explanations[parts[0]] = parts[1]
        }
        let period = release.period
        try declared.book.store.read { try declared.checks.demandMended(period, in: $0) }
        let (edition, change) = try release.run(Drafts(declared.figures, declared.reports), at: .now())
        Terminal.say(
            zh:
                "已签发 \(edition.title) \(edition.period.words.zh) \(edition.words.zh)，第 \(change.number) 号变更；核数 \(edition.confirmed)/\(edition.confirmable)。",
            en: "Released \(edition.title), \(edition.period.words.en), \(edition.words.en), change \(change.number); "
                + "\(edition.confirmed) of \(edition.confirmable) figures confirmed.")
        if edition.confirmed < edition.confirmable {
            let open = edition.confirmable - edition.confirmed
            Terminal.say(zh: "注意：\(open) 个数未经责任部门核对。", en: "Mind: \(open) figures were not confirmed by their departments.")
        }
        Terminal.say(zh: "校验码 \(edition.digest)", en: "Digest \(edition.digest)")
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String { Narrow.trimmed(self) }
}
