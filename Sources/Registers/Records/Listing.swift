public import Storage

/// A page of records, with what belongs to the whole list.
public struct Listing: Sendable {
    public let records: [Record]
    /// How many records there are on all pages.
    public let total: Int
    /// The sums over all pages of the numeric columns of the list, each in its field's unit. Only fields with a unit are summed
    /// that is not a ratio: adding up percentages says nothing.
    public let sums: [Name: Amount]
    public let facets: [Facet]
}

/// How often each value of a field occurs among the records that the other filters leave.
public struct Facet: Sendable, Hashable {
    /// One value.
    public struct Entry: Sendable, Hashable {
        public let value: Value
        public let label: Words
        public let count: Int
    }

    public let field: Name
    public let name: Words
    /// Options in the order of the declaration, others by how often they occur; at most fifty.
    public let entries: [Entry]
}
