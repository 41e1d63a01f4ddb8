public import Storage

/// `person`: a record of the register `staff`.
public struct PersonField: FieldKind {
    public static let word = "person"
    public static let keys: [String] = []

    private let to: Name = "staff"

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {}

    public var type: TermType { .reference(to) }
    public var target: Name? { to }
    public func columns(_ name: Name) -> [Column] { [Column(name, .integer, references: Register.tableName(to))] }
    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value { try ReferenceField.read(input, to: to, context) }
    public func text(_ value: Value, _ language: Language) -> String { value.integer.map { "#\($0)" } ?? "" }
}
