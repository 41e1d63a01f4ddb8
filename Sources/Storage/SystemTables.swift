/// The tables that every book has beside its registers.
enum SystemTables {
    /// The chain of changes. `content` is the digest of the versioned rows, `noted` that of what was noted.
    static let change = Table(
        "change",
        [
            Column("number", .integer, isKey: true),
            Column("at", .integer, isRequired: true),
            Column("day", .integer, isRequired: true),
            Column("subject", .text, isRequired: true),
            Column("reason", .text, isRequired: true),
            Column("kind", .text, isRequired: true),
            Column("key", .text),
            Column("rows", .integer, isRequired: true),
            Column("content", .text, isRequired: true),
            Column("noted", .text, isRequired: true),
            Column("previous", .text, isRequired: true),
            Column("digest", .text, isRequired: true),
        ],
        uniques: [["key"]], indexes: [["day"]])

    /// Which rows each change made or replaced, as ranges of their numbers: an index on `since` would cost every row as much
    /// as the row itself.
    static let touched = Table(
        "touched",
        [
            Column("change", .integer, isRequired: true, references: "change"),
            Column("register", .text, isRequired: true),
            Column("first", .integer, isRequired: true),
            Column("last", .integer, isRequired: true),
        ],
        indexes: [["change"]])

    /// How often each register was written, by the year that the write touched.
    static let counter = Table(
        "counter",
        [
            Column("register", .text, isRequired: true),
            Column("year", .integer, isRequired: true),
            Column("n", .integer, isRequired: true),
        ],
        uniques: [["register", "year"]])

    /// What the book says of itself: `format` and `offset`.
    static let book = Table(
        "book", [Column("name", .text, isRequired: true), Column("value", .text, isRequired: true)], uniques: [["name"]])

    static let all = [change, touched, counter, book]
}
