public import Storage

/// A checked expression over one record: every name has its meaning, every unit converts.
///
/// It renders to SQL for many records (`TermSQL`), computes for one (`TermValue`) and reads as a sentence (`TermSentence`).
public indirect enum Term: Sendable, Hashable {
    case number(Amount, Unit?)
    case text(String)
    case truth(Bool)
    case day(Day)
    /// A choice's option.
    case option(Name)
    case field(FieldPath)
    /// An end of the period that is asked for.
    case edge(Formula.Edge)
    case not(Term)
    case negative(Term)
    /// Numbers on both sides are in the left one's unit; `factor` is what the right one is multiplied by to get there.
    case pair(Formula.Operator, Term, Term, factor: Amount)
    case among(Term, [Term], negated: Bool)
    case empty(Term, negated: Bool)
    /// Holds at an end of the period: from the first field's day on, through the second's (有效期至), both included.
    case valid(from: FieldPath, to: FieldPath?, Formula.Edge)
    case call(Function, [Term])

    /// The dozen functions.
    public enum Function: String, Sendable, Hashable, CaseIterable {
        case year, month, days, months, min, max, abs, round, text
        /// What a column of the record's own rows adds up to.
        case total
        /// How many cells of a column of the record's own rows are filled, or have an option.
        case tally
        case choose = "if"
    }
}

/// A field of a record, or of a record that it refers to: `enterprise.industry`.
public struct FieldPath: Sendable, Hashable {
    /// The register where the path begins.
    public var register: Name
    /// Reference fields to go through, each with the register that it leads to.
    public var hops: [Hop]
    /// The column of the last field, `Field.column`.
    public var field: Name
    public var type: TermType
    /// Decimal places of the stored number.
    public var places: Int

    /// One step along a reference, by its column.
    public struct Hop: Sendable, Hashable {
        public var field: Name
        public var target: Name

        public init(field: Name, target: Name) {
            self.field = field
            self.target = target
        }
    }

    public init(register: Name, hops: [Hop], field: Name, type: TermType, places: Int) {
        self.register = register
        self.hops = hops
        self.field = field
        self.type = type
        self.places = places
    }
}
