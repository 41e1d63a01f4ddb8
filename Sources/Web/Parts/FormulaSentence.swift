import Indicators
import Registers
import Storage

/// An expression read aloud, with the labels of fields, options, parameters and indicators in place of their names.
struct FormulaSentence {
    let catalogue: Catalogue
    let indicators: IndicatorCatalogue

    init(_ catalogue: Catalogue, _ indicators: IndicatorCatalogue) {
        self.catalogue = catalogue
        self.indicators = indicators
    }

    /// `register` is the one whose fields the names are; nil where they are indicators.
    func text(_ formula: Formula, _ register: Register?, _ language: Language) -> String {
        let zh = language == .zh
        switch formula.kind {
        case .number(let amount, let unit): return amount.description + (unit ?? "")
        case .text(let text): return "“\(text)”"
        case .truth(let truth): return zh ? (truth ? "是" : "否") : (truth ? "yes" : "no")
        case .day(let day): return day.iso
        case .path(let names): return path(names, register, language)
        case .call(let names, let arguments): return call(names, arguments, register, language)
        case .not(let inner): return (zh ? "不是（" : "not (") + text(inner, register, language) + (zh ? "）" : ")")
        case .negative(let inner): return "−" + text(inner, register, language)
        case .pair(let operation, let left, let right): return pair(operation, left, right, register, language)
        case .among(let inner, let list, let negated):
            let field = field(of: inner, register)
            let options = list.map { option($0, of: field, language) ?? text($0, register, language) }
            let joined = options.joined(separator: zh ? "、" : ", ")
            return zh
                ? "\(text(inner, register, language))\(negated ? "不" : "")是 \(joined) 之一"
                : "\(text(inner, register, language)) is \(negated ? "none" : "one") of \(joined)"
        case .empty(let inner, let negated):
            return zh
                ? "\(text(inner, register, language))\(negated ? "已填" : "没有填")"
                : "\(text(inner, register, language)) is \(negated ? "filled" : "empty")"
        case .valid(let edge):
            return zh ? (edge == .end ? "期末有效" : "期初有效") : (edge == .end ? "it holds at the period's end" : "it holds at the period's start")
        }
    }

    /// The label of a field, a parameter, an edge of the period, or an indicator with what is asked of it.
    func path(_ names: [String], _ register: Register?, _ language: Language) -> String {
        let zh = language == .zh
        if names.first == "parameter", names.count == 2, let parameter = Name(names[1]).flatMap({ catalogue.parameters[$0] }) {
            return "“\(parameter.name(language))”" + content(parameter, language)
        }
        if names == ["period", "start"] { return zh ? "期初" : "the period's start" }
        if names == ["period", "end"] { return zh ? "期末" : "the period's end" }
        if let label = label(names, register, language) { return label }
        if let first = names.first.flatMap({ indicators.indicator(named: $0) }) {
            let members = names.dropFirst().map { FormulaSentence.member($0)?(language) ?? $0 }
            return ([first.name(language)] + members).joined(separator: zh ? "的" : " ")
        }
        return names.joined(separator: ".")
    }

    private func label(_ names: [String], _ register: Register?, _ language: Language) -> String? {
        guard var current = register else { return nil }
        var labels: [String] = []
        for (index, name) in names.enumerated() {
            if name == Register.stateColumn.text, !current.states.isEmpty {
                labels.append(language == .zh ? "办理状态" : "state")
                continue
            }
            guard let field = Name(name).flatMap({ current.field($0) }) else { return nil }
            labels.append(field.name(language))
            if index + 1 < names.count {
                guard let next = field.kind.target.flatMap({ catalogue.register($0) }) else { return nil }
                current = next
            }
        }
        return language == .zh ? labels.joined(separator: "的") : labels.joined(separator: "’s ")
    }

    private func content(_ parameter: Parameter, _ language: Language) -> String {
        let text =
            switch parameter.content {
            case .number(let amount, let unit): amount.description + (unit?.symbol ?? "")
            case .text(let text): text
            case .list(let list): list.joined(separator: "、")
            }
        return language == .zh ? "（\(text)）" : " (\(text))"
    }

