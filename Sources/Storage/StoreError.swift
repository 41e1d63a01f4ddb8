/// Why the book could not be read or written.
///
/// `words` is for people and holds nothing of the database's own speech; `detail` is for the log.
public struct StoreError: Error, Sendable, Hashable {
    /// What kind of trouble it is.
    public enum Cause: Sendable, Hashable {
        /// Another process is writing and did not finish in time.
        case busy
        /// The disk is full.
        case full
        /// The file may not be written.
        case readOnly
        /// The file is something else than a book.
        case notADatabase
        /// The file is damaged.
        case corrupt
        /// Another row already holds these values.
        case unique(table: String, columns: [String])
        /// The row points to another that does not exist.
        case reference
        /// A value is missing that every row must have.
        case required(table: String, column: String)
        /// A sum left the range of 64 bits.
        case overflow
        /// The book was written by a newer release.
        case tooNew
        /// The book belongs to another time zone, in seconds ahead of UTC.
        case timeZone(book: Int)
        /// No row of that number is in the table.
        case missing(table: String, id: Int64)
        /// There is a file already where one is to be made.
        case exists(path: String)
        /// A file has more bytes than this.
        case tooLarge(limit: Int)
        /// The tables cannot be brought to what is wanted.
        case obstructed([Words])
        /// Anything else.
        case other
    }

    /// What kind of trouble it is.
    public let cause: Cause
    /// For the log, never for a page.
    public let detail: String

    /// An error, with what only the log is told.
    public init(_ cause: Cause, detail: String = "") {
        self.cause = cause
        self.detail = detail
    }
}
