import Indicators
import Registers
public import Storage

/// What a department says of one of its figures before a report is released.
public struct Confirmation: Sendable, Hashable {
    /// What it says.
    public enum Answer: String, Sendable, Hashable, CaseIterable {
        /// It is right.
        case confirmed
        /// It is right, and something is to be known with it.
        case remarked
        /// It must be taken from another source: an objection.
        case other = "other_source"

        /// 确认, 说明, 换口径.
        public var words: Words {
            switch self {
            case .confirmed: Words(zh: "确认", en: "confirmed")
            case .remarked: Words(zh: "确认并说明", en: "confirmed with a remark")
            case .other: Words(zh: "换口径", en: "another source wanted")
            }
        }
    }

    /// The number of its record.
    public var id: Int64
    /// `#37`.
    public var figure: String
    /// The figure as it was printed then, and its exact value.
    public var printed: String
    public var value: String
    public var answer: Answer
    public var remark: String
    /// The post.
    public var by: String
    public var on: Day

    /// The register that holds them.
    static let register: Name = "confirmation"

    init?(_ record: Record) {
        guard let figure = record["figure"].text, let answer = record["answer"].text.flatMap({ Answer(rawValue: $0) }),
            let on = record["confirmed_on"].integer.flatMap({ Day(number: $0) })
        else { return nil }
        id = record.id
        self.figure = figure
        self.answer = answer
        self.on = on
        printed = record["printed"].text ?? ""
        value = record["value"].text ?? ""
        remark = record["remark"].text ?? ""
        by = record["confirmed_by"].text ?? ""
    }
}
