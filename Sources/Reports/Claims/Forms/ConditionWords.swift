import Indicators
import Registers
import Storage

/// A condition with the numbers it compares: 税金增速 44.7% ≥ 20%.
enum ConditionWords {
    static func words(_ formula: Formula, _ bench: Bench, _ year: Int? = nil) throws -> Words {
        switch formula.kind {
        case .pair(let operation, let left, let right) where operation == .and || operation == .or:
            let (one, other) = (try words(left, bench, year), try words(right, bench, year))
            return operation == .and
                ? Words(zh: "\(one.zh)，\(other.zh)", en: "\(one.en), \(other.en)")
                : Words(zh: "\(one.zh)，或\(other.zh)", en: "\(one.en), or \(other.en)")
        case .pair(let operation, let left, let right) where operation.isComparison:
            let (one, other) = (try side(left, bench, year), try side(right, bench, year))
            guard let isTrue = try bench.figure(formula, year).value.truth else {
                let asked = sign(operation, isTrue: true)
                return Words(zh: "\(one.zh)（须 \(asked) \(other.zh)）", en: "\(one.en) (\(asked) \(other.en) is asked)")
            }
            let sign = sign(operation, isTrue: isTrue)
            return Words(zh: "\(one.zh) \(sign) \(other.zh)", en: "\(one.en) \(sign) \(other.en)")
        case .not(let inner): return try words(inner, bench, year)
        default:
            let figure = try bench.figure(formula, year)
            return Words(zh: "\(figure.name.zh) \(figure.said)", en: "\(figure.name.en) \(figure.said(.en))")
        }
    }

    /// The figures that it compares, without constants and parameters: what a verdict rests on.
    static func figures(_ formula: Formula, _ bench: Bench, _ year: Int? = nil) throws -> [Figure] {
        switch formula.kind {
        case .pair(let operation, let left, let right) where operation == .and || operation == .or || operation.isComparison:
            return try figures(left, bench, year) + figures(right, bench, year)
        case .not(let inner): return try figures(inner, bench, year)
        case .number, .day, .text, .truth, .call(["year"], _): return []
        case .path(let path) where path.first == "parameter": return []
        default: return [try bench.figure(formula, year)]
        }
    }

    /// The sign as the numbers have it, not as it was asked.
    private static func sign(_ operation: Formula.Operator, isTrue: Bool) -> String {
        switch (operation, isTrue) {
        case (.above, true), (.atMost, false): ">"
        case (.below, true), (.atLeast, false): "<"
        case (.atLeast, true), (.below, false): "≥"
        case (.atMost, true), (.above, false): "≤"
        case (.equal, true), (.unequal, false): "="
        default: "≠"
        }
    }

    private static func side(_ formula: Formula, _ bench: Bench, _ year: Int?) throws -> Words {
        let figure = try bench.figure(formula, year)
        let said = Words(zh: figure.said, en: figure.said(.en))
        switch formula.kind {
        case .number, .day, .text, .truth: return said
        case .path(let path) where path.first == "parameter": return said
        case .call(["year"], _): return Words(zh: "年份 \(said.zh)", en: "the year \(said.en)")
        default: return Words(zh: "\(figure.name.zh) \(said.zh)", en: "\(figure.name.en) \(said.en)")
        }
    }
}
