import Registers
import Storage

/// A record for programs: values by the names of their fields, numbers exact, days and moments as ISO 8601 writes them.
struct RecordJSON {
    let register: Register
    let offset: Int

    func value(_ record: Record) -> JSON {
        .of([
            ("id", .whole(record.id)), ("title", .string(record.title)), ("state", .text(record.state?.text)), ("void", .bool(record.isVoid)),
            ("change", .whole(record.since)), ("fields", fields(record)),
        ])
    }

    /// The fields that have a value and may be seen; an empty one is left out.
    private func fields(_ record: Record) -> JSON {
        .of(
            register.activeFields.compactMap { field in
                let value = record[field.id]
                return value.isNull ? nil : (field.id.text, RecordJSON.json(value, field, title: record.titles[field.id], offset: offset))
            })
    }

    /// One value as the schema of its field says (`FieldSchema`).
    static func json(_ value: Value, _ field: Field, title: String?, offset: Int) -> JSON {
        let kind = field.kind
        if kind.target != nil { return .of([("id", .whole(value.integer ?? 0)), ("title", .string(title ?? ""))]) }
        switch kind {
        case is ChoiceField: return .string(value.text ?? "")
        case is YesNoField: return .bool(value.integer != 0)
        case is MomentField: return .string(moment(Moment(milliseconds: value.integer ?? 0), offset: offset))
        case let rows as RowsField: return .array(RowsField.rows(value).map { row($0, rows) })
        case is FileField:
            return .array(FileField.attachments(value).map { .of([("digest", .string($0.digest)), ("name", .string($0.name))]) })
        case let formula as FormulaField where formula.type == .truth: return .bool(value.integer != 0)
        default: return kind.isNumeric ? .number(kind.plain(value)) : .string(kind.plain(value))
        }
    }

    private static func row(_ row: RowsField.Row, _ rows: RowsField) -> JSON {
        .of(rows.fields.compactMap { field in row.cells[field.id.text].map { (field.id.text, .string($0)) } })
    }

    /// `2022-03-13T18:05:00+08:00` (RFC 3339) on the site's clock.
    static func moment(_ moment: Moment, offset: Int) -> String {
        let seconds = Int((moment.milliseconds / 1000 + Int64(offset)) % 60 + 60) % 60
        let clock = moment.text(offset: offset).replacing(" ", with: "T")
        return "\(clock):\(seconds < 10 ? "0" : "")\(seconds)\(zone(offset))"
    }

    private static func zone(_ offset: Int) -> String {
        let minutes = abs(offset) / 60
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(offset < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
    }
}
