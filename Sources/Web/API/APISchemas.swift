import Registers
import Storage

/// The schemas of a register's records, and those that all registers share.
struct APISchemas {
    let register: Register
    let permission: Permission

    private var fields: [Field] { register.activeFields.filter { permission.sees($0) } }

    static func ref(_ name: String) -> JSON { .of([("$ref", .string("#/components/schemas/\(name)"))]) }
    static func object(_ properties: [(String, JSON)], required: [String] = [], closed: Bool = true) -> JSON {
        .of(
            [("type", .string("object")), ("properties", .of(properties))]
                + (required.isEmpty ? [] : [("required", .array(required.map { .string($0) }))])
                + (closed ? [("additionalProperties", .bool(false))] : []))
    }
    static func type(_ names: String...) -> JSON { .of([("type", names.count == 1 ? .string(names[0]) : .array(names.map { .string($0) }))]) }
    static func list(_ items: JSON) -> JSON { .of([("type", .string("array")), ("items", items)]) }

    /// `hazard` for the records as they are read, `hazard.input` for what is sent of one, `hazard.page` for a page of them.
    var all: [(String, JSON)] {
        let name = register.id.text
        let record = APISchemas.object(
            [
                ("id", APISchemas.type("integer")), ("title", APISchemas.type("string")), ("state", state), ("void", APISchemas.type("boolean")),
                ("change", APISchemas.type("integer")), ("fields", APISchemas.object(fields.map { ($0.id.text, FieldSchema.read($0)) })),
            ], required: ["id", "title", "state", "void", "change", "fields"])
        let input = APISchemas.object(
            [
                ("fields", APISchemas.object(fields.compactMap { field in FieldSchema.sent(field).map { (field.id.text, $0) } })),
                ("reason", APISchemas.type("string", "null")),
            ])
        let page = APISchemas.object(
            [
                ("total", APISchemas.type("integer")), ("records", APISchemas.list(APISchemas.ref(name))),
                ("facets", APISchemas.list(APISchemas.type("object"))), ("next", APISchemas.type("string", "null")),
            ], required: ["total", "records", "facets", "next"])
        let history = APISchemas.list(
            APISchemas.object(
                [
                    ("change", APISchemas.ref("Change")), ("record", APISchemas.ref(name)), ("sentences", APISchemas.list(APISchemas.type("string"))),
                ], required: ["change", "record", "sentences"]))
        return [(name, record), ("\(name).input", input), ("\(name).page", page), ("\(name).history", history)]
    }

    private var state: JSON {
        guard !register.states.isEmpty else { return APISchemas.type("null") }
        return .of([("type", .array([.string("string"), .string("null")])), ("enum", .array(register.states.map { .string($0.id.text) } + [.null]))])
    }

    /// Those of all registers.
    static let shared: [(String, JSON)] = [
        ("Reference", object([("id", type("integer")), ("title", type("string"))], required: ["id", "title"])),
        ("Attachment", object([("digest", type("string")), ("name", type("string"))], required: ["digest", "name"])),
        (
            "Change",
            object(
                [
                    ("number", type("integer")), ("at", .of([("type", .string("string")), ("format", .string("date-time"))])),
                    ("subject", type("string")), ("kind", type("string")), ("reason", type("string")),
                ], required: ["number", "at", "subject", "kind", "reason"])
        ),
        (
            "Problem",
            object(
                [
                    ("type", type("string")), ("title", type("string")), ("status", type("integer")), ("detail", type("string")),
                    ("errors", list(object([("field", type("string", "null")), ("detail", type("string"))]))), ("id", type("string")),
                ], required: ["type", "title", "status", "detail"])
        ),
    ]
}
