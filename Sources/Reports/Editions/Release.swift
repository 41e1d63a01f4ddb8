public import Indicators
import Registers
public import Storage

/// The act of releasing (签发): a report is compiled, looked over, and frozen as an edition, in one change.
public struct Release: Sendable {
    /// Which report, and for what period.
    public var report: Name
    public var period: Period
    /// The post that releases it.
    public var by: String
    /// What is to be said with it, and why figures go out unconfirmed.
    public var reason = ""
    /// Whether figures may go out that their departments have not confirmed. It needs a reason.
    public var acceptsUnconfirmed = false
    /// Where numbers typed by hand come from: by the number as it is marked, `12公顷`.
    public var explanations: [String: String] = [:]
    /// The edition that it corrects.
    public var corrects: Int?
    /// The draft to release; nil for the text as it is declared.
    public var draft: Int?

    public init(_ report: Name, _ period: Period, by: String) {
        self.report = report
        self.period = period
        self.by = by
    }

    /// Freezes the report. Throws `Refused` with everything that stands in the way, or where the park keeps no editions.
    public func run(_ drafts: Drafts, at: Moment) throws -> (edition: Edition, change: Change) {
        let book = drafts.figures.book
        guard let register = book.catalogue.register(Edition.register) else { throw Release.noRegister }
        let editions = Editions(book)
        let intent = Intent(subject: by, reason: reason.isEmpty ? "签发 \(report.text) \(period)" : reason, kind: "release", at: at)
        let committed = try book.store.write(intent) { writing in
            let compiled =
                try draft.map { try drafts.report(report, period, draft: $0, in: writing) } ?? drafts.report(report, period, in: writing)
            let standing = try editions.list(report, period, in: writing)
            let sheet = try Confirmations(drafts).sheet(compiled, in: writing)
            try demandReady(compiled, standing, sheet, ConfirmationRule(book.catalogue))
            let plain = compiled.plainText
            let head = compiled.lastChange
            var edition = Edition(
                id: 0, report: report, period: period, number: (standing.map(\.number).max() ?? 0) + 1, title: compiled.title,
                released: writing.change.day, releasedBy: by, corrects: corrects, reason: reason, draft: compiled.draft, isRedacted: false,
                redacts: nil,
                confirmed: sheet.confirmed, confirmable: sheet.count, digest: "", textDigest: TextDigest.hexadecimal([plain]),
                declarations: book.catalogue.digest, head: head.number, headDigest: head.digest)
            let freezing = Freezing(report: compiled, explanations: explanations, sources: try sources(book, in: writing), sheet: sheet)
            let rows = try freezing.rows()
            edition.digest = TextDigest.hexadecimal(edition.identity + rows.texts)
            try writing.apply(try writing.plan(EditionTables.all))
            edition.id = try Records(book, .console).add(edition.inputs, to: register, in: writing)
            try rows.write(edition.id, in: writing)
            try writing.note(Array(edition.digest.utf8))
            return edition
        }
        guard let edition = committed.value else { throw Release.noRegister }
        return (edition, committed.change)
    }

    static let noRegister = Refused(
        zh: "本站点还没有签发版台账 edition，不能签发。把随本版带来的 registers/edition.yaml 放进 declarations，再运行 yuanbu apply。",
        en: "This site has no register “edition” yet. Put registers/edition.yaml into its declarations and run yuanbu apply.")

    private func demandReady(
        _ compiled: CompiledReport, _ standing: [Edition], _ sheet: ConfirmationSheet, _ rule: ConfirmationRule
    ) throws {
        var reasons: [Words] = []
        if by.isEmpty { reasons.append(Words(zh: "没有写谁签发（--by）", en: "nobody is named who releases it (--by)")) }
        if let corrects {
            switch standing.first(where: { $0.number == corrects }) {
            case nil: reasons.append(Words(zh: "要更正的第\(corrects)版不存在", en: "there is no edition \(corrects) to correct"))
            case .some where reason.isEmpty: reasons.append(Words(zh: "更正要写原因（--reason）", en: "a correction needs a reason (--reason)"))
            default: break
            }
        } else if let last = standing.last(where: { $0.withdrawn == nil && !$0.isRedacted }) {
            reasons.append(
                Words(
                    zh: "\(last.words.zh)还有效：要么先撤回（yuanbu withdraw），要么作为更正签发（--corrects \(last.number) --reason …）",
                    en: "\(last.words.en) stands: withdraw it first, or release a correction (--corrects \(last.number) --reason …)"))
        }
        let obstacles = ReleaseObstacles(compiled)
        reasons += obstacles.unsourced(explanations)
        reasons += obstacles.unconfirmed(sheet, rule, accepted: acceptsUnconfirmed, reason: reason)
        guard !reasons.isEmpty else { return }
        throw ReleaseObstacles.refused(reasons)
    }

    /// The last change that touched each register.
    private func sources(_ book: Book, in reading: Reading) throws -> [(register: Name, change: Change)] {
        try book.catalogue.registers.compactMap { register in
            let last = try reading.value("SELECT max(change) FROM touched WHERE register = \(register.table.name.text)").integer
            return try last.flatMap { try reading.change(number: $0) }.map { (register.id, $0) }
        }
    }
}
