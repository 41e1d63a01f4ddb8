import Registers
import Storage

/// The boxes of a record's form under their headings, with what is wrong beside each.
struct RecordForm {
    let fields: [Field]
    let entries: RecordEntries
    var faults: [Invalid.Item] = []
    /// Fields that somebody else changed meanwhile, as they stand now.
    var theirs: [Name: String] = [:]
    /// Fields that a step asks for.
    var needed: Set<Name> = []
    /// Fields that later steps will ask for, folded away where nothing stands in them.
    var later: Set<Name> = []

    /// Sets it apart from other forms on the same page.
    var place = ""

    /// What is wrong, said once above the form.
    func summary(_ visit: Visit) -> HTML? {
        guard !faults.isEmpty else { return nil }
        let items: [HTML] = faults.map { item in
            let text = item.text(visit.language)
            guard let field = fields.first(where: { $0.id == item.field }) else { return "<li>\(text)</li>" }
            let anchor = FormBox(name: RecordEntries.box(field), label: "", place: place).id
            return "<li><a href=\"#\(anchor)\">\(text)</a></li>"
        }
        return """
            <div class="faults" role="alert" tabindex="-1"><p>\(visit("没有保存，请改好下面几处：", "Nothing was saved. Please mend this:"))</p><ul>\(items)</ul></div>
            """
    }

    func view(_ visit: Visit) -> HTML {
        let folded = fields.filter { isFolded($0) }
        let parts = FieldParts.of(fields.filter { !isFolded($0) })
        let sections: [HTML] = parts.map { heading, fields in
            let boxes: [HTML] = fields.map { box($0).view(visit) }
            return "<section class=\"sheet\"><h2>\(visit(heading))</h2><div class=\"boxes\">\(boxes)</div></section>\n"
        }
        guard !folded.isEmpty else { return "\(sections)" }
        let boxes: [HTML] = folded.map { box($0).view(visit) }
        return """
            \(sections)<details class="sheet later"><summary>\(visit("以后办理时再填的 \(folded.count) 栏", "\(folded.count) fields that later steps ask for"))</summary><div class="boxes">\(boxes)</div></details>

            """
    }

    private func isFolded(_ field: Field) -> Bool {
        later.contains(field.id) && RecordEntries.plain(entries[field]).isEmpty && !faults.contains { $0.field == field.id }
    }

    /// What later steps of a register's workflow ask for, and nobody has to know when a record begins.
    static func later(_ register: Register) -> Set<Name> {
        let asked = Set(register.moves.flatMap(\.needs))
        return asked.filter { name in
            if case .never = register.field(name)?.required { return true }
            return false
        }
    }

    /// The boxes alone, for a form that has few.
    func plain(_ visit: Visit) -> HTML {
        let boxes: [HTML] = fields.map { box($0).view(visit) }
        return "\(boxes)"
    }

    private func box(_ field: Field) -> FieldBox {
        let wrong = faults.filter { $0.field == field.id }.map(\.fault.words)
        let fault = wrong.isEmpty ? nil : Words(zh: wrong.map(\.zh).joined(separator: " "), en: wrong.map(\.en).joined(separator: " "))
        return FieldBox(
            field: field, entry: entries[field], fault: fault, theirs: theirs[field.id], isNeeded: needed.contains(field.id),
            place: place)
    }

    /// Whether the form sends files.
    var hasFiles: Bool { fields.contains { $0.kind is FileField } }
}
