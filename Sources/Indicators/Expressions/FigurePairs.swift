import Registers
import Storage

/// The operators with two sides.
extension FigureReader {
    mutating func pair(_ operation: Formula.Operator, _ left: Formula, _ right: Formula, _ place: Place) -> Typed? {
        switch operation {
        case .and, .or:
            let (one, other) = (condition(left), condition(right))
            guard let one, let other else { return nil }
            return (.pair(operation, one, other, factor: .one), .truth)
        case .plus, .minus:
            let (one, other) = (number(left), number(right))
            guard let one, let other, let factor = factor(from: other.type, to: one.type, place) else { return nil }
            return (.pair(operation, one.term, other.term, factor: factor), one.type)
        case .times, .over:
            let (one, other) = (number(left), number(right))
            guard let one, let other else { return nil }
            return product(operation, one, other)
        case .contains: return refuse(place, "text", zh: "这里不能用 contains。", en: "“contains” can't stand here.")
        default:
            if case .path(let path) = left.kind, path.count == 2, path[1] == "first" { return first(path[0], operation, left, right) }
            let (one, other) = (read(left), read(right))
            guard let one, let other, let factor = comparable(one.type, other.type, right.place) else { return nil }
            return (.pair(operation, one.term, other.term, factor: factor), .truth)
        }
    }

    private mutating func first(_ text: String, _ operation: Formula.Operator, _ left: Formula, _ right: Formula) -> Typed? {
        guard register != nil, operation == .atLeast || operation == .above else {
            return refuse(
                left.place, "comparison", zh: "“首次”写成 \(text).first >= 门槛，只用在 having 里。",
                en: "A first crossing is written \(text).first >= threshold, in “having” only.")
        }
        guard let (id, indicator) = indicator(text, left.place), let threshold = number(right),
            let factor = factor(from: threshold.type, to: .number(indicator.unit), right.place)
        else { return nil }
        return (.first(id, operation, threshold.term, factor: factor), .truth)
    }

    private func product(_ operation: Formula.Operator, _ one: Typed, _ other: Typed) -> Typed {
        let type: TermType =
            switch (one.type, other.type) {
            case (.number(let unit), .number(nil)): .number(unit)
            case (.number(nil), .number(let unit)) where operation == .times: .number(unit)
            case (.number(let a?), .number(let b?)) where operation == .over && a.dimension == b.dimension: .number(nil)
            case (.number(let a?), .number(let b?)) where operation == .over: Unit.over(a, b).map { .number($0) } ?? .mixed
            default: .mixed
            }
        var factor = Amount.one
        if operation == .over, case .number(let a?) = one.type, case .number(let b?) = other.type, let exact = b.factor(to: a) { factor = exact }
        return (.pair(operation, one.term, other.term, factor: factor), type)
    }

    mutating func among(_ inner: Formula, _ list: [Formula], _ negated: Bool) -> Typed? {
        let one = read(inner)
        var members: [FigureTerm] = []
        for formula in list {
            guard let one, let other = read(formula), let factor = comparable(one.type, other.type, formula.place) else { continue }
            members.append(factor == .one ? other.term : .pair(.times, other.term, .constant(.amount(factor)), factor: .one))
        }
        guard let one, members.count == list.count else { return nil }
        return (.among(one.term, members, negated: negated), .truth)
    }

    /// By what the right side is multiplied to get into the left one's unit; nil, with a diagnostic, where they don't compare.
    private mutating func comparable(_ left: TermType, _ right: TermType, _ place: Place) -> Amount? {
        switch (left, right) {
        case (.number, .number), (.mixed, .number), (.number, .mixed), (.mixed, .mixed): return factor(from: right, to: left, place)
        case (.text, .text), (.day, .day), (.truth, .truth), (.choice, .choice), (.choice, .text): return .one
        default:
            return refuse(
                place, "compare", zh: "\(left.words.zh)不能与\(right.words.zh)比较。", en: "\(left.words.en) can't be compared with \(right.words.en).")
        }
    }

    mutating func factor(from: TermType, to: TermType, _ place: Place) -> Amount? {
        guard case .number(let source) = from, case .number(let goal) = to, let source, let goal else { return .one }
        if let factor = source.factor(to: goal) { return factor }
        // A bare ratio and percentage points are both told in per cent.
        if [source.symbol, goal.symbol].allSatisfy({ $0 == "%" || $0 == "个百分点" }) { return .one }
        return refuse(
            place, "unit", zh: "“\(source.symbol)”不能换算成“\(goal.symbol)”。", en: "“\(source.symbol)” can't be converted into “\(goal.symbol)”.")
    }
}
