public import Storage

/// What became of a statement of a text from outside.
public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// The book bears it out.
    case supported
    /// The book says otherwise.
    case refuted
    /// The text itself says otherwise.
    case contradicted
    /// The book has nothing to hold it against.
    case uncovered

    /// 有据、不符、自相矛盾、账上未涉及.
    public var words: Words {
        switch self {
        case .supported: Words(zh: "有据", en: "Supported")
        case .refuted: Words(zh: "不符", en: "Refuted")
        case .contradicted: Words(zh: "自相矛盾", en: "Contradicted inside the text")
        case .uncovered: Words(zh: "账上未涉及", en: "Not covered")
        }
    }
}

/// What the whole difference between a text and the book comes from, where that can be told.
public enum Difference: String, Sendable, Hashable, Codable, CaseIterable {
    /// One unit of the last printed place.
    case rounding
    /// 万元 for 亿元.
    case unit
    /// It is the value of another year: old text.
    case year
    /// It is the value under another scope.
    case scope
    /// It is what the book knew on an earlier day; revised since.
    case revised
    /// The growth is on another base.
    case base
}

/// A number that the text states, held against the book.
public struct StatementFinding: Sendable, Hashable, Codable {
    /// How it was told which figure is meant.
    public enum Match: String, Sendable, Hashable, Codable, CaseIterable {
        /// A report of the park says just this of it.
        case wording
        /// It bears the indicator's name.
        case name
        /// It is likely meant: enough to support a number, not to refute one.
        case likely
    }

    /// What became of it.
    public var outcome: Outcome
    /// Where the number stands.
    public var place: TextPlace
    /// The number as it is printed, with its words: 超过40亿元.
    public var printed: String
    /// The number alone, without thousands' commas; of a range its lower end; nil where stars cover it.
    public var value: String?
    /// The unit or measure word: 亿元, 家, %.
    public var unit: String
    /// What it is said of, as it was read.
    public var subject: String
    /// The words of place that it is said of: 全市, 核心区.
    public var scope: String?
    /// The words around it.
    public var context: String
    /// The year that it is said of.
    public var year: Int
    /// It is aimed at and not reached.
    public var isPlan: Bool
    /// How the figure was told; nil where none is meant.
    public var match: Match?
    /// The indicator or expression of the book; nil where none is meant.
    public var indicator: String?
    /// The book's value with its unit.
    public var book: String?
    /// How many records stand behind it.
    public var rows: Int?
    /// What the whole difference comes from.
    public var difference: Difference?
    /// The comparison, the two values in it.
    public var reason: Words
}

/// Where a text says two things that can't both be so.
public struct Contradiction: Sendable, Hashable, Codable {
    /// Which arithmetic: `growth`, `share`, `part`, `sum`, `two-values`, `from-to`, `multiple`, `doubling`, `points`, `direction`, `none`, `exception`, `two-names`, `agree`.
    public var rule: String
    /// Where its members stand.
    public var places: [TextPlace]
    /// Their words.
    public var contexts: [String]
    /// The arithmetic.
    public var message: Words
    /// Stars hide a number: the two must agree, and nobody can see whether they do.
    public var isOpen: Bool
}
