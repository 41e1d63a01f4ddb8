import Registers
import Storage

/// One field of a record on a page: numbers with separators, references as links, a state as its light.
enum RecordCell {
    /// A column of a list: a field in use, or the state.
    enum Column: Sendable {
        case field(Field)
        case state

        var id: Name {
            switch self {
            case .field(let field): field.id
            case .state: Register.stateColumn
            }
        }

        var isNumeric: Bool {
            if case .field(let field) = self { return field.kind.isNumeric }
            return false
        }

        /// The column's head: its name, with the unit for numbers.
        func head(_ visit: Visit) -> HTML {
            switch self {
            case .state: return "\(visit("办理状态", "State"))"
            case .field(let field):
                let unit: HTML? = field.kind.unit.map { " <small>\($0)</small>" }
                return "\(visit(field.name))\(unit)"
            }
        }

        /// The name alone.
        func label(_ visit: Visit) -> String {
            switch self {
            case .state: visit("办理状态", "State")
            case .field(let field): visit(field.name)
            }
        }

        /// What stands before the value on a phone, where there are no heads: the name, with the unit for numbers.
        func cardLabel(_ visit: Visit) -> String {
            guard case .field(let field) = self, let unit = field.kind.unit else { return label(visit) }
            return visit("\(field.name.zh)（\(unit)）", "\(field.name.en) (\(unit))")
        }
    }

    /// The columns of a register under their names; names that it hasn't, or that may not be seen, are left out.
    static func columns(_ names: [Name], of register: Register, _ visit: Visit) -> [Column] {
        names.compactMap { name in
            if name == Register.stateColumn { return register.states.isEmpty ? nil : .state }
            guard let field = register.field(name), !field.isRetired, visit.permission.sees(field) else { return nil }
            return .field(field)
        }
    }

    /// What stands in a cell. `linksReferences` is off where the whole cell is a link already.
    static func text(_ column: Column, of record: Record, in register: Register, _ visit: Visit, linksReferences: Bool = true) -> HTML {
        switch column {
        case .state: return StateLight.light(record.state, of: register, visit) ?? ""
        case .field(let field): return text(field, of: record, visit, linksReferences: linksReferences)
        }
    }

    static func text(_ field: Field, of record: Record, _ visit: Visit, linksReferences: Bool = true) -> HTML {
        let text = record.text(field, visit.language)
        guard !text.isEmpty else { return "<span class=\"none\">—</span>" }
        if linksReferences, let target = field.kind.target, let id = record[field.id].integer {
            return "<a href=\"\(Link.record(target, id))\">\(text)</a>"
        }
        if linksReferences, field.kind is ChoiceField { return "<span class=\"tag\">\(text)</span>" }
        if field.kind is DayField { return "<span class=\"day\">\(text)</span>" }
        return "\(field.kind.isNumeric ? FigureText.minus(text) : text)"
    }
}
