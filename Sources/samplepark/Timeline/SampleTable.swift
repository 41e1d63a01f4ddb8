public import Storage

/// Records as text, in columns.
public struct SampleTable: Sendable, Hashable {
    public let columns: [Name]
    public var rows: [[String]]

    public init(_ columns: [Name], _ rows: [[String]] = []) {
        self.columns = columns
        self.rows = rows
    }
}
