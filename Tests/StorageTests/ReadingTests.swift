@testable import Storage
import Testing

@Suite("A reading")
struct ReadingTests {
    private func book() throws -> Store {
        let store = try Sample.book()
        try store.write(Sample.intent()) { (writing) throws in
            for index in 1...4 { try writing.add(["code": .text("YH-\(index)"), "fund": .integer(Int64(index) * 10)], to: Sample.hazard) }
        }
        return store
    }

    @Test("gives cells by position and by name, and null or nil where there is none")
    func cells() throws {
        let row = try #require(try book().read { try $0.row("SELECT code AS title, fund, finding, fund AS title FROM hazard ORDER BY id DESC") })
        #expect(row.count == 4)
        #expect(row[0] == "YH-4" && row[1] == 40 && row[2] == .null && row[9] == .null && row[-1] == .null)
        #expect(row["title"] == "YH-4" && row["fund"] == 40 && row["finding"] == .null && row["nosuch"] == nil)
        #expect(row.integer(at: 1) == 40 && row.integer(at: 0) == nil && row.integer(at: 2) == nil && row.integer(at: 7) == nil)
        #expect(row.text(at: 0) == "YH-4" && row.text(at: 1) == nil && row.text(at: -1) == nil)
    }

    @Test("goes through rows straight from the statement, and the same statement may be asked inside itself")
    func nested() throws {
        let store = try book()
        var pairs: [Int64] = []
        try store.read { (reading) throws in
            let sql: SQL = "SELECT fund, code FROM hazard ORDER BY id"
            try reading.forEach(sql) { outer in
                try reading.forEach(sql) { inner in pairs.append((outer.integer(at: 0) ?? 0) * 100 + (inner.integer(at: 0) ?? 0)) }
                #expect(outer.text(at: 1)?.hasPrefix("YH-") == true)
                #expect(outer.integer(at: 5) == nil && outer["code"]?.text != nil)
            }
        }
        let funds: [Int64] = [10, 20, 30, 40]
        let expected: [Int64] = funds.flatMap { outer in funds.map { inner in outer * 100 + inner } }
        #expect(pairs == expected)
    }

    @Test("that stops early leaves its statement usable")
    func stops() throws {
        struct Stop: Error {}
        try book().read { (reading) throws in
            let sql: SQL = "SELECT id FROM hazard ORDER BY id"
            #expect(throws: Stop.self) { try reading.forEach(sql) { _ in throw Stop() } }
            #expect(try reading.value(sql) == 1)
            #expect(try reading.value(sql) == 1)
            #expect(try reading.rows(sql).count == 4)
            #expect(try reading.value("SELECT id FROM hazard WHERE id = 99") == .null)
            #expect(try reading.row("SELECT id FROM hazard WHERE id = 99") == nil)
        }
    }

    @Test(
        "refuses floating point, wherever it comes from",
        arguments: ["SELECT 1.5", "SELECT avg(fund) FROM hazard", "SELECT 1e300 * 10", "SELECT fund / 3.0 FROM hazard"] as [SQL])
    func floatingPoint(_ sql: SQL) throws {
        let store = try book()
        refused(.other) { _ = try store.read { try $0.rows(sql) } }
        refused(.other) { try store.read { try $0.forEach(sql) { _ = $0.integer(at: 0) } } }
    }

    @Test("of a sum that leaves 64 bits throws and does not round")
    func overflow() throws {
        let store = try book()
        try store.write(Sample.intent()) { (writing) throws in
            try writing.replace(1, with: ["fund": .integer(.max)], in: Sample.hazard)
            try writing.replace(2, with: ["fund": .integer(.max - 1)], in: Sample.hazard)
        }
        refused(.overflow) { _ = try store.read { try $0.value("SELECT sum(fund) FROM hazard") } }
        #expect(try store.read { try $0.value("SELECT sum(fund) FROM hazard WHERE id > 2") } == 70)
    }

    @Test("sees a snapshot: what is written meanwhile stays outside, and nobody waits")
    func snapshot() throws {
        let store = try book()
        try store.read { (reading) throws in
            #expect(try reading.lastChange().number == 2)
            try store.write(Sample.intent()) { (writing) throws in
                try writing.add(["code": "new"], to: Sample.hazard)
                // Others see nothing of a write that goes on.
                #expect(try store.count(Sample.hazard.current) == 4)
            }
            // A read inside a read is the same snapshot.
            #expect(try store.count(Sample.hazard.current) == 4)
            #expect(try reading.value("SELECT count(*) FROM hazard") == 4)
            #expect(try reading.lastChange().number == 2)
        }
    }

    @Test("inside a write sees what was committed before it, and a write inside a write is refused")
    func nesting() throws {
        let store = try book()
        try store.write(Sample.intent()) { (writing) throws in
            try writing.add(["code": "outer"], to: Sample.hazard)
            #expect(try store.count(Sample.hazard.current) == 4)
            refused(.other) { try store.write(Sample.intent()) { try $0.add(["code": "inner"], to: Sample.hazard) } }
        }
        #expect(try store.count(Sample.hazard.current) == 5)
        #expect(try store.verify().firstBreak == nil)
    }

    @Test("knows which tables there are")
    func exists() throws {
        try book().read { (reading) throws in
            #expect(try reading.exists("hazard") && reading.exists("hazard_past") && reading.exists("change"))
            #expect(try !reading.exists("nosuch") && !reading.exists("sqlite_schema"))
        }
    }
}
