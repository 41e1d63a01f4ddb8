public import Registers

/// The text of a report as it was written, read but not computed.
public struct ReportText: Sendable {
    public var lines: [Line]

    /// A line of the file: a title, a heading, a paragraph, a member of a list, a table.
    public struct Line: Sendable {
        public var kind: Kind
        public var pieces: [Piece]
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
    }
}

/// `{table gross_output, tax over 5}`: the figures of some years, one row a year.
public struct WrittenTable: Sendable, Hashable {
    public var columns: [Formula]
    public var years: Int
}
