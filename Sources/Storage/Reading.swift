/// What a `Store.read` sees: one snapshot of the book, whatever is written meanwhile.
///
/// It holds only inside the closure it is handed to.
public class Reading {
    let connection: any Connection
    /// Asked for the pieces of SQL in which databases differ.
    public let dialect: any Dialect
    /// Seconds ahead of UTC of the site's clock.
    public let offset: Int

    init(connection: any Connection, dialect: any Dialect, offset: Int) {
        self.connection = connection
        self.dialect = dialect
        self.offset = offset
    }

    /// Goes through the rows of an answer without holding more than one. See `Row` for how long a row lives.
    public func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let (text, values) = dialect.render(sql)
        try connection.forEach(text, values) { row in
            try body(row)
            return true
        }
    }

    /// All rows of an answer.
    public func rows(_ sql: SQL) throws -> [Row] {
        var rows: [Row] = []
        try forEach(sql) { rows.append($0.kept()) }
        return rows
    }

    /// The first row of an answer.
    public func row(_ sql: SQL) throws -> Row? {
        var first: Row?
        let (text, values) = dialect.render(sql)
        try connection.forEach(text, values) { row in
            first = row.kept()
            return false
        }
        return first
    }

    /// The first cell of the first row; null where there is none.
    public func value(_ sql: SQL) throws -> Value { try row(sql)?[0] ?? .null }

    /// Whether the book has a table of that name.
    public func exists(_ table: Name) throws -> Bool {
        try value("SELECT count(*) FROM (\(dialect.tables)) AS t WHERE t.name = \(table.text)") != 0
    }

    /// How often a register was written that touches a year; year 0 counts every write. A remembered figure keeps
    /// this number and is stale as soon as it differs.
    public func counter(_ register: Name, year: Int) throws -> Int64 {
        try value("SELECT n FROM \(SystemTables.counter) WHERE register = \(register.text) AND year = \(year)").integer ?? 0
    }
}
