import Registers
import Storage

/// The schema of a field's value (JSON Schema 2020-12, as OpenAPI 3.1 has it): as it is read, and as it may be sent.
enum FieldSchema {
    static func described(_ schema: [(String, JSON)], _ field: Field) -> JSON {
        let unit = field.kind.unit.map { "（\($0)）" } ?? ""
        return .of(schema + [("description", .string("\(field.name.zh)\(unit) \(field.name.en)"))])
    }

    /// As `RecordJSON` writes it.
    static func read(_ field: Field) -> JSON {
        let kind = field.kind
        if kind.target != nil { return .of([("$ref", .string("#/components/schemas/Reference"))]) }
        switch kind {
        case let choice as ChoiceField:
            return described([("type", .string("string")), ("enum", .array(choice.options.map { .string($0.id.text) }))], field)
        case is YesNoField: return described([("type", .string("boolean"))], field)
        case is DayField: return described([("type", .string("string")), ("format", .string("date"))], field)
        case is MomentField: return described([("type", .string("string")), ("format", .string("date-time"))], field)
        case let rows as RowsField:
            return described([("type", .string("array")), ("items", row(rows))], field)
        case is FileField:
            return described([("type", .string("array")), ("items", .of([("$ref", .string("#/components/schemas/Attachment"))]))], field)
        case let formula as FormulaField where formula.type == .truth: return described([("type", .string("boolean"))], field)
        default: return described([("type", .string(kind.isNumeric ? "number" : "string"))], field)
        }
    }

    /// As `RecordInput` takes it: typed values, or what people would type. Nil for what can't be sent.
    static func sent(_ field: Field) -> JSON? {
        let kind = field.kind
        if kind is FileField || kind is FormulaField { return nil }
        func types(_ names: String...) -> [(String, JSON)] { [("type", .array((names + ["null"]).map { .string($0) }))] }
        if kind.target != nil { return described(types("integer", "string", "object"), field) }
        switch kind {
        case is YesNoField: return described(types("boolean", "string"), field)
        case let rows as RowsField:
            return described(types("array") + [("items", row(rows))], field)
        default: return described(types(kind.isNumeric ? "number" : "string", kind.isNumeric ? "string" : "number"), field)
        }
    }

    private static func row(_ rows: RowsField) -> JSON {
        .of([
            ("type", .string("object")), ("properties", .of(rows.fields.map { ($0.id.text, described([("type", .string("string"))], $0)) })),
            ("additionalProperties", .bool(false)),
        ])
    }
}
