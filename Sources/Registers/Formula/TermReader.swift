import Storage

/// Gives the names of an expression their meaning in one register, or says what is wrong with each.
struct TermReader {
    /// Where names are looked up.
    struct Surroundings {
        var registers: [Name: Register]
        var parameters: [Name: Parameter]
    }

    let surroundings: Surroundings
    let register: Register
    /// Whether the ends of a period may be named: in measures and scopes, not in formulas and checks.
    var allowsPeriod = false
    /// Whether references may be followed: not by formulas, which look at their own record only.
    var allowsReferences = true
    /// Whether `/` may stand: in formulas, not in conditions that become SQL.
    var allowsDivision = false

    typealias Typed = (term: Term, type: TermType)

    /// A condition: something that is true or not.
    func condition(_ formula: Formula) throws(Diagnostic) -> Term {
        let typed = try read(formula)
        guard typed.type == .truth else {
            throw Diagnostic(
                formula.place, "condition",
                Words(zh: "这里要写一个条件，得到的却是\(typed.type.words.zh)。", en: "A condition is needed here, but this gives \(typed.type.words.en)."))
        }
        return typed.term
    }

    func read(_ formula: Formula) throws(Diagnostic) -> Typed {
        switch formula.kind {
        case .number(let amount, let symbol): return (.number(amount, try unit(symbol, formula.place)), .number(try unit(symbol, formula.place)))
        case .text(let text): return (.text(text), .text)
        case .truth(let truth): return (.truth(truth), .truth)
        case .day(let day): return (.day(day), .day)
        case .path(let path): return try self.path(path, formula.place)
        case .call(let path, let arguments): return try TermCalls(reader: self).read(path, arguments, formula.place)
        case .not(let inner): return (.not(try condition(inner)), .truth)
        case .negative(let inner):
            let typed = try number(inner)
            return (.negative(typed.term), typed.type)
        case .pair(let operation, let left, let right): return try pair(operation, left, right, formula.place)
        case .among(let inner, let list, let negated):
            let typed = try read(inner)
            var members: [Term] = []
            for member in list {
                let other = try compared(typed, with: member)
                members.append(other.factor == .one ? other.right : .pair(.times, other.right, .number(other.factor, nil), factor: .one))
            }
            return (.among(typed.term, members, negated: negated), .truth)
        case .empty(let inner, let negated):
            let typed = try read(inner)
            guard case .field = typed.term else {
                throw Diagnostic(inner.place, "empty", Words(zh: "只有字段可以问“是否为空”。", en: "Only a field can be asked whether it is empty."))
            }
            return (.empty(typed.term, negated: negated), .truth)
        case .valid(let edge): return (try valid(edge, formula.place), .truth)
        }
    }

    func number(_ formula: Formula) throws(Diagnostic) -> Typed {
        let typed = try read(formula)
        switch typed.type {
        case .number, .mixed: return typed
        default:
            throw Diagnostic(
                formula.place, "number",
                Words(zh: "这里要用数，得到的却是\(typed.type.words.zh)。", en: "A number is needed here, but this is \(typed.type.words.en)."))
        }
    }

    private func unit(_ symbol: String?, _ place: Place) throws(Diagnostic) -> Unit? {
        guard let symbol else { return nil }
        if let unit = Unit(symbol) { return unit }
        throw Diagnostic(
            place, "unit", Words(zh: "不认识的单位“\(symbol)”。", en: "Unknown unit “\(symbol)”."),
            suggestion: Suggestion.nearest(to: symbol, among: Unit.symbols))
    }

    // MARK: names

    private func path(_ path: [String], _ place: Place) throws(Diagnostic) -> Typed {
        if path.count == 2, path[0] == "parameter" { return try parameter(path[1], place) }
        if path.count == 2, path[0] == "period" {
            guard let edge = Formula.Edge(rawValue: path[1]) else {
                throw Diagnostic(place, "unknown-name", Words(zh: "期间只有 period.start 和 period.end。", en: "A period has period.start and period.end."))
            }
            guard allowsPeriod else {
                throw Diagnostic(place, "period", Words(zh: "这里没有期间可用。", en: "There is no period here."))
            }
            return (.edge(edge), .day)
        }
        let field = try fieldPath(path, place)
        return (.field(field), field.type)
    }

