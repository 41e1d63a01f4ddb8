import Registers
import Storage

/// What stands in the boxes of a record's form, as people type it, field by field.
///
/// It is filled from a record, from an address or from what a form sent, and turns into inputs; so a form that was refused
/// shows again exactly what was typed.
struct RecordEntries: Sendable {
    /// What stands in one box.
    enum Entry: Sendable {
        case text(String)
        /// A typed name, and the record that the page itself had put there under its title.
        case reference(typed: String, known: Known?)
        /// The cells of a table, row by row.
        case table([[String]])
        /// Attachments, each as `digest name`.
        case files([String])
    }

    /// A record that a page named.
    struct Known: Sendable, Equatable {
        let id: Int64
        let title: String
    }

    private var entries: [Name: Entry] = [:]

    /// The fields that a form of a register has for somebody: those in use that may be seen and that people fill.
    static func fields(_ register: Register, _ permission: Permission) -> [Field] {
        register.activeFields.filter { permission.sees($0) && !($0.kind is FormulaField) }
    }

    subscript(field: Field) -> Entry { entries[field.id] ?? RecordEntries.blank(field) }

    private static func blank(_ field: Field) -> Entry {
        if field.kind.target != nil { return .reference(typed: "", known: nil) }
        if field.kind is RowsField { return .table([]) }
        return field.kind is FileField ? .files([]) : .text("")
    }

    /// An empty form, with what a new record gets that doesn't say.
    init(_ register: Register) {
        for field in register.activeFields where !field.initial.isEmpty { entries[field.id] = .text(field.initial.shown) }
    }

    /// A record as it stands.
    init(_ record: Record, _ fields: [Field]) {
        for field in fields { entries[field.id] = RecordEntries.entry(field, record) }
    }

    private static func entry(_ field: Field, _ record: Record) -> Entry {
        let value = record[field.id]
        guard !value.isNull else { return blank(field) }
        if field.kind.target != nil, let id = value.integer {
            let title = record.titles[field.id] ?? "#\(id)"
            return .reference(typed: title, known: Known(id: id, title: title))
        }
        if let rows = field.kind as? RowsField {
            return .table(RowsField.rows(value).map { row in rows.fields.map { row.cells[$0.id.text] ?? "" } })
        }
        let plain = field.kind.plain(value)
        return field.kind is FileField ? .files(plain.split(separator: "\n").map(String.init)) : .text(plain)
    }

    /// What a form sent. A field whose box the form didn't have isn't among it, so that an old page clears nothing.
    init(_ form: Form, _ fields: [Field]) {
        let had = Set(form.all(RecordEntries.had))
        for field in fields where had.contains(field.id.text) { entries[field.id] = RecordEntries.entry(field, form) }
    }

    private static func entry(_ field: Field, _ form: Form) -> Entry {
        let name = box(field)
        if field.kind.target != nil {
            let parts = form.typed(known(field)).split(separator: "|", maxSplits: 1).map(String.init)
            let known = parts.count == 2 ? Int64(parts[0]).map { Known(id: $0, title: parts[1]) } : nil
            return .reference(typed: form.typed(name).trimmed, known: known)
        }
        if let rows = field.kind as? RowsField {
            let columns = rows.fields.map { form.all(cell(field, $0)) }
            let count = columns.map(\.count).max() ?? 0
            let table = (0..<count).map { row in columns.map { row < $0.count ? $0[row].trimmed : "" } }
            return .table(table.filter { $0.contains { !$0.isEmpty } })
        }
        if field.kind is FileField { return .files(form.all(name).filter { !$0.isEmpty }) }
        let typed = form.typed(name).replacing("\r\n", with: "\n")
        return .text(field.kind is MomentField ? typed.replacing("T", with: " ") : typed)
    }

    // MARK: filling further

    /// Puts a record into the box of a reference.
    mutating func put(_ known: Known, into field: Field) { entries[field.id] = .reference(typed: known.title, known: known) }
    mutating func put(_ text: String, into field: Field) { entries[field.id] = .text(text) }
    mutating func put(_ entry: Entry, into field: Field) { entries[field.id] = entry }

    /// Adds an attachment after those that are there.
    mutating func attach(_ line: String, to field: Field) {
        guard case .files(let lines) = self[field], !lines.contains(line) else { return }
        entries[field.id] = .files(lines + [line])
    }

    // MARK: taking out

    /// What the fields are asked to become, for those that the form had.
    var inputs: [Name: Input] { entries.mapValues { .text(RecordEntries.plain($0)) } }
    /// What is wrong before any field reads it.
    func faults(_ fields: [Field]) -> [Invalid.Item] {
        fields.compactMap { field in
            RecordEntries.fault(self[field]).map { Invalid.Item(field: field.id, label: field.name, fault: $0) }
        }
    }

    /// An entry as the field's reader takes it. What a page put there goes by number, so that two records of one name stay two.
    static func plain(_ entry: Entry) -> String {
        switch entry {
        case .text(let text): text
        case .reference(let typed, let known): known.map { $0.title == typed ? "#\($0.id)" : typed } ?? typed
        case .table(let rows): rows.map { $0.joined(separator: "|") }.joined(separator: "\n")
        case .files(let lines): lines.joined(separator: "\n")
        }
    }

    /// What is wrong with an entry before its field reads it: a mark in a cell that stands between cells.
    static func fault(_ entry: Entry) -> Fault? {
        guard case .table(let rows) = entry else { return nil }
        guard rows.contains(where: { $0.contains { $0.contains { $0 == "|" || $0 == "｜" || $0.isNewline } } }) else { return nil }
        return Fault(zh: "格子里不能写“|”或换行，请改用“、”或“／”。", en: "A cell can't hold “|” or a line break; use “,” or “/”.")
    }

    // MARK: names of boxes

    /// Under which a form says which fields it has.
    static let had = "has"
    static func box(_ field: Field) -> String { "f." + field.id.text }
    static func cell(_ field: Field, _ column: Field) -> String { "f.\(field.id.text).\(column.id.text)" }
    static func known(_ field: Field) -> String { "known." + field.id.text }
}
