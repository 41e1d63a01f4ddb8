import Registers
import Storage

/// The calls of an expression: what follows an indicator with a value in brackets, and the functions.
extension FigureReader {
    mutating func call(_ path: [String], _ arguments: [Formula], _ formula: Formula) -> Typed? {
        if path.count == 1 { return function(path[0], arguments, formula.place) }
        if path.count == 3, path[1] == "target" { return target(path, arguments, formula) }
        guard path.count == 2 else { return unknown(path, formula.place) }
        guard let (id, indicator) = indicator(path[0], formula.place) else { return nil }
        let text = FormulaText.text(formula)
        guard ["share", "at", "scope", "names"].contains(path[1]) else { return unknown(path, formula.place) }
        guard arguments.count == 1 else {
            return refuse(formula.place, "arguments", zh: "“\(path[1])”要写一个值。", en: "“\(path[1])” takes one value.")
        }
        let argument = arguments[0]
        switch (path[1], argument.kind) {
        case ("share", .path(let other)) where other.count == 1:
            guard let (whole, wanted) = self.indicator(other[0], argument.place) else { return nil }
            guard indicator.gives == .number, wanted.gives == .number else {
                return refuse(argument.place, "comparison", zh: "占比要两个都是数。", en: "A share needs two numbers.")
            }
            guard let factor = factor(from: .number(wanted.unit), to: .number(indicator.unit), argument.place) else { return nil }
            return leaf(id, indicator, .share(of: whole, factor: factor), text)
        case ("at", .number(let year, nil)):
            guard let year = year.units(places: 0), (1949...2200).contains(year) else { break }
            return leaf(id, indicator, .at(Int(year)), text)
        case ("names", .number(let count, nil)):
            guard let count = count.units(places: 0), (1...1000).contains(count) else { break }
            return leaf(id, indicator, .names(Int(count)), text)
        case ("scope", .path(let scope)) where scope.count == 1:
            guard let name = Name(scope[0]), catalogue.scope(name) != nil else {
                return refuse(
                    argument.place, "unknown-scope", zh: "没有统计范围“\(scope[0])”。", en: "There is no scope “\(scope[0])”.",
                    suggestion: Suggestion.nearest(to: scope[0], among: catalogue.scopes.map(\.id.text)))
            }
            return leaf(id, indicator, .scope(name), text)
        default: break
        }
        return refuse(
            argument.place, "arguments", zh: "写成 F.share(指标)、F.at(2020)、F.names(3) 或 F.scope(范围)。",
            en: "Write F.share(indicator), F.at(2020), F.names(3) or F.scope(scope).")
    }

    private mutating func function(_ word: String, _ arguments: [Formula], _ place: Place) -> Typed? {
        let counts: [Term.Function: Int] = [.year: 1, .month: 1, .days: 2, .min: 2, .max: 2, .abs: 1, .round: 2, .choose: 3]
        guard let function = Term.Function(rawValue: word), let count = counts[function] else {
            return refuse(
                place, "unknown-function", zh: "没有函数“\(word)”。", en: "There is no function “\(word)”.",
                suggestion: Suggestion.nearest(to: word, among: counts.keys.map(\.rawValue).sorted()))
        }
        guard arguments.count == count else {
            return refuse(
                place, "arguments", zh: "“\(word)”要 \(count) 个值，写了 \(arguments.count) 个。",
                en: "“\(word)” takes \(count) values, but \(arguments.count) were given.")
        }
        let typed = arguments.map { read($0) }
        let known = typed.compactMap { $0 }
        guard known.count == count else { return nil }
        switch function {
        case .year, .month, .days:
            guard known.allSatisfy({ $0.type == .day }) else { return refuse(place, "day", zh: "这里要用日期。", en: "A day is needed here.") }
            return (.call(function, known.map(\.term)), .number(function == .days ? Unit("天") : nil))
        case .choose:
            guard known[0].type == .truth, let aligned = aligned(known[1], known[2], arguments[2].place) else {
                return refuse(place, "condition", zh: "if 先写一个条件，再写两个同类的值。", en: "“if” takes a condition, then two values of a kind.")
            }
            return (.call(function, [known[0].term, known[1].term, aligned]), known[1].type)
        case .min, .max:
            guard let aligned = aligned(known[0], known[1], arguments[1].place) else { return nil }
            return (.call(function, [known[0].term, aligned]), known[0].type)
        default: return (.call(function, known.map(\.term)), known[0].type)
        }
    }

    /// The second of two values of a kind, in the unit of the first.
    private mutating func aligned(_ one: Typed, _ other: Typed, _ place: Place) -> FigureTerm? {
        if one.type == other.type { return other.term }
        guard let factor = factor(from: other.type, to: one.type, place) else { return nil }
        return .pair(.times, other.term, .constant(.amount(factor)), factor: .one)
    }
}
