public import Registers

/// The text of a report as it was written, read but not computed.
public struct ReportText: Sendable {
    /// The lines that are not empty, in order.
    public var lines: [Line]
    /// How often it is put together: `{every week}`.
    public var rhythm: Rhythm = .year
    /// How many days after its period it is put together: `{every month, 20 days after}`.
    public var delay = 0

    /// A line of the file: a title, a heading, a paragraph, a member of a list, a table.
    public struct Line: Sendable {
        /// What line it is.
        public var kind: Kind
        /// What stands in it, without the marks at its beginning.
        public var pieces: [Piece]
        /// Where it begins.
        public var place: Place
    }

    /// What a line is.
    public enum Kind: Sendable, Hashable {
        case title
        /// From 1 for 一、 to 4 for （1）. `number` is set where `{chapter 3}` says which one this is.
        case heading(level: Int, number: Int?)
        case paragraph
        case bullet
        case table(WrittenTable)
        case rows(WrittenRows)
        /// The figures of a table as bars.
        case chart(WrittenTable)
        /// `{to 市委、市政府}`: whom the report is addressed to.
        case addressee
    }
}

/// `{table gross_output, tax over 5}`, `{chart gross_output over 5}`: the figures of some periods of the report's rhythm, one row or group of bars each: years, months, weeks.
public struct WrittenTable: Sendable, Hashable {
    /// An expression for each column.
    public var columns: [Formula]
    /// How many periods, the report's own the last.
    public var periods: Int
    /// `by week`: the parts of the report's own period instead, and what they come to.
    public var parts: Rhythm? = nil
}
