import Registers
import Storage

/// An expression written out again, the same for the same meaning: what a compiled report remembers figures by, and addresses carry.
enum FormulaText {
    static func text(_ formula: Formula) -> String {
        switch formula.kind {
        case .number(let amount, let unit): amount.description + (unit.map { " " + $0 } ?? "")
        case .text(let text): "\"\(text)\""
        case .truth(let truth): truth ? "yes" : "no"
        case .day(let day): day.iso
        case .path(let path): path.joined(separator: ".")
        case .call(let path, let arguments): "\(path.joined(separator: "."))(\(arguments.map(text).joined(separator: ", ")))"
        case .not(let inner): "not \(bracketed(inner))"
        case .negative(let inner): "-\(bracketed(inner))"
        case .pair(let operation, let left, let right): "\(bracketed(left)) \(operation.rawValue) \(bracketed(right))"
        case .among(let inner, let list, let negated):
            "\(bracketed(inner)) \(negated ? "not in" : "in") (\(list.map(text).joined(separator: ", ")))"
        case .empty(let inner, let negated): "\(bracketed(inner)) is \(negated ? "not empty" : "empty")"
        case .valid(let edge): "valid at \(edge.rawValue)"
        }
    }

    private static func bracketed(_ formula: Formula) -> String {
        switch formula.kind {
        case .number, .text, .truth, .day, .path, .call: text(formula)
        default: "(\(text(formula)))"
        }
    }
}

extension Formula {
    /// The path with one more name: `gross_output` to `gross_output.growth`. Of anything but a path, the same formula.
    func member(_ name: String) -> Formula {
        switch kind {
        case .path(let path): Formula(.path(path + [name]), place)
        default: self
        }
    }

    /// A path or a call of one: what can have members.
    var isPath: Bool {
        if case .path = kind { return true }
        return false
    }
}
