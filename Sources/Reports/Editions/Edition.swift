public import Indicators
import Registers
public import Storage

/// One frozen issue (签发版) of a report: what the register `edition` says of it.
public struct Edition: Sendable, Hashable {
    /// The number of its record.
    public var id: Int64
    /// The report's declared name.
    public var report: Name
    /// What it reports on.
    public var period: Period
    /// 1, 2, 3 … within the report and period.
    public var number: Int
    public var title: String
    public var released: Day
    /// The post that released it.
    public var releasedBy: String
    /// The edition that it corrects.
    public var corrects: Int?
    /// What was said when it was released.
    public var reason: String
    /// The draft that was released; nil for the declared text.
    public var draft: Int?
    /// Whether numbers or names are hidden in it.
    public var isRedacted: Bool
    /// The edition that it was made from by hiding; nil for one that hides nothing.
    public var redacts: Int?
    /// How many of its figures were confirmed, and how many there were to confirm.
    public var confirmed: Int
    public var confirmable: Int
    /// Over everything that was frozen.
    public var digest: String
    /// Over the plain text alone.
    public var textDigest: String
    /// Of the declarations in force.
    public var declarations: String
    /// The change up to which the book was known, with its place in the chain.
    public var head: Int64
    public var headDigest: String
    /// When, by whom and why it was withdrawn; nil while it stands.
    public var withdrawn: Withdrawal?

    /// The end of an edition.
    public struct Withdrawal: Sendable, Hashable {
        public var day: Day
        public var by: String
        public var reason: String
    }

    /// 第2版.
    public var words: Words { Words(zh: "第\(number)版", en: "edition \(number)") }

    /// 已签发, 已撤回.
    public var standing: Words {
        withdrawn == nil ? Words(zh: "已签发", en: "Released") : Words(zh: "已撤回", en: "Withdrawn")
    }

    /// What the digest is taken over beside the frozen rows: whatever of the record must not be altered.
    var identity: [String] {
        [
            "yuanbu edition 1", report.text, period.description, String(number), title, released.iso, releasedBy, corrects.map { String($0) } ?? "",
            reason, draft.map { String($0) } ?? "", isRedacted ? "redacted" : "", String(confirmed), String(confirmable), textDigest, declarations,
            String(head), headDigest,
        ] + (redacts.map { ["redacts \($0)"] } ?? [])
    }
}

extension Edition {
    /// The register that holds one record an edition.
    static let register: Name = "edition"

    /// As its record says; nil where the record is none of ours.
    init?(_ record: Record) {
        guard let report = record["report"].text.flatMap({ Name($0) }), let period = record["report_period"].text.flatMap({ Period($0) }),
            let number = record.whole("number"), let released = record.day("released"), let digest = record["digest"].text
        else { return nil }
        id = record.id
        self.report = report
        self.period = period
        self.number = number
        self.released = released
        self.digest = digest
        title = record["name"].text ?? ""
        releasedBy = record["released_by"].text ?? ""
        corrects = record.whole("corrects")
        reason = record["reason"].text ?? ""
        draft = record.whole("draft")
        isRedacted = record["redacted"] == 1
        redacts = record.whole("redacts")
        confirmed = record.whole("confirmed") ?? 0
        confirmable = record.whole("confirmable") ?? 0
        textDigest = record["text_digest"].text ?? ""
        declarations = record["declarations"].text ?? ""
        head = record["head"].integer ?? 0
        headDigest = record["head_digest"].text ?? ""
        withdrawn = nil
        if record.state == "withdrawn", let day = record.day("withdrawn") {
            withdrawn = Withdrawal(day: day, by: record["withdrawn_by"].text ?? "", reason: record["withdrawal"].text ?? "")
        }
    }

    /// What the record is made of.
    var inputs: [Name: Input] {
        var inputs: [Name: Input] = [
            "report": .text(report.text), "report_period": .text(period.description), "starts": .day(period.start), "number": .number(String(number)),
            "name": .text(title), "released": .day(released), "released_by": .text(releasedBy), "redacted": .truth(isRedacted),
            "confirmed": .number(String(confirmed)), "confirmable": .number(String(confirmable)), "digest": .text(digest),
            "text_digest": .text(textDigest), "declarations": .text(declarations), "head": .number(String(head)), "head_digest": .text(headDigest),
        ]
        if !reason.isEmpty { inputs["reason"] = .text(reason) }
        if let corrects { inputs["corrects"] = .number(String(corrects)) }
        if let redacts { inputs["redacts"] = .number(String(redacts)) }
        if let draft { inputs["draft"] = .number(String(draft)) }
        return inputs
    }
}

extension Record {
    fileprivate func whole(_ field: Name) -> Int? { self[field].integer.flatMap { Int(exactly: $0) } }
    fileprivate func day(_ field: Name) -> Day? { self[field].integer.flatMap { Day(number: $0) } }
}
