import Registers
import Storage

/// Gives the names of an expression over figures their meaning, or says what is wrong with each.
struct FigureReader {
    /// What an expression needs to know of an indicator.
    struct Known: Sendable {
        var unit: Unit?
        var places: Int
        var gives: Indicator.Gives
        var digest: String = ""
    }

    let catalogue: Catalogue
    let known: [Name: Known]
    /// The register whose records the expression is asked of, one by one.
    var register: Register?
    private(set) var diagnostics = Diagnostics()

    init(_ catalogue: Catalogue, known: [Name: Known], register: Register? = nil) {
        self.catalogue = catalogue
        self.known = known
        self.register = register
    }

    typealias Typed = (term: FigureTerm, type: TermType)

    /// A condition; nil, with diagnostics, where it is none.
    mutating func condition(_ formula: Formula) -> FigureTerm? {
        guard let typed = read(formula) else { return nil }
        if typed.type == .truth { return typed.term }
        return refuse(
            formula.place, "condition", zh: "这里要写一个条件，得到的却是\(typed.type.words.zh)。",
            en: "A condition is needed here, but this gives \(typed.type.words.en).")
    }

    mutating func read(_ formula: Formula) -> Typed? {
        if let own = ownCondition(formula) { return own }
        switch formula.kind {
        case .number(let amount, let symbol):
            guard let symbol else { return (.constant(.amount(amount)), .number(nil)) }
            guard let unit = Unit(symbol) else {
                return refuse(
                    formula.place, "unit", zh: "不认识的单位“\(symbol)”。", en: "Unknown unit “\(symbol)”.",
                    suggestion: Suggestion.nearest(to: symbol, among: Unit.symbols))
            }
            return (.constant(.amount(amount)), .number(unit))
        case .text(let text): return (.constant(.text(text)), .text)
        case .truth(let truth): return (.constant(.truth(truth)), .truth)
        case .day(let day): return (.constant(.day(day)), .day)
        case .path(let path): return self.path(path, formula.place)
        case .call(let path, let arguments): return call(path, arguments, formula)
        case .not(let inner): return condition(inner).map { (.not($0), .truth) }
        case .negative(let inner): return number(inner).map { (.negative($0.term), $0.type) }
        case .pair(let operation, let left, let right): return pair(operation, left, right, formula.place)
        case .among(let inner, let list, let negated): return among(inner, list, negated)
        case .empty(let inner, let negated): return read(inner).map { (.empty($0.term, negated: negated), .truth) }
        case .valid:
            return refuse(formula.place, "valid", zh: "这里没有记录，不能问有效期。", en: "There is no record here whose validity could be asked.")
        }
    }

    mutating func refuse<T>(_ place: Place, _ rule: String, zh: String, en: String, suggestion: String? = nil) -> T? {
        diagnostics.add(place, rule, zh: zh, en: en, suggestion: suggestion)
        return nil
    }

    mutating func number(_ formula: Formula) -> Typed? {
        guard let typed = read(formula) else { return nil }
        switch typed.type {
        case .number, .mixed: return typed
        default:
            return refuse(
                formula.place, "number", zh: "这里要用数，得到的却是\(typed.type.words.zh)。", en: "A number is needed here, but this is \(typed.type.words.en).")
        }
    }

    /// A comparison that names no indicator is a condition on the member's own record.
    private mutating func ownCondition(_ formula: Formula) -> Typed? {
        guard let register else { return nil }
        switch formula.kind {
        case .pair(let operation, _, _) where operation.isComparison || operation == .contains: break
        case .among, .empty, .valid, .path: break
        default: return nil
        }
        let paths = formula.paths.map(\.path).filter { $0[0] != "parameter" && $0[0] != "period" && Term.Function(rawValue: $0[0]) == nil }
        guard !paths.contains(where: { isIndicator($0) }), formula.isValidity || !paths.isEmpty else { return nil }
        do throws(Diagnostic) {
            let reading = TermReading(catalogue, register: register)
            if case .path(let path) = formula.kind {
                let field = try reading.field(path, formula.place)
                return (.field(field), field.type)
            }
            return (.condition(try reading.condition(formula)), .truth)
        } catch {
            var error = error
            // What is no field may have been meant as an indicator.
            if error.rule == "unknown-field",
                let written = paths.first(where: { $0.count == 1 && Name($0[0]).map { register.field($0) == nil } ?? true })
            {
                let names = register.fields.map(\.id.text) + known.keys.map(\.text).sorted()
                error.suggestion = Suggestion.nearest(to: written[0], among: names)
            }
            diagnostics.add(error)
            return (.constant(.nothing), .truth)
        }
    }

    private func isIndicator(_ path: [String]) -> Bool { Name(path[0]).map { known[$0] != nil } ?? false }

    // MARK: names

