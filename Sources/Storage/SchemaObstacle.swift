/// Why the tables cannot be brought to what is wanted.
public struct SchemaObstacle: Sendable, Hashable {
    /// The table that cannot become what is wanted.
    public let table: Name
    /// What is wanted and cannot be, what stands in the way, and what to do.
    public let words: Words
    /// How many rows stand in the way; 0 where it is not the rows.
    public let rows: Int64
    /// The keys of the first five of them, or their values where the table has no key.
    public let examples: [String]

    init(_ table: Name, _ words: Words, rows: Int64 = 0, examples: [String] = []) {
        self.table = table
        self.words = words
        self.rows = rows
        self.examples = examples
    }
}
