public import Registers
public import Storage

/// A declared measure (指标): what is counted, of which records, and what it is compared with.
public struct Indicator: Sendable {
    /// How a figure stands in time.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// What happened in the period.
        case flow
        /// What held at the period's end.
        case stock
    }

    /// What kind of value it gives.
    public enum Gives: Sendable, Hashable { case number, day, text }

    /// On what a growth and an increment are taken (practice.md 3.2).
    public enum Base: String, Sendable, Hashable {
        /// The same measure of last year, as it is known now.
        case revised
        /// A second measure over this year's records: what this year's reporters say of last year.
        case comparable
        /// What was printed of last year's when it was released.
        case published

        /// What people call it.
        public var words: Words {
            switch self {
            case .revised: Words(zh: "上年修订数", en: "last year as revised")
            case .comparable: Words(zh: "同口径", en: "this year's reporters on last year")
            case .published: Words(zh: "上年公布数", en: "last year as published")
            }
        }
    }

    public var id: Name
    public var name: Words
    /// Other names under which texts and tables speak of it: 上缴税金, 税收.
    public var also: [String] = []
    public var unit: Unit?
    public var places: Int
    public var kind: Kind
    public var gives: Gives
    public var base: Base
    /// Whether the declaration says so itself, or leaves it at the default.
    public internal(set) var isBaseWritten = false
    /// The roster of those who must report.
    public var expected: Name?
    /// Which office answers for it.
    public var owner: Name?
    public var source: Words?
    public var note: Words?
    /// The file it is declared in: `economy`.
    public var theme: String
    /// The measure as it was written.
    public var measure: String
    public var place: Place
    /// SHA-256 of the definition, of all that it depends on and of the parameters it uses.
    public internal(set) var digest: String = ""

    /// How the status of a figure is found.
    enum Standing: Sendable, Hashable {
        case byState
        case byField(Name)
        case fixed(FigureStatus)

        var isFixed: Bool {
            if case .fixed = self { return true }
            return false
        }
    }

    var standing: Standing
    var definition: Definition
    /// The measure of the comparable base.
    var comparable: Counted?
    /// From the counted records to those who must report.
    var reporter: FieldPath?
    /// Of an expression: checked, and by what its result is multiplied to be in the declared unit.
    var term: FigureTerm = .constant(.nothing)
    var factor: Amount = .one

    /// Whether it counts the members of a register for which something holds.
    var isMembers: Bool {
        if case .members = definition { return true }
        return false
    }

    /// What an indicator is made of, checked.
    enum Definition: Sendable {
        case counted(Counted)
        case members(Members)
        case derived(Formula)
    }

    /// The register whose records are counted; nil for an expression over other indicators.
    public var register: Name? {
        switch definition {
        case .counted(let counted): counted.register
        case .members(let members): members.register
        case .derived: nil
        }
    }
}
