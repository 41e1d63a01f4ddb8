import Registers
import Storage

/// `F.target.low(next, core)`: which of an indicator's targets is meant.
extension FigureReader {
    mutating func target(_ path: [String], _ arguments: [Formula], _ formula: Formula) -> Typed? {
        guard let (id, indicator) = indicator(path[0], formula.place) else { return nil }
        guard let part = Comparison.TargetPart(rawValue: path[2]) else {
            return refuse(
                formula.place, "comparison", zh: "目标没有“\(path[2])”这一项。", en: "A target has no “\(path[2])”.",
                suggestion: Suggestion.nearest(to: path[2], among: Comparison.TargetPart.allCases.map(\.rawValue)))
        }
        guard TargetRegister(catalogue) != nil else {
            return refuse(formula.place, "target", zh: "没有目标台账（target）。", en: "There is no register of targets (target).")
        }
        var choice = Comparison.TargetChoice()
        for argument in arguments where !take(argument, into: &choice) { return nil }
        guard !arguments.isEmpty else {
            return refuse(formula.place, "arguments", zh: "括号里要写一个值。", en: "Something must stand in the brackets.")
        }
        return compared(id, indicator, .target(part, choice), [FormulaText.text(formula)], formula.place)
    }

    /// A year, `next`, `level`, `growth` or a scope; false, with a diagnostic, for anything else.
    private mutating func take(_ argument: Formula, into choice: inout Comparison.TargetChoice) -> Bool {
        switch argument.kind {
        case .number(let year, nil):
            if let year = year.units(places: 0), (1949...2200).contains(year) {
                choice.year = Int(year)
                return true
            }
        case .path(["next"]):
            choice.isNext = true
            return true
        case .path(["level"]), .path(["growth"]):
            choice.isGrowth = argument.kind == .path(["growth"])
            return true
        case .path(let path) where path.count == 1:
            if let scope = Name(path[0]), catalogue.scope(scope) != nil {
                choice.scope = scope
                return true
            }
            let words = ["next", "level", "growth"] + catalogue.scopes.map(\.id.text)
            let unknown: Typed? = refuse(
                argument.place, "unknown-scope", zh: "没有统计范围“\(path[0])”。", en: "There is no scope “\(path[0])”.",
                suggestion: Suggestion.nearest(to: path[0], among: words))
            return unknown != nil
        default: break
        }
        let wrong: Typed? = refuse(
            argument.place, "arguments", zh: "目标的括号里写 next 或年份、growth 或 level、统计范围。",
            en: "In a target's brackets stand next or a year, growth or level, and a scope.")
        return wrong != nil
    }
}
