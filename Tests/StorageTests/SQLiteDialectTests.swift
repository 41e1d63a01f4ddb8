@testable import Storage
import Testing

@Suite("The accent of SQLite")
struct SQLiteDialectTests {
    private func value(_ sql: (any Dialect) -> SQL) throws -> Value {
        let store = try Store.temporary()
        return try store.read { try $0.value("SELECT \(sql(store.dialect))") }
    }

    @Test("a single Chinese character is found in the middle of a word, and Latin letters in either case")
    func contains() throws {
        for (text, part, isFound) in [
            ("云川示范园区", "示范", true), ("云川示范园区", "园", true), ("云川示范园区", "园示", false), ("LED 照明", "led", true), ("led", "LED", true),
            ("100%", "%", true), ("100", "%", false), ("a_b", "_", true), ("ab", "_", false), ("a", "", true), ("", "a", false), ("'", "'", true),
        ] {
            #expect(try value { $0.contains("\(text)", part) } == (isFound ? 1 : 0), "\(part) in \(text)")
        }
    }

    @Test("the year and the month of a stored day")
    func parts() throws {
        #expect(try value { $0.year(of: "\(20_221_231)") } == 2022)
        #expect(try value { $0.month(of: "\(20_221_231)") } == 12)
        #expect(try value { $0.month(of: "\(20_220_105)") } == 1)
    }

    @Test("conditions, limits and order")
    func clauses() throws {
        #expect(try value { $0.boolean(true) } == 1)
        #expect(try value { $0.boolean(false) } == 0)
        let store = try Store.temporary()
        let numbers: SQL = "(SELECT 2 AS n UNION ALL SELECT NULL UNION ALL SELECT 1 UNION ALL SELECT 3)"
        func order(_ descending: Bool, _ limit: SQL) throws -> [Value] {
            try store.read { try $0.rows("SELECT n FROM \(numbers) AS t ORDER BY \(store.dialect.order(by: "n", descending: descending)) \(limit)") }
                .map { $0[0] }
        }
        #expect(try order(false, .empty) == [1, 2, 3, .null])
        #expect(try order(true, .empty) == [3, 2, 1, .null])
        #expect(try order(false, store.dialect.limit(2, offset: 1)) == [2, 3])
        #expect(try order(false, store.dialect.limit(-1, offset: -1)) == [])
        #expect(
            try store.read { try $0.value("SELECT \(store.dialect.list(of: "n", separator: "、")) FROM (SELECT 'a' AS n UNION ALL SELECT 'b') AS t") }
                == "a、b")
    }

    @Test("an upsert adds, then updates by what was offered, or leaves the row alone")
    func upsert() throws {
        let store = try Sample.book()
        let dialect = store.dialect
        let session = Sample.session
        try store.write(Sample.intent()) { (writing) throws in
            func put(_ id: Int64, _ token: String, _ update: [(Name, SQL)]) throws {
                try writing.execute(dialect.upsert(into: session.name, [("id", "\(id)"), ("token", "\(token)")], conflict: ["id"], update: update))
            }
            try put(1, "a", [])
            try put(1, "b", [])
            #expect(try writing.value("SELECT token FROM session") == "a")
            try put(1, "c", [("token", dialect.new("token"))])
            #expect(try writing.value("SELECT token FROM session") == "c")
        }
    }

    @Test("a literal is read back as the value it was written from")
    func literals() throws {
        let dialect = SQLiteDialect()
        for value in [
            .null, 0, -1, .integer(.min), .integer(.max), "", "a", "'", "''", "it's", "企业", "NULL", "12", "X'00'", .data([]), .data([0, 255]),
        ] as [Value] {
            let literal = dialect.literal(value)
            #expect(dialect.value(of: literal) == value, "\(literal)")
            let store = try Store.temporary()
            #expect(try store.read { try $0.value(SQL(parts: [.literal("SELECT \(literal)")])) } == value)
        }
    }

    @Test("the connection keeps what the book relies on: references, full syncs, the write-ahead log")
    func settings() throws {
        let store = try Store.temporary()
        var intent = Sample.intent()
        intent.recordsEmpty = true
        try store.write(intent) { (writing) throws in
            #expect(try writing.value("SELECT * FROM pragma_foreign_keys") == 1)
            #expect(try writing.value("SELECT * FROM pragma_synchronous") == 2)
            #expect(try writing.value("SELECT * FROM pragma_journal_mode") == "wal")
        }
        #expect(!store.dialect.defersReferences)
    }
}
