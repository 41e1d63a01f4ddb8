public import Storage

/// A change of one record.
public struct SampleStep: Sendable, Hashable {
    /// The natural key of the record, as text.
    public let key: [Name: String]
    public let values: [Name: String]
    /// The state that it comes to, by as many moves as that takes; nil for a plain edit.
    public let to: Name?

    public init(_ key: [Name: String], _ values: [Name: String] = [:], to: Name? = nil) {
        self.key = key
        self.values = values
        self.to = to
    }
}
