public import Storage

/// A term as a sentence in both languages: “类别是规上工业 且 在期末有效”.
///
/// Fields go by their labels, options and states by theirs, numbers with their units; a clerk should be able to read it aloud.
public struct TermSentence: Sendable {
    public let catalogue: Catalogue

    public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// The sentence, without a full stop.
    public func words(_ term: Term) -> Words { said(term, within: nil) }

    private func said(_ term: Term, within outer: Formula.Operator?) -> Words {
        switch term {
        case .number(let amount, let unit): return Words(both: "\(amount)\(unit?.symbol ?? "")")
        case .text(let text): return Words(both: "“\(text)”")
        case .truth(let truth): return truth ? Words(zh: "是", en: "yes") : Words(zh: "否", en: "no")
        case .day(let day): return Words(both: day.iso)
        case .option(let name): return Words(both: name.text)
        case .field(let path): return label(path)
        case .edge(let edge): return edge == .start ? Words(zh: "期初", en: "the period's start") : Words(zh: "期末", en: "the period's end")
        case .not(let inner):
            let inner = said(inner, within: nil)
            return Words(zh: "并非（\(inner.zh)）", en: "not (\(inner.en))")
        case .negative(let inner):
            let inner = said(inner, within: .times)
            return Words(zh: "负\(inner.zh)", en: "minus \(inner.en)")
        case .pair(let operation, let left, let right, _): return pair(operation, left, right, within: outer)
        case .among(let inner, let list, let negated): return among(inner, list, negated)
        case .empty(let inner, let negated):
            let inner = said(inner, within: nil)
            return negated ? Words(zh: "\(inner.zh)已填", en: "\(inner.en) is filled") : Words(zh: "\(inner.zh)没有填", en: "\(inner.en) is empty")
        case .valid(_, _, let edge):
            return edge == .start ? Words(zh: "在期初有效", en: "holds at the period's start") : Words(zh: "在期末有效", en: "holds at the period's end")
        case .call(.total, let arguments): return total(arguments)
        case .call(.tally, let arguments): return tally(arguments)
        case .call(let function, let arguments): return call(function, arguments.map { said($0, within: nil) })
        }
    }

    // MARK: names

    private func label(_ path: FieldPath) -> Words {
        var register = catalogue.register(path.register)
        var parts: [Words] = []
        for hop in path.hops {
            parts.append(register?.fields.first { $0.column == hop.field }?.name ?? Words(both: hop.field.text))
            register = catalogue.register(hop.target)
        }
        parts.append(name(path.field, register))
        return Words(zh: parts.map(\.zh).joined(separator: "的"), en: parts.map(\.en).joined(separator: "'s "))
    }

    private func name(_ column: Name, _ register: Register?) -> Words {
        if column == Register.stateColumn { return Words(zh: "状态", en: "State") }
        return register?.fields.first { $0.column == column }?.name ?? Words(both: column.text)
    }

    /// An option's label, by the field that it is compared with.
    private func option(_ name: Name, of subject: Term) -> Words? {
        guard case .field(let path) = subject else { return nil }
        let register = path.hops.last.map { catalogue.register($0.target) } ?? catalogue.register(path.register)
        if path.field == Register.stateColumn { return register?.state(name)?.name }
        let choice = register?.fields.first { $0.column == path.field }?.kind as? ChoiceField
        return choice?.options.first { $0.id == name }?.name
    }

    private func value(_ term: Term, beside subject: Term) -> Words {
        if case .option(let name) = term, let words = option(name, of: subject) { return words }
        return said(term, within: .equal)
    }

    // MARK: operators

    private func pair(_ operation: Formula.Operator, _ left: Term, _ right: Term, within outer: Formula.Operator?) -> Words {
        if let truth = truth(operation, left, right) { return truth }
        let (one, other) = (sides(operation, left, beside: right), sides(operation, right, beside: left))
        let (zh, en) = TermSentence.joints[operation] ?? (operation.rawValue, operation.rawValue)
        let words = Words(zh: "\(one.zh)\(zh)\(other.zh)", en: "\(one.en) \(en) \(other.en)")
        guard let outer, TermSentence.rank(operation) < TermSentence.rank(outer) || (outer == .over && operation == .times) else { return words }
        return Words(zh: "（\(words.zh)）", en: "(\(words.en))")
    }

    private func sides(_ operation: Formula.Operator, _ term: Term, beside other: Term) -> Words {
        if operation.isComparison, case .option = term { return value(term, beside: other) }
        return said(term, within: operation)
    }