    private func parameter(_ text: String, _ place: Place) throws(Diagnostic) -> Typed {
        guard let name = Name(text), let parameter = surroundings.parameters[name] else {
            throw Diagnostic(
                place, "unknown-parameter", Words(zh: "没有参数“\(text)”。", en: "There is no parameter “\(text)”."),
                suggestion: Suggestion.nearest(to: text, among: surroundings.parameters.keys.map(\.text)))
        }
        switch parameter.content {
        case .number(let amount, let unit): return (.number(amount, unit), .number(unit))
        case .text(let text): return (.text(text), .text)
        case .list:
            throw Diagnostic(place, "parameter", Words(zh: "参数“\(text)”是列表，不能在这里用。", en: "The parameter “\(text)” is a list and can't be used here."))
        }
    }

    /// Follows references to a field.
    func fieldPath(_ path: [String], _ place: Place) throws(Diagnostic) -> FieldPath {
        var current = register
        var hops: [FieldPath.Hop] = []
        for (index, text) in path.enumerated() {
            guard let field = Name(text).flatMap({ current.field($0) }) else {
                if text == "state", index == path.count - 1, !current.states.isEmpty {
                    return FieldPath(
                        register: register.id, hops: hops, field: Register.stateColumn, type: .choice(current.states.map(\.id)), places: 0)
                }
                throw Diagnostic(
                    place, "unknown-field",
                    Words(zh: "“\(current.name.zh)”没有字段“\(text)”。", en: "“\(current.name.en)” has no field “\(text)”."),
                    suggestion: Suggestion.nearest(to: text, among: current.fields.map(\.id.text)))
            }
            if index == path.count - 1 {
                return FieldPath(register: register.id, hops: hops, field: field.column, type: field.kind.type, places: field.kind.places)
            }
            guard let target = field.kind.target, let next = surroundings.registers[target] else {
                throw Diagnostic(
                    place, "not-a-reference",
                    Words(zh: "“\(field.name.zh)”不是关联，后面不能再跟字段。", en: "“\(field.name.en)” is not a reference, so no field can follow it."))
            }
            guard allowsReferences else {
                throw Diagnostic(
                    place, "own-record",
                    Words(zh: "公式只看本记录；跨记录的数请写成指标。", en: "A formula looks at its own record only; across records, declare an indicator."))
            }
            hops.append(.init(field: field.column, target: target))
            current = next
        }
        throw Diagnostic(place, "expression", Words(zh: "这里要写一个字段。", en: "A field is needed here."))
    }

    private func valid(_ edge: Formula.Edge, _ place: Place) throws(Diagnostic) -> Term {
        guard allowsPeriod, let valid = register.valid else {
            throw Diagnostic(
                place, "valid", Words(zh: "“\(register.name.zh)”没有声明有效期（valid）。", en: "“\(register.name.en)” declares no validity (valid)."))
        }
        let from = try fieldPath([valid.from.text], place)
        var to: FieldPath?
        if let name = valid.to { to = try fieldPath([name.text], place) }
        return .valid(from: from, to: to, edge)
    }

    // MARK: operators

