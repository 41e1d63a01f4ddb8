import Indicators
import Registers
import Storage

/// Checks every name in the lists of a text: the register, its condition and order, and what is printed of each record.
struct ListChecker {
    let vocabulary: Vocabulary

    func check(_ list: WrittenList, entry: [Piece], _ diagnostics: inout Diagnostics) {
        guard let register = register(list, &diagnostics) else { return }
        check(entry, register, &diagnostics)
    }

    func check(_ rows: WrittenRows, _ diagnostics: inout Diagnostics) {
        guard let register = register(rows.list, &diagnostics) else { return }
        for column in rows.columns { check(column, register, &diagnostics) }
    }

    private func register(_ list: WrittenList, _ diagnostics: inout Diagnostics) -> Register? {
        guard let register = vocabulary.catalogue.register(named: list.register) else {
            diagnostics.add(
                list.place, "unknown-register", zh: "没有台账“\(list.register)”。", en: "There is no register “\(list.register)”.",
                suggestion: Suggestion.nearest(to: list.register, among: vocabulary.catalogue.registers.map(\.id.text)))
            return nil
        }
        let reading = TermReading(vocabulary.catalogue, register: register)
        do throws(Diagnostic) {
            if let filter = list.filter { _ = try reading.condition(filter) }
            for order in list.order { _ = try reading.field(order.path, list.place) }
        } catch { diagnostics.add(error) }
        return register
    }

    private func check(_ pieces: [Piece], _ register: Register, _ diagnostics: inout Diagnostics) {
        for piece in pieces {
            switch piece {
            case .text, .plain, .period: break
            case .figure(let figure):
                if figure.display == .change {
                    diagnostics.add(figure.formula.place, "list", zh: "列表里不能用 .change。", en: "A list has no .change.")
                } else {
                    check(figure.formula, register, &diagnostics)
                }
            case .condition(let formula, let then, let otherwise):
                check(formula, register, &diagnostics)
                check(then + (otherwise ?? []), register, &diagnostics)
            case .item, .about, .finding, .claim, .list:
                diagnostics.add(
                    Place(file: register.id.text, line: 1, column: 1), "list", zh: "列表里只能写字段、{if} 和文字。",
                    en: "A list holds fields, {if} and words only.")
            }
        }
    }

    private func check(_ formula: Formula, _ register: Register, _ diagnostics: inout Diagnostics) {
        if OwnField.isTitle(formula, register) || OwnField.path(formula, register, vocabulary.catalogue) != nil { return }
        for fault in vocabulary.check(formula, register.id) { diagnostics.add(fault) }
    }
}

/// What a name means in a list: a field of the record before anything else, and `title` the record's own name.
enum OwnField {
    static func isTitle(_ formula: Formula, _ register: Register) -> Bool {
        guard case .path(["title"]) = formula.kind else { return false }
        return register.field("title") == nil
    }

    /// The field that a path names; nil where it is an expression or a figure.
    static func path(_ formula: Formula, _ register: Register, _ catalogue: Catalogue) -> FieldPath? {
        guard case .path(let path) = formula.kind, path.first != "period", path.first != "parameter" else { return nil }
        return try? TermReading(catalogue, register: register).field(path, formula.place)
    }
}
