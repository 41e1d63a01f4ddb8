public import Storage

/// A column of what is being brought in: a field (or `state`), and the unit that the column's head gives.
public struct BatchColumn: Sendable, Hashable {
    public let field: Name
    public let unit: Unit?

    public init(_ field: Name, unit: Unit? = nil) {
        self.field = field
        self.unit = unit
    }
}
