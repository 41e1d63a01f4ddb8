import Registers
import Storage

/// Writes an expression as its author would, so that a figure can say what it is of.
enum FormulaText {
    static func text(_ formula: Formula) -> String {
        switch formula.kind {
        case .number(let amount, let unit): return unit.map { "\(amount) \($0)" } ?? amount.description
        case .text(let text): return "\"\(text)\""
        case .truth(let truth): return truth ? "yes" : "no"
        case .day(let day): return day.iso
        case .path(let path): return path.joined(separator: ".")
        case .call(let path, let arguments): return "\(path.joined(separator: "."))(\(arguments.map(text).joined(separator: ", ")))"
        case .not(let inner): return "not \(inside(inner, tighterThan: 3))"
        case .negative(let inner): return "-\(inside(inner, tighterThan: 6))"
        case .pair(let operation, let left, let right):
            let level = FormulaText.level(formula)
            // a - (b - c) needs its brackets, (a - b) - c does not; comparisons don't follow one another at all.
            let left = inside(left, tighterThan: level == 4 ? level : level - 1)
            return "\(left) \(operation.rawValue) \(inside(right, tighterThan: level))"
        case .among(let inner, let list, let negated):
            return "\(inside(inner, tighterThan: 4)) \(negated ? "not in" : "in") (\(list.map(text).joined(separator: ", ")))"
        case .empty(let inner, let negated): return "\(inside(inner, tighterThan: 4)) is \(negated ? "not " : "")empty"
        case .valid(let edge): return "valid at \(edge.rawValue)"
        }
    }

    private static func inside(_ formula: Formula, tighterThan level: Int) -> String {
        FormulaText.level(formula) > level ? text(formula) : "(\(text(formula)))"
    }

    /// How tightly the outermost operator binds.
    private static func level(_ formula: Formula) -> Int {
        switch formula.kind {
        case .pair(.or, _, _): 1
        case .pair(.and, _, _): 2
        case .not: 3
        case .pair(.plus, _, _), .pair(.minus, _, _): 5
        case .pair(.times, _, _), .pair(.over, _, _): 6
        case .pair, .among, .empty, .valid: 4
        case .negative: 7
        case .number, .text, .truth, .day, .path, .call: 8
        }
    }
}
