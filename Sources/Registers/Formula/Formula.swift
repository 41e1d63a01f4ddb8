public import Storage

/// An expression as it was written: the syntax tree of the one grammar (docs/declarations.md).
///
/// What its names mean depends on where it stands; a checker gives them a meaning or says what is wrong.
public struct Formula: Sendable, Hashable {
    /// The operators with two sides.
    public enum Operator: String, Sendable, Hashable {
        case or, and
        case equal = "=", unequal = "!=", below = "<", atMost = "<=", above = ">", atLeast = ">="
        case contains
        case plus = "+", minus = "-", times = "*", over = "/"

        /// Whether it compares two values.
        public var isComparison: Bool {
            switch self {
            case .equal, .unequal, .below, .atMost, .above, .atLeast: true
            default: false
            }
        }
    }

    /// The two ends of a period.
    public enum Edge: String, Sendable, Hashable { case start, end }

    /// What an expression can be.
    public indirect enum Kind: Sendable, Hashable {
        case number(Amount, unit: String?)
        case text(String)
        case truth(Bool)
        case day(Day)
        case path([String])
        case call([String], [Formula])
        case not(Formula)
        case negative(Formula)
        case pair(Operator, Formula, Formula)
        case among(Formula, [Formula], negated: Bool)
        case empty(Formula, negated: Bool)
        case valid(Edge)
    }

    public var kind: Kind
    /// Where it begins in the declaration.
    public var place: Place

    public init(_ kind: Kind, _ place: Place) {
        self.kind = kind
        self.place = place
    }

    /// Every path that is named in it, calls included, in order.
    public var paths: [(path: [String], place: Place)] {
        switch kind {
        case .path(let path): [(path, place)]
        case .call(let path, let arguments): [(path, place)] + arguments.flatMap(\.paths)
        case .not(let inner), .negative(let inner), .empty(let inner, _): inner.paths
        case .pair(_, let left, let right): left.paths + right.paths
        case .among(let inner, let list, _): inner.paths + list.flatMap(\.paths)
        case .number, .text, .truth, .day, .valid: []
        }
    }
}