    private mutating func path(_ path: [String], _ place: Place) -> Typed? {
        if path.count == 2, path[0] == "parameter" { return parameter(path[1], place) }
        if path.count == 2, path[0] == "period", let edge = Formula.Edge(rawValue: path[1]) { return (.edge(edge), .day) }
        guard let (id, indicator) = indicator(path[0], place) else { return nil }
        if path.count == 1 { return leaf(id, indicator, .value, path.joined(separator: ".")) }
        if path.count == 2, let plain = Comparison.plain.first(where: { $0.0 == path[1] }) {
            return compared(id, indicator, plain.1, path, place)
        }
        if path[1] == "to_date", path.count <= 3 {
            guard path.count == 3 else { return leaf(id, indicator, .toDate(.value), path.joined(separator: ".")) }
            guard let plain = Comparison.yearly.first(where: { $0.0 == path[2] }) else {
                return refuse(
                    place, "comparison", zh: "年内累计后面不能写“\(path[2])”。", en: "“\(path[2])” can't follow the year to date.",
                    suggestion: Suggestion.nearest(to: path[2], among: Comparison.yearly.map(\.0)))
            }
            return compared(id, indicator, .toDate(plain.1), path, place)
        }
        if path[1] == "target", path.count <= 3 {
            guard path.count == 3, let part = Comparison.TargetPart(rawValue: path[2]) else {
                return refuse(
                    place, "comparison", zh: "目标写成 \(path[0]).target.low、.high、.done 或 .pace，可再写 (next, 范围)。",
                    en: "A target is written \(path[0]).target.low, .high, .done or .pace, with (next, scope) behind it where wanted.",
                    suggestion: path.count == 3 ? Suggestion.nearest(to: path[2], among: Comparison.TargetPart.allCases.map(\.rawValue)) : nil)
            }
            guard TargetRegister(catalogue) != nil else {
                return refuse(place, "target", zh: "没有目标台账（target）。", en: "There is no register of targets (target).")
            }
            return compared(id, indicator, .target(part, .init()), path, place)
        }
        if path == [path[0], "first"] {
            return refuse(
                place, "comparison", zh: "“首次”写成 \(path[0]).first >= 门槛，只用在 having 里。",
                en: "A first crossing is written \(path[0]).first >= threshold, in “having” only.")
        }
        return unknown(path, place)
    }

    mutating func unknown<T>(_ path: [String], _ place: Place) -> T? {
        refuse(
            place, "comparison", zh: "“\(path[0])”后面不能写“\(path.dropFirst().joined(separator: "."))”。",
            en: "“\(path.dropFirst().joined(separator: "."))” can't follow “\(path[0])”.",
            suggestion: Suggestion.nearest(to: path[1], among: Comparison.words))
    }

    mutating func indicator(_ text: String, _ place: Place) -> (Name, Known)? {
        if let id = Name(text), let indicator = known[id] { return (id, indicator) }
        return refuse(
            place, "unknown-indicator", zh: "没有指标“\(text)”。", en: "There is no indicator “\(text)”.",
            suggestion: Suggestion.nearest(to: text, among: known.keys.map(\.text).sorted()))
    }

    private mutating func parameter(_ text: String, _ place: Place) -> Typed? {
        guard let name = Name(text), let parameter = catalogue.parameters[name] else {
            return refuse(
                place, "unknown-parameter", zh: "没有参数“\(text)”。", en: "There is no parameter “\(text)”.",
                suggestion: Suggestion.nearest(to: text, among: catalogue.parameters.keys.map(\.text).sorted()))
        }
        switch parameter.content {
        case .number(let amount, let unit): return (.constant(.amount(amount)), .number(unit))
        case .text(let text): return (.constant(.text(text)), .text)
        case .list(let texts): return (.constant(.text(texts.joined(separator: "、"))), .text)
        }
    }

    func leaf(_ id: Name, _ indicator: Known, _ comparison: Comparison, _ text: String) -> Typed {
        (.leaf(.init(indicator: id, comparison: comparison, text: text)), FigureReader.type(of: comparison, indicator))
    }

    /// A comparison of a number; names and values may be of anything.
    mutating func compared(_ id: Name, _ indicator: Known, _ comparison: Comparison, _ path: [String], _ place: Place) -> Typed? {
        switch comparison {
        case .names, .value, .at, .prior, .next, .scope, .cumulative, .reporters, .toDate(.value), .toDate(.prior), .toDate(.next), .toDate(.names):
            break
        default:
            guard indicator.gives == .number else {
                return refuse(place, "comparison", zh: "“\(path[0])”不是数，不能比较增减。", en: "“\(path[0])” is no number, so it can't be compared.")
            }
        }
        if comparison == .points || comparison == .toDate(.points), indicator.unit?.dimension != "ratio" {
            return refuse(place, "comparison", zh: "只有以 % 计的指标才有百分点的变化。", en: "Only a figure in % changes by percentage points.")
        }
        return leaf(id, indicator, comparison, path.joined(separator: "."))
    }

    static func type(of comparison: Comparison, _ indicator: Known) -> TermType {
        switch comparison {
        case .growth, .chain, .twoYear, .share, .target(.done, _), .target(.pace, _): return .number(Unit("%"))
        case .target(_, let choice) where choice.isGrowth == true: return .number(Unit("%"))
        case .multiple: return .number(nil)
        case .points: return .number(Unit("个百分点"))
        case .change, .names, .reporters(.missing): return .text
        case .reporters: return .number(Unit("家"))
        case .toDate(let inner): return type(of: inner, indicator)
        case .value, .prior, .next, .increment, .at, .cumulative, .scope, .target:
            switch indicator.gives {
            case .number: return .number(indicator.unit)
            case .day: return .day
            case .text: return .text
            }
        }
    }
}

extension Formula {
    /// Whether it asks when a record holds, which names no field.
    var isValidity: Bool {
        if case .valid = kind { return true }
        return false
    }
}
