import Storage

/// What of a declaration touches the records themselves, so that a new label asks nothing of them.
enum RuleMarks {
    /// What can never change about a field that has been applied, where it does; nil where nothing does.
    static func fixed(_ before: Field, _ after: Field) -> Words? {
        let (old, new) = (before.kind, after.kind)
        if type(of: old).word != type(of: new).word {
            return Words(zh: "类型（\(type(of: old).word) 改为 \(type(of: new).word)）", en: "the kind (\(type(of: old).word) to \(type(of: new).word))")
        }
        if old.unit != new.unit {
            return Words(zh: "单位（\(old.unit ?? "无") 改为 \(new.unit ?? "无")）", en: "the unit (\(old.unit ?? "none") to \(new.unit ?? "none"))")
        }
        if old.places != new.places { return Words(zh: "小数位数（\(old.places) 改为 \(new.places)）", en: "the places (\(old.places) to \(new.places))") }
        if old.target != new.target { return Words(zh: "关联的台账", en: "the register that it refers to") }
        if let old = old as? PeriodField, let new = new as? PeriodField, old.every != new.every {
            return Words(zh: "期间的长短", en: "the length of the period")
        }
        if let old = old as? FormulaField, let new = new as? FormulaField, old.columns("a") != new.columns("a") {
            return Words(zh: "公式的结果类型", en: "what the formula gives")
        }
        return nil
    }

    /// Whether two declarations of a register ask the same of its records.
    static func same(_ old: Register, _ new: Register) -> Bool { marks(old) == marks(new) }

    private static func marks(_ register: Register) -> [String] {
        let whole = "\(register.title.parts) \(register.key.map { register.column(of: $0) }) \(register.states.isEmpty)"
        return [whole]
            + register.fields.map { field in
                var parts = [field.column.text, type(of: field.kind).word, "\(field.isUnique)", "\(field.isRetired)"]
                switch field.required {
                case .never: break
                case .always: parts.append("always")
                case .when(let term): parts.append("\(term)")
                }
                if let check = field.check { parts.append("\(check.term)") }
                parts.append(own(field.kind))
                return parts.joined(separator: "|")
            }
    }

    /// The keys of a kind that say what may be held.
    private static func own(_ kind: any FieldKind) -> String {
        switch kind {
        case let kind as TextField: "\(kind.longest)"
        case let kind as NoteField: "\(kind.longest)"
        case let kind as NumberField: "\(kind.limits)"
        case let kind as MoneyField: "\(kind.limits)"
        case let kind as QuantityField: "\(kind.limits)"
        case let kind as ChoiceField: "\(kind.options.map(\.id))"
        case let kind as CodeField: "\(kind.scheme)"
        case let kind as FormulaField: "\(String(describing: kind.term)) \(kind.type)"
        default: ""
        }
    }
}
