@testable import Storage
import Testing

@Suite("A statement")
struct SQLTests {
    private let dialect = SQLiteDialect()

    @Test("what is interpolated is bound and never text of the statement")
    func bound() {
        let typed = "'; DROP TABLE hazard; --"
        let sql: SQL = "SELECT * FROM \(Sample.hazard.current) WHERE code = \(typed) AND fund > \(5) AND \("zone" as Name) = \(Value.null)"
        let (text, values) = dialect.render(sql)
        #expect(text == #"SELECT * FROM "hazard" WHERE code = ? AND fund > ? AND "zone" = ?"#)
        #expect(values == [.text(typed), 5, .null])
    }

    @Test("pieces are joined with their values in order")
    func joined() {
        let conditions: [SQL] = ["a = \(1)", "b = \("x")"]
        let sql: SQL = "SELECT 1 WHERE \(conditions, joined: " AND ")\(SQL.empty)"
        let (text, values) = dialect.render(sql + " OR c = \(Day.first)")
        #expect(text == "SELECT 1 WHERE a = ? AND b = ? OR c = ?")
        #expect(values == [1, "x", 10_101])
        #expect(SQL.empty.isEmpty && !sql.isEmpty)
    }

    @Test(
        "hostile texts are stored as they are and hurt nothing",
        arguments: ["'; DROP TABLE hazard; --", "\" OR 1=1 --", "a\0b", "%_\\", "?1", ":x", "$1", "😀\u{301}", "1); DELETE FROM change; --", ""])
    func injection(_ text: String) throws {
        let store = try Sample.book()
        try store.write(Sample.intent()) { try $0.add(["code": .text(text), "finding": .text(text)], to: Sample.hazard) }
        let row = try #require(try store.read { try $0.row("SELECT code, finding FROM \(Sample.hazard.current) WHERE code = \(text)") })
        #expect(row.text(at: 0)?.utf8.elementsEqual(text.utf8) == true)
        #expect(row["finding"]?.text?.utf8.elementsEqual(text.utf8) == true)
        #expect(try store.count(Sample.hazard.current) == 1)
        #expect(try store.verify().firstBreak == nil)
    }

    @Test("one statement is one statement: what follows a semicolon is refused")
    func single() throws {
        let store = try Sample.book()
        #expect(throws: StoreError.self) {
            try store.write(Sample.intent()) { try $0.execute("DELETE FROM session; DELETE FROM hazard") }
        }
    }

    @Test("a column that does not exist is an error and not a text of that name")
    func unknownColumn() throws {
        let store = try Sample.book()
        #expect(throws: StoreError.self) { try store.read { try $0.rows("SELECT \("nosuch" as Name) FROM \(Sample.hazard.current)") } }
    }

    @Test("a reading cannot write")
    func reading() throws {
        let store = try Sample.book()
        refused(.readOnly) { try store.read { _ = try $0.rows("DELETE FROM hazard") } }
    }

    @Test("an error says nothing of the database's speech to people, and keeps it for the log")
    func words() throws {
        let store = try Sample.book()
        do {
            _ = try store.read { try $0.rows("SELECT nosuch FROM hazard") }
            Issue.record("no error")
        } catch let error as StoreError {
            #expect(error.detail.contains("nosuch"))
            #expect(!error.words.zh.contains("nosuch") && !error.words.en.lowercased().contains("sql"))
        }
    }
}
