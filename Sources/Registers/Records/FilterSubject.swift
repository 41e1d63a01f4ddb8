import Storage

/// What a filter is about: a field, or the state, by what it is compared as.
struct FilterSubject: Sendable {
    /// How values compare, which says which operators there are.
    enum Shape: Sendable, Hashable { case number, day, text, choice, truth, reference, other }

    let name: Words
    let shape: Shape
    /// The column that is compared; for a moment that of its local day.
    let column: Name
    let target: Name?
    /// Reads what was typed into what is stored.
    let read: @Sendable (String) throws(Fault) -> Value
    /// Prints what is stored.
    let text: @Sendable (Value, Language) -> String

    /// The field of that name, or the state; nil where the register has neither, whatever was asked for.
    init?(_ name: String, _ register: Register) {
        if name == Register.stateColumn.text, !register.states.isEmpty {
            self.init(states: register.states)
            return
        }
        guard let id = Name(name), let field = register.field(id) else { return nil }
        self.init(field)
    }

    private init(states: [State]) {
        name = Words(zh: "状态", en: "State")
        shape = .choice
        column = Register.stateColumn
        target = nil
        read = { typed throws(Fault) in
            if let state = states.first(where: { $0.id.text == typed || $0.name.zh == typed || $0.name.en == typed }) { return .text(state.id.text) }
            let names = states.map(\.name.zh).joined(separator: "、")
            throw Fault(zh: "没有状态“\(typed.prefix(40))”，有：\(names)。", en: "There is no state “\(typed.prefix(40))”.")
        }
        text = { value, language in
            guard let id = value.text else { return "" }
            return states.first { $0.id.text == id }?.name(language) ?? id
        }
    }

    private init(_ field: Field) {
        let kind = field.kind
        name = field.name
        target = kind.target
        let isMoment = kind is MomentField
        column = isMoment ? MomentField.dayColumn(field.column) : field.column
        let shape = FilterSubject.shape(kind)
        self.shape = shape
        read = { typed throws(Fault) in
            switch shape {
            case .number:
                let reading = NumberReading(unit: kind.unit.flatMap { Unit($0) }, places: kind.places)
                return .integer(try reading.units(.text(typed), headUnit: nil))
            case .day:
                if kind is PeriodField { return try kind.read(.text(typed), InputContext()) }
                return .integer(try DayReading.day(.text(typed)).number)
            case .reference:
                if let id = ReferenceDirectory.number(typed) ?? Int64(typed) { return .integer(id) }
                throw Fault(zh: "请从列表中选一条记录。", en: "Choose a record from the list.")
            case .truth:
                if typed == "yes" || typed == "no" { return .integer(typed == "yes" ? 1 : 0) }
                throw Fault(zh: "只能是 yes 或 no。", en: "Only yes or no can stand here.")
            case .choice:
                // A retired option can't be chosen any more, but its records can be asked for.
                if let choice = kind as? ChoiceField,
                    let option = choice.options.first(where: { $0.id.text == typed || $0.name.zh == typed || $0.name.en == typed })
                {
                    return .text(option.id.text)
                }
                return try kind.read(.text(typed), InputContext())
            case .text, .other: return .text(Narrow.trimmed(typed))
            }
        }
        text = { value, language in
            if isMoment || (shape == .day && !(kind is PeriodField)) { return value.integer.flatMap { Day(number: $0) }?.iso ?? "" }
            return kind.text(value, language)
        }
    }

    private static func shape(_ kind: any FieldKind) -> Shape {
        if kind is RowsField || kind is FileField { return .other }
        if kind.target != nil { return .reference }
        if kind is ChoiceField { return .choice }
        switch kind.type {
        case .number, .mixed: return .number
        case .day, .moment: return .day
        case .truth: return .truth
        case .choice: return .choice
        case .reference: return .reference
        case .text: return .text
        }
    }

    /// The operators that a shape allows.
    var operators: [Filter.Operator] {
        let any: [Filter.Operator] = [.empty, .filled]
        switch shape {
        case .number: return [.equal, .notEqual, .anyOf, .noneOf, .below, .atMost, .above, .atLeast, .between] + any
        case .day:
            return [.equal, .notEqual, .anyOf, .noneOf, .before, .onOrBefore, .after, .onOrAfter, .between, .inPeriod, .this] + any
        case .text: return [.equal, .notEqual, .anyOf, .noneOf, .contains, .notContains, .begins] + any
        case .choice: return [.equal, .notEqual, .anyOf, .noneOf] + any
        case .truth: return [.equal, .notEqual] + any
        case .reference: return [.equal, .notEqual, .anyOf, .noneOf, .contains, .notContains] + any
        case .other: return any
        }
    }
}
