/// A line of a compiled report.
public struct ReportBlock: Sendable {
    /// What a line is.
    public enum Kind: Sendable {
        case title
        /// Level 1 to 4 with its printed number: 一、（一）1.（1）.
        case heading(level: Int, number: String)
        case paragraph
        case bullet
        /// A table; the cells of its rows, the first row its header.
        case table([[[ReportRun]]])
    }

    /// What line it is.
    public var kind: Kind
    /// What stands in it; empty for a table.
    public var runs: [ReportRun]

    /// What is read, without the heading's number.
    public var text: String { runs.map(\.text).joined() }
}
