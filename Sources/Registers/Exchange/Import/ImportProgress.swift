/// How far an import or an export is, for a bar on the page and a line in the terminal.
public struct ImportProgress: Sendable, Hashable {
    /// What is being done.
    public enum Phase: Sendable, Hashable {
        /// Rows are read and checked; nothing is written yet.
        case checking
        /// Rows are written.
        case writing
        /// The workbook of returned rows, or the export, is written.
        case filing
    }

    public let phase: Phase
    /// Rows done.
    public let done: Int
    /// Rows in all, where that is known.
    public let total: Int?
}