    private func call(_ names: [String], _ arguments: [Formula], _ register: Register?, _ language: Language) -> String {
        let inner = arguments.map { text($0, register, language) }
        let zh = language == .zh
        switch names {
        case ["year"]: return zh ? "\(inner.joined())的年份" : "the year of \(inner.joined())"
        case ["month"]: return zh ? "\(inner.joined())的月份" : "the month of \(inner.joined())"
        default:
            let head = names.count > 1 ? path(names, register, language) : names.joined(separator: ".")
            return "\(head)(\(inner.joined(separator: zh ? "，" : ", ")))"
        }
    }

    private func pair(_ operation: Formula.Operator, _ left: Formula, _ right: Formula, _ register: Register?, _ language: Language) -> String {
        let a = side(left, operation, register, language)
        let b = option(right, of: field(of: left, register), language) ?? side(right, operation, register, language)
        let words: [Formula.Operator: (zh: String, en: String)] = [
            .or: ("，或", " or "), .and: ("，且", " and "), .equal: ("是", " is "), .unequal: ("不是", " is not "), .below: ("小于", " is below "),
            .atMost: ("不超过", " is at most "), .above: ("大于", " is above "), .atLeast: ("不低于", " is at least "), .contains: ("含", " has in it "),
            .plus: (" + ", " + "), .minus: (" − ", " − "), .times: (" × ", " × "), .over: (" ÷ ", " ÷ "),
        ]
        let word = words[operation] ?? (operation.rawValue, operation.rawValue)
        return a + (language == .zh ? word.zh : word.en) + b
    }

    /// A side of an operator, in brackets where it would read wrong without.
    private func side(_ formula: Formula, _ operation: Formula.Operator, _ register: Register?, _ language: Language) -> String {
        let text = text(formula, register, language)
        guard case .pair(let inner, _, _) = formula.kind else { return text }
        let isSum = inner == .plus || inner == .minus || inner == .or
        return isSum && [.times, .over, .and].contains(operation) ? "(\(text))" : text
    }

    /// The field at the end of a path.
    private func field(of formula: Formula, _ register: Register?) -> (Field?, Register)? {
        guard case .path(let names) = formula.kind, var current = register else { return nil }
        for (index, name) in names.enumerated() {
            if index + 1 == names.count { return (Name(name).flatMap { current.field($0) }, current) }
            guard let next = Name(name).flatMap({ current.field($0) })?.kind.target.flatMap({ catalogue.register($0) }) else { return nil }
            current = next
        }
        return nil
    }

    /// The label of an option or a state that stands on the other side.
    private func option(_ formula: Formula, of field: (Field?, Register)?, _ language: Language) -> String? {
        if case .truth(let truth) = formula.kind { return language == .zh ? (truth ? "“是”" : "“否”") : (truth ? "yes" : "no") }
        guard case .path(let names) = formula.kind, names.count == 1, let field else { return nil }
        if let choice = field.0?.kind as? ChoiceField { return choice.options.first { $0.id.text == names[0] }.map { "“\($0.name(language))”" } }
        return field.0 == nil ? field.1.states.first { $0.id.text == names[0] }.map { "“\($0.name(language))”" } : nil
    }

    /// What may stand behind an indicator's name.
    private static func member(_ name: String) -> Words? {
        switch name {
        case "prior": Words(zh: "上年同期数", en: "last year")
        case "growth": Words(zh: "同比增速", en: "growth")
        case "increment": Words(zh: "净增", en: "increment")
        case "multiple": Words(zh: "为上年的倍数", en: "multiple of last year")
        case "points": Words(zh: "同比变化（百分点）", en: "change in percentage points")
        case "to_date": Words(zh: "年内累计", en: "in the year to date")
        case "expected": Words(zh: "应报家数", en: "how many had to report")
        case "reported": Words(zh: "已报家数", en: "how many reported")
        case "missing": Words(zh: "未报名单", en: "who did not report")
        case "chain": Words(zh: "环比增速", en: "growth on the period before")
        case "cumulative": Words(zh: "历年累计", en: "in all years")
        default: nil
        }
    }
}
