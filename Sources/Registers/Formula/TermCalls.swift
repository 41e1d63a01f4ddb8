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
        case .tally: return try tally(arguments, place)
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
        let (rows, column, cell) = try column(formula, of: .total)
        guard case .number = cell.kind.type else {
            throw Diagnostic(
                formula.place, "total",
                Words(zh: "“\(cell.name.zh)”不是数字栏，不能合计。", en: "“\(cell.name.en)” is no column of numbers and can't be added up."))
        }
        return (.call(.total, [.field(rows), .text(column)]), cell.kind.type)
    }

    /// How many cells of a column are filled, `tally(experts.expert)`, or have an option, `tally(experts.vote, agrees)`.
    private func tally(_ arguments: [Formula], _ place: Place) throws(Diagnostic) -> TermReader.Typed {
        guard arguments.count == 1 || arguments.count == 2 else {
            throw Diagnostic(
                place, "arguments",
                Words(zh: "“tally”要写一栏，或一栏和一个选项。", en: "“tally” takes a column, or a column and one of its options."))
        }
        let (rows, column, cell) = try column(arguments[0], of: .tally)
        guard arguments.count == 2 else { return (.call(.tally, [.field(rows), .text(column)]), .number(nil)) }
        guard case .choice(let options) = cell.kind.type, case .path(let path) = arguments[1].kind, path.count == 1,
            let option = options.first(where: { $0.text == path[0] })
        else {
            var suggestion: String?
            if case .choice(let options) = cell.kind.type, case .path(let path) = arguments[1].kind {
                suggestion = Suggestion.nearest(to: path.joined(separator: "."), among: options.map(\.text))
            }
            throw Diagnostic(
                arguments[1].place, "unknown-option",
                Words(zh: "这里要写“\(cell.name.zh)”的一个选项。", en: "One of the options of “\(cell.name.en)” is needed here."), suggestion: suggestion)
        }
        // Cells are kept as they are read, so the label is what stands in them.
        let label = (cell.kind as? ChoiceField)?.options.first { $0.id == option }?.name.zh ?? option.text
        return (.call(.tally, [.field(rows), .text(column), .option(option), .text(label)]), .number(nil))
    }

    /// A column of the record's own rows: `parts.quantity`.
    private func column(_ formula: Formula, of function: Term.Function) throws(Diagnostic) -> (rows: FieldPath, column: String, cell: Field) {
        let word = function.rawValue
        guard reader.allowsDivision else {
            throw Diagnostic(
                formula.place, word,
                Words(zh: "“\(word)”用在公式和校验里，不能用在汇总的条件里。", en: "“\(word)” is for formulas and checks and can't stand in the condition of a measure."))
        }
        guard case .path(let path) = formula.kind, path.count == 2, let field = Name(path[0]).flatMap({ reader.register.field($0) }),
            let rows = field.kind as? RowsField
        else {
            throw Diagnostic(
                formula.place, word,
                Words(zh: "“\(word)”要写内嵌表的一栏，如 \(word)(parts.quantity)。", en: "“\(word)” takes a column of rows, as \(word)(parts.quantity)."))
        }
        guard let cell = rows.fields.first(where: { $0.id.text == path[1] }) else {
            throw Diagnostic(
                formula.place, word, Words(zh: "“\(field.name.zh)”里没有“\(path[1])”栏。", en: "“\(field.name.en)” has no column “\(path[1])”."),
                suggestion: Suggestion.nearest(to: path[1], among: rows.fields.map(\.id.text)))
        }
        return (FieldPath(register: reader.register.id, hops: [], field: field.column, type: .text, places: 0), path[1], cell)
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