    /// `urgent = yes` is said as “紧急”, not “紧急是是”.
    private func truth(_ operation: Formula.Operator, _ left: Term, _ right: Term) -> Words? {
        guard operation == .equal || operation == .unequal, case .truth(let truth) = right else { return nil }
        let subject = said(left, within: nil)
        return truth == (operation == .equal)
            ? Words(zh: "是“\(subject.zh)”", en: "it is “\(subject.en)”") : Words(zh: "不是“\(subject.zh)”", en: "it is not “\(subject.en)”")
    }

    private func among(_ inner: Term, _ list: [Term], _ negated: Bool) -> Words {
        let subject = said(inner, within: nil)
        let members = list.map { value($0, beside: inner) }
        let zh = members.map(\.zh).joined(separator: negated ? "、" : "或")
        let en = members.map(\.en).joined(separator: negated ? " nor " : " or ")
        return Words(zh: "\(subject.zh)\(negated ? "不是" : "是")\(zh)", en: "\(subject.en) \(negated ? "is neither" : "is") \(en)")
    }

    private func call(_ function: Term.Function, _ arguments: [Words]) -> Words {
        let (a, b, c) = (argument(arguments, 0), argument(arguments, 1), argument(arguments, 2))
        return switch function {
        case .year: Words(zh: "\(a.zh)的年份", en: "the year of \(a.en)")
        case .month: Words(zh: "\(a.zh)的月份", en: "the month of \(a.en)")
        case .days: Words(zh: "\(a.zh)到\(b.zh)的天数", en: "the days from \(a.en) to \(b.en)")
        case .months: Words(zh: "\(a.zh)到\(b.zh)的月数", en: "the months from \(a.en) to \(b.en)")
        case .min: Words(zh: "\(a.zh)与\(b.zh)中较小的", en: "the smaller of \(a.en) and \(b.en)")
        case .max: Words(zh: "\(a.zh)与\(b.zh)中较大的", en: "the larger of \(a.en) and \(b.en)")
        case .abs: Words(zh: "\(a.zh)的绝对值", en: "the magnitude of \(a.en)")
        case .round: Words(zh: "\(a.zh)四舍五入到 \(b.zh) 位小数", en: "\(a.en) rounded to \(b.en) places")
        case .text, .total, .tally: a
        case .choose: Words(zh: "如果\(a.zh)则为\(b.zh)，否则为\(c.zh)", en: "\(b.en) if \(a.en), else \(c.en)")
        }
    }

    private func total(_ arguments: [Term]) -> Words {
        guard let (rows, cell) = column(arguments) else { return Words(both: "") }
        return Words(zh: "\(rows.zh)中\(cell.name.zh)的合计", en: "the total of \(cell.name.en) in \(rows.en)")
    }

    private func tally(_ arguments: [Term]) -> Words {
        guard let (rows, cell) = column(arguments) else { return Words(both: "") }
        guard case .option(let name)? = arguments.dropFirst(2).first else {
            return Words(zh: "\(rows.zh)中填了\(cell.name.zh)的行数", en: "how many of \(rows.en) have \(cell.name.en)")
        }
        let option = (cell.kind as? ChoiceField)?.options.first { $0.id == name }?.name ?? Words(both: name.text)
        return Words(zh: "\(rows.zh)中\(cell.name.zh)为\(option.zh)的行数", en: "how many of \(rows.en) have \(option.en) as \(cell.name.en)")
    }

    /// The rows that a call counts and the column of theirs.
    private func column(_ arguments: [Term]) -> (rows: Words, cell: Field)? {
        guard case .field(let path)? = arguments.first, case .text(let column)? = arguments.dropFirst().first,
            let rows = catalogue.register(path.register)?.fields.first(where: { $0.column == path.field })?.kind as? RowsField,
            let cell = rows.fields.first(where: { $0.id.text == column })
        else { return nil }
        return (label(path), cell)
    }

    private func argument(_ arguments: [Words], _ position: Int) -> Words {
        arguments.indices.contains(position) ? arguments[position] : Words(both: "")
    }

    private static let joints: [Formula.Operator: (String, String)] = [
        .and: (" 且 ", "and"), .or: (" 或 ", "or"), .equal: ("是", "is"), .unequal: ("不是", "is not"), .below: ("小于", "is below"),
        .atMost: ("不超过", "is at most"), .above: ("大于", "is above"), .atLeast: ("不低于", "is at least"), .contains: ("含", "has in it"),
        .plus: ("加", "plus"), .minus: ("减", "minus"), .times: ("乘以", "times"), .over: ("除以", "divided by"),
    ]

    /// How closely an operator binds.
    private static func rank(_ operation: Formula.Operator) -> Int {
        switch operation {
        case .or: 1
        case .and: 2
        case .plus, .minus: 4
        case .times, .over: 5
        default: 3
        }
    }
}

extension Words {
    /// The same in both languages: a number, a day, a quotation.
    fileprivate init(both text: String) { self.init(zh: text, en: text) }
}
