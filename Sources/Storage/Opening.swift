/// What a book says of itself, and how an empty file becomes one.
enum Opening {
    /// The format that this release writes.
    static let format = 1

    /// Makes an empty database a book, or sees that it is one that this release can use.
    static func settle(_ driver: any Driver, offset: Int, readOnly: Bool) throws {
        let isBook = try driver.read { try check(Reading(connection: $0, dialect: driver.dialect, offset: offset)) }
        guard !isBook else { return }
        guard !readOnly else { throw StoreError(.notADatabase, detail: "an empty database") }
        try driver.write { connection in
            let reading = Reading(connection: connection, dialect: driver.dialect, offset: offset)
            // Another process may have made the book meanwhile.
            guard try !check(reading) else { return }
            for step in try SchemaPlan(SystemTables.all, reading).steps { try run(step.sql(driver.dialect), connection, driver.dialect) }
            for (name, value) in [("format", String(format)), ("offset", String(offset))] {
                try run("INSERT INTO \(SystemTables.book) (name, value) VALUES (\(name), \(value))", connection, driver.dialect)
            }
        }
    }

    /// Whether the database is a book that this release can use; false where it is empty.
    private static func check(_ reading: Reading) throws -> Bool {
        guard try reading.exists(SystemTables.book.name) else {
            guard try reading.row(reading.dialect.tables) == nil else {
                throw StoreError(.notADatabase, detail: "a database with other tables")
            }
            return false
        }
        func said(_ name: String) throws -> Int? {
            try reading.value("SELECT value FROM \(SystemTables.book) WHERE name = \(name)").text.flatMap { Int($0) }
        }
        guard let written = try said("format"), let zone = try said("offset") else { throw StoreError(.notADatabase, detail: "no format") }
        guard written <= format else { throw StoreError(.tooNew, detail: "format \(written)") }
        guard zone == reading.offset else { throw StoreError(.timeZone(book: zone)) }
        return true
    }

    private static func run(_ sql: SQL, _ connection: any Connection, _ dialect: any Dialect) throws {
        let (text, values) = dialect.render(sql)
        try connection.execute(text, values)
    }
}
