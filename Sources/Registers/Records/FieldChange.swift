public import Storage

/// One field before and after a change, as stored. `state` and `void` stand for the workflow and the voiding.
public struct FieldChange: Sendable, Hashable {
    public let field: Name
    public let before: Value
    public let after: Value

    public init(field: Name, before: Value, after: Value) {
        self.field = field
        self.before = before
        self.after = after
    }
}
