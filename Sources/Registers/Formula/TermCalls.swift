import Storage

/// Reads the calls of an expression: which function, how many arguments, of what type.
struct TermCalls {
    let reader: TermReader

    func read(_ path: [String], _ arguments: [Formula], _ place: Place) throws(Diagnostic) -> TermReader.Typed {
        guard path.count == 1, let function = Term.Function(rawValue: path[0]) else {
            let written = path.joined(separator: ".")
            throw Diagnostic(
                place, "unknown-function", Words(zh: "没有函数“\(written)”。", en: "There is no function “\(written)”."),
                suggestion: Suggestion.nearest(to: written, among: Term.Function.allCases.map(\.rawValue)))
        }
        switch function {
        case .year, .month:
            try count(arguments, 1, function, place)
            return (.call(function, [try day(arguments[0])]), .number(nil))
        case .days, .months:
            try count(arguments, 2, function, place)
            return (.call(function, [try day(arguments[0]), try day(arguments[1])]), .number(function == .days ? Unit("天") : Unit("个月")))
        case .min, .max:
            try count(arguments, 2, function, place)
            let (one, other) = (try reader.number(arguments[0]), try reader.number(arguments[1]))
            let factor = try reader.factor(from: other.type, to: one.type, arguments[1].place)
            let scaled: Term = factor == .one ? other.term : .pair(.times, other.term, .number(factor, nil), factor: .one)
            return (.call(function, [one.term, scaled]), one.type)
        case .abs:
            try count(arguments, 1, function, place)
            let typed = try reader.number(arguments[0])
            return (.call(.abs, [typed.term]), typed.type)
        case .round:
            try count(arguments, 2, function, place)
            let typed = try reader.number(arguments[0])
            guard case .number(let places, nil) = arguments[1].kind, let whole = places.units(places: 0), (0...18).contains(whole) else {
                throw Diagnostic(arguments[1].place, "round", Words(zh: "保留位数要写 0 到 18 的整数。", en: "Places are a whole number from 0 to 18."))
            }
            return (.call(.round, [typed.term, .number(places, nil)]), typed.type)
        case .text:
            try count(arguments, 1, function, place)
            return (.call(.text, [try reader.read(arguments[0]).term]), .text)
        case .total:
            try count(arguments, 1, function, place)
            return try total(arguments[0])
        case .choose:
            try count(arguments, 3, function, place)
            let condition = try reader.condition(arguments[0])
            let one = try reader.read(arguments[1])
            let other = try reader.compared(one, with: arguments[2])
            let scaled: Term = other.factor == .one ? other.right : .pair(.times, other.right, .number(other.factor, nil), factor: .one)
            return (.call(.choose, [condition, one.term, scaled]), one.type)
        }
    }

    /// A column of numbers in the record's own rows: `total(parts.quantity)`. Measures ask the formula that stores what it adds up to.
    private func total(_ formula: Formula) throws(Diagnostic) -> TermReader.Typed {
        guard reader.allowsDivision else {
            throw Diagnostic(
                formula.place, "total",
                Words(zh: "“total”用在公式和校验里，不能用在汇总的条件里。", en: "“total” is for formulas and checks and can't stand in the condition of a measure."))
        }
        guard case .path(let path) = formula.kind, path.count == 2, let field = Name(path[0]).flatMap({ reader.register.field($0) }),
            let rows = field.kind as? RowsField
        else {
            throw Diagnostic(
                formula.place, "total",
                Words(zh: "“total”要写内嵌表的一栏，如 total(parts.quantity)。", en: "“total” takes a column of rows, as total(parts.quantity)."))
        }
        guard let cell = rows.fields.first(where: { $0.id.text == path[1] }), case .number = cell.kind.type else {
            throw Diagnostic(
                formula.place, "total",
                Words(zh: "“\(field.name.zh)”里没有数字栏“\(path[1])”。", en: "“\(field.name.en)” has no column of numbers “\(path[1])”."),
                suggestion: Suggestion.nearest(to: path[1], among: rows.fields.map(\.id.text)))
        }
        let column = FieldPath(register: reader.register.id, hops: [], field: field.column, type: .text, places: 0)
        return (.call(.total, [.field(column), .text(path[1])]), cell.kind.type)
    }

    private func day(_ formula: Formula) throws(Diagnostic) -> Term {
        let typed = try reader.read(formula)
        guard typed.type == .day else {
            throw Diagnostic(
                formula.place, "day",
                Words(zh: "这里要用日期，得到的却是\(typed.type.words.zh)。", en: "A day is needed here, but this is \(typed.type.words.en)."))
        }
        return typed.term
    }

    private func count(_ arguments: [Formula], _ wanted: Int, _ function: Term.Function, _ place: Place) throws(Diagnostic) {
        guard arguments.count != wanted else { return }
        throw Diagnostic(
            place, "arguments",
            Words(
                zh: "“\(function.rawValue)”要 \(wanted) 个值，写了 \(arguments.count) 个。",
                en: "“\(function.rawValue)” takes \(wanted) values, but \(arguments.count) were given."))
    }
}
