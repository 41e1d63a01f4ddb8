import Registers
import Storage

/// A checked expression over figures: every name has its meaning, every unit converts.
indirect enum FigureTerm: Sendable, Hashable {
    case constant(FigureValue)
    case edge(Formula.Edge)
    case leaf(Leaf)
    /// `F.first >= threshold`: reached now and in no earlier year.
    case first(Name, Formula.Operator, FigureTerm, factor: Amount)
    /// A field of the member's own record.
    case field(FieldPath)
    /// A condition on the member's own record.
    case condition(Term)
    case not(FigureTerm)
    case negative(FigureTerm)
    /// Numbers on both sides are in the left one's unit; `factor` is what the right one is multiplied by to get there.
    case pair(Formula.Operator, FigureTerm, FigureTerm, factor: Amount)
    case among(FigureTerm, [FigureTerm], negated: Bool)
    case empty(FigureTerm, negated: Bool)
    case call(Term.Function, [FigureTerm])

    /// An indicator with what follows its name.
    struct Leaf: Sendable, Hashable {
        var indicator: Name
        var comparison: Comparison
        /// As it was written.
        var text: String
    }

    /// Every indicator in it with what follows its name, in order; the one of a first crossing as its value.
    var leaves: [Leaf] {
        switch self {
        case .leaf(let leaf): [leaf]
        case .first(let id, _, let threshold, _): [Leaf(indicator: id, comparison: .value, text: id.text)] + threshold.leaves
        case .not(let inner), .negative(let inner), .empty(let inner, _): inner.leaves
        case .pair(_, let left, let right, _): left.leaves + right.leaves
        case .among(let inner, let list, _): inner.leaves + list.flatMap(\.leaves)
        case .call(_, let arguments): arguments.flatMap(\.leaves)
        case .constant, .edge, .field, .condition: []
        }
    }

    /// Whether it compares something with zero, so that members without records belong to the question.
    var testsZero: Bool {
        switch self {
        case .pair(.equal, let left, let right, _):
            left == .constant(.amount(.zero)) || right == .constant(.amount(.zero))
        case .pair(_, let left, let right, _): left.testsZero || right.testsZero
        case .not(let inner): inner.testsZero
        default: false
        }
    }
}