    private func pair(_ operation: Formula.Operator, _ left: Formula, _ right: Formula, _ place: Place) throws(Diagnostic) -> Typed {
        switch operation {
        case .and, .or: return (.pair(operation, try condition(left), try condition(right), factor: .one), .truth)
        case .contains:
            let (one, other) = (try read(left), try read(right))
            guard one.type == .text, case .text = other.term else {
                throw Diagnostic(
                    place, "text",
                    Words(zh: "“contains”左边是文字字段，右边是引号里的文字。", en: "“contains” has a text field at its left and a quoted text at its right."))
            }
            return (.pair(.contains, one.term, other.term, factor: .one), .truth)
        case .plus, .minus:
            let (one, other) = (try number(left), try number(right))
            let factor = try factor(from: other.type, to: one.type, place)
            return (.pair(operation, one.term, other.term, factor: factor), one.type)
        case .times, .over:
            let (one, other) = (try number(left), try number(right))
            guard operation == .times || allowsDivision else {
                throw Diagnostic(
                    place, "division", Words(zh: "条件里不能用除法，请改写成乘法。", en: "A condition can't divide; write it as a product."))
            }
            return product(operation, one, other)
        default:
            // An option's own name may stand on either side of the choice that has it. Only a bare name is tried twice: trying
            // whole brackets twice at each level would take for ever.
            if case .path(let path) = left.kind, path.count == 1, (try? read(left)) == nil, let other = try? read(right) {
                let sides = try compared(other, with: left)
                return (try ordered(operation.mirrored, other, sides, place), .truth)
            }
            let one = try read(left)
            return (try ordered(operation, one, try compared(one, with: right), place), .truth)
        }
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

    /// What the right side of a comparison is, and by what it is multiplied to get into the left one's unit.
    func compared(_ left: Typed, with right: Formula) throws(Diagnostic) -> (right: Term, factor: Amount) {
        if case .choice(let options) = left.type {
            let written: String? =
                switch right.kind {
                case .path(let path) where path.count == 1: path[0]
                case .text(let text): text
                default: nil
                }
            if let written {
                if let option = options.first(where: { $0.text == written }) { return (.option(option), .one) }
                throw Diagnostic(
                    right.place, "unknown-option",
                    Words(
                        zh: "没有选项“\(written)”，可选：\(options.map(\.text).joined(separator: "、"))。",
                        en: "No option “\(written)”; there are \(options.map(\.text).joined(separator: ", "))."),
                    suggestion: Suggestion.nearest(to: written, among: options.map(\.text)))
            }
        }
        let typed = try read(right)
        switch (left.type, typed.type) {
        case (.number, .number), (.mixed, .number), (.number, .mixed), (.mixed, .mixed):
            return (typed.term, try factor(from: typed.type, to: left.type, right.place))
        case (.choice, .choice), (.text, .text), (.day, .day), (.truth, .truth), (.moment, .moment): return (typed.term, .one)
        case (.reference(let a), .reference(let b)) where a == b: return (typed.term, .one)
        default:
            throw Diagnostic(
                right.place, "compare",
                Words(
                    zh: "\(left.type.words.zh)不能与\(typed.type.words.zh)比较。",
                    en: "\(left.type.words.en) can't be compared with \(typed.type.words.en)."))
        }
    }

    /// Options compare by their place in the declaration, written out as the list of those that qualify.
    private func ordered(_ operation: Formula.Operator, _ left: Typed, _ sides: (right: Term, factor: Amount), _ place: Place)
        throws(Diagnostic) -> Term
    {
        guard operation != .equal, operation != .unequal else { return .pair(operation, left.term, sides.right, factor: sides.factor) }
        switch left.type {
        case .truth, .reference:
            throw Diagnostic(place, "compare", Words(zh: "这里只能用 = 或 !=。", en: "Only = or != can stand here."))
        case .choice(let options):
            guard case .option(let option) = sides.right, let at = options.firstIndex(of: option) else {
                throw Diagnostic(place, "compare", Words(zh: "这里要写一个选项。", en: "An option is needed here."))
            }
            let kept = options.indices.filter { index in
                switch operation {
                case .below: index < at
                case .atMost: index <= at
                case .above: index > at
                default: index >= at
                }
            }
            return .among(left.term, kept.map { .option(options[$0]) }, negated: false)
        default: return .pair(operation, left.term, sides.right, factor: sides.factor)
        }
    }

    func factor(from: TermType, to: TermType, _ place: Place) throws(Diagnostic) -> Amount {
        guard case .number(let source) = from, case .number(let goal) = to, let source, let goal else { return .one }
        if let factor = source.factor(to: goal) { return factor }
        throw Diagnostic(
            place, "unit", Words(zh: "“\(source.symbol)”不能换算成“\(goal.symbol)”。", en: "“\(source.symbol)” can't be converted into “\(goal.symbol)”."))
    }
}

extension Formula.Operator {
    /// The comparison with its sides exchanged.
    var mirrored: Formula.Operator {
        switch self {
        case .below: .above
        case .atMost: .atLeast
        case .above: .below
        case .atLeast: .atMost
        default: self
        }
    }
}
