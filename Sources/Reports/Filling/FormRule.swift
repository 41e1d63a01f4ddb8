public import Storage

/// What is put into the cells of a form that have certain labels: confirmed once, and remembered.
public struct FormRule: Sendable, Hashable {
    /// By what the cells are known.
    public struct Key: Sendable, Hashable {
        /// The form's title without dates.
        public var form: String
        /// What stands beside the cell, and what above it.
        public var row: String
        public var column: String

        public init(form: String, row: String, column: String) {
            (self.form, self.row, self.column) = (form, row, column)
        }
    }

    /// An expression over indicators; empty where the cells are not for us.
    public var measure: String
    /// The register of which a row names a record; nil where the figure is of all.
    public var by: Name?
    public var scope: Name
    /// A part of the year instead of the period that is filled: `03`, `Q1`, `H1`, `year`; empty for the period itself.
    public var part: String
    /// The unit of the cells; empty for the figure's own.
    public var unit: String

    public init(measure: String, by: Name? = nil, scope: Name = "park", part: String = "", unit: String = "") {
        (self.measure, self.by, self.scope, self.part, self.unit) = (measure, by, scope, part, unit)
    }

    /// The cells stay as they are.
    public static let nothing = FormRule(measure: "")
    public var isNothing: Bool { measure.isEmpty }
}

/// How a cell's rule was come by.
public enum Certainty: String, Sendable, Hashable, Codable, CaseIterable {
    /// A person confirmed it for an earlier form of the same labels.
    case remembered
    /// The list of matches that was given says so.
    case told
    /// The labels say it word for word.
    case sure
    /// It may be so; nothing is filled before a person says it.
    case proposed
    /// Nothing fits.
    case unknown

    public var words: Words {
        switch self {
        case .remembered: Words(zh: "已记住", en: "remembered")
        case .told: Words(zh: "对应表", en: "told")
        case .sure: Words(zh: "名称相符", en: "by its labels")
        case .proposed: Words(zh: "待确认", en: "to be confirmed")
        case .unknown: Words(zh: "未对上", en: "not matched")
        }
    }

    /// Whether cells are filled by it.
    public var fills: Bool { [.remembered, .told, .sure].contains(self) }
}

/// A cell's rule, how sure it is, and why it isn't surer.
struct FormMatch {
    var rule: FormRule
    var certainty: Certainty
    var why: Words?
    /// The record that the row names.
    var member: NamedRecord?
}
