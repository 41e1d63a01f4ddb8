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
        /// Bars of some years, with their number in the report.
        case chart(ReportChart)
        /// Whom it is addressed to.
        case addressee
    }

    /// What line it is.
    public var kind: Kind
    /// What stands in it; empty for a table or a chart.
    public var runs: [ReportRun]

    /// What is read, without the heading's number.
    public var text: String { runs.map(\.text).joined() }
}
