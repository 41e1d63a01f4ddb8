import Registers
import Storage

/// What of a condition over figures is not met: each comparison by what stands on its two sides, with their values.
struct UnmetCondition {
    let bench: CheckBench

    private var words: FormulaWords { FormulaWords(figures: bench.figures) }

    /// The comparisons that are false, in the order of the condition. Of one that holds there are none.
    func offences(_ formula: Formula) throws -> [Offence] {
        guard try value(formula).value == .truth(false) else { return [] }
        switch formula.kind {
        case .pair(.and, let left, let right): return try offences(left) + offences(right)
        // A condition about the period only says when the other is asked.
        case .pair(.or, let left, let right): return try [left, right].filter { namesFigures($0) }.flatMap { try offences($0) }
        case .pair(let operation, let left, let right) where operation.isComparison: return [try offence(operation, left, right)]
        default: return [Offence(words.words(formula).zh, note: Words(zh: "不成立", en: "\(words.words(formula).en) doesn't hold"))]
        }
    }

    /// The sides of which nothing is known, told one by one.
    func unknown(_ formula: Formula) throws -> Words? {
        switch formula.kind {
        case .pair(let operation, let left, let right) where operation.isComparison:
            for side in [left, right] where try value(side).value.isIncomparable { return words.words(side) }
            return nil
        case .pair(_, let left, let right): return try unknown(left) ?? unknown(right)
        default: return try value(formula).value.isIncomparable ? words.words(formula) : nil
        }
    }

    private func offence(_ operation: Formula.Operator, _ left: Formula, _ right: Formula) throws -> Offence {
        let (one, other) = (try told(left), try told(right))
        let relation = operation.demand
        return Offence(
            words.words(left).zh,
            note: Words(zh: "\(one.value)，\(relation.zh)\(other.words.zh)", en: "\(one.words.en) \(relation.en) \(other.words.en)"))
    }

    /// A side with its value behind it; a bare number is its own value.
    private func told(_ side: Formula) throws -> (words: Words, value: String) {
        let figure = try value(side)
        let value = figure.printed() + (figure.value.amount == nil ? "" : figure.unit ?? "")
        if case .number = side.kind { return (Words(zh: value, en: value), value) }
        let name = words.words(side)
        return (Words(zh: name.zh + value, en: "\(name.en) \(value)"), value)
    }

    private func value(_ formula: Formula) throws -> Figure {
        try bench.figures.evaluate(formula, bench.period, asOf: bench.asOf, in: bench.reading)
    }

    private func namesFigures(_ formula: Formula) -> Bool {
        formula.indicatorNames.contains { bench.figures.indicators.indicator($0) != nil }
    }
}

extension FigureValue {
    /// Whether nothing can be compared with it: no data, or a word in place of a number.
    fileprivate var isIncomparable: Bool {
        switch self {
        case .nothing, .word: true
        default: false
        }
    }
}

extension Formula.Operator {
    /// What a comparison asks of its left side.
    fileprivate var demand: Words {
        switch self {
        case .below: Words(zh: "应小于", en: "should be below")
        case .atMost: Words(zh: "应不大于", en: "should not exceed")
        case .above: Words(zh: "应大于", en: "should be above")
        case .atLeast: Words(zh: "应不小于", en: "should not be below")
        case .equal: Words(zh: "应等于", en: "should equal")
        case .unequal: Words(zh: "应不等于", en: "should differ from")
        default: Words(zh: rawValue, en: rawValue)
        }
    }
}
