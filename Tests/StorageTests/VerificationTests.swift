@testable import Storage
import Testing

@Suite("The chain")
struct VerificationTests {
    /// Six changes: the tables, then rows and replacements of two registers.
    private func book() throws -> Store {
        let store = try Sample.book()
        try store.write(Sample.intent("二")) { (writing) throws in
            for index in 1...5 { try writing.add(["code": .text("YH-\(index)"), "fund": .integer(Int64(index))], to: Sample.hazard) }
        }
        try store.write(Sample.intent("三")) { try $0.replace(2, with: ["fund": 20], in: Sample.hazard) }
        try store.write(Sample.intent("四", key: "k")) { try $0.add(["hazard": 1, "hours": 8], to: Sample.visit) }
        try store.write(Sample.intent("五")) { (writing) throws in
            try writing.replace(2, with: ["fund": 200], in: Sample.hazard)
            try writing.replace(1, with: ["hours": 9], in: Sample.visit)
        }
        try store.write(Sample.intent("六")) { try $0.note([1]) }
        return store
    }

    @Test("of an untouched book holds")
    func whole() throws {
        let report = try book().verify()
        #expect(report.firstBreak == nil && report.last.number == 6)
        #expect(try Store.temporary().verify() == ChainReport(last: .none, firstBreak: nil))
    }

    @Test(
        "breaks at the change whose rows were altered",
        arguments: [
            ("UPDATE hazard SET fund = 11 WHERE id = 1", 2),
            ("UPDATE hazard SET fund = 201 WHERE id = 2", 5),
            ("UPDATE hazard SET code = 'YH-1 ' WHERE id = 1", 2),
            ("UPDATE hazard SET finding = '' WHERE id = 5", 2),
            ("UPDATE hazard SET fund = NULL WHERE id = 5", 2),
            ("UPDATE hazard_past SET fund = 3 WHERE since = 2", 2),
            ("UPDATE hazard_past SET fund = 21 WHERE since = 3", 3),
            ("UPDATE hazard_past SET since = 2 WHERE since = 3", 2),
            ("UPDATE hazard_past SET until = 4 WHERE until = 3", 3),
            ("DELETE FROM hazard_past WHERE until = 5", 3),
            ("DELETE FROM hazard WHERE id = 5", 2),
            ("INSERT INTO hazard (since, code) VALUES (4, 'x')", 4),
            ("INSERT INTO hazard (since, code) VALUES (6, 'x')", 6),
            ("UPDATE hazard SET since = 4 WHERE id = 5", 2),
            ("UPDATE visit SET hours = 8 WHERE id = 1", 5),
            ("UPDATE hazard SET id = 50 WHERE id = 5", 2),
        ] as [(String, Int64)])
    func rows(_ statement: String, _ number: Int64) throws {
        let store = try book()
        try store.tamper(statement)
        #expect(try store.verify().firstBreak == .init(number: number, fault: .rows))
    }

    @Test(
        "breaks at the change that was itself altered",
        arguments: [
            ("UPDATE change SET subject = 'nobody' WHERE number = 3", 3),
            ("UPDATE change SET reason = reason || ' ' WHERE number = 2", 2),
            ("UPDATE change SET at = at + 1 WHERE number = 4", 4),
            ("UPDATE change SET day = 20221231 WHERE number = 4", 4),
            ("UPDATE change SET kind = 'undo' WHERE number = 1", 1),
            ("UPDATE change SET key = NULL WHERE number = 4", 4),
            ("UPDATE change SET key = '' WHERE number = 3", 3),
            ("UPDATE change SET rows = 2 WHERE number = 3", 3),
            ("UPDATE change SET noted = '' WHERE number = 6", 6),
            ("UPDATE change SET previous = digest WHERE number = 5", 5),
            ("UPDATE change SET digest = previous WHERE number = 5", 5),
        ] as [(String, Int64)])
    func change(_ statement: String, _ number: Int64) throws {
        let store = try book()
        try store.tamper(statement)
        #expect(try store.verify().firstBreak == .init(number: number, fault: .change))
    }

    @Test(
        "breaks where the list of touched rows is not that of the rows",
        arguments: [
            ("DELETE FROM touched WHERE change = 3", 3), ("UPDATE touched SET last = 4 WHERE change = 2", 2),
            ("UPDATE touched SET register = 'visit' WHERE change = 3", 3), ("INSERT INTO touched VALUES (6, 'hazard', 1, 1)", 6),
            ("UPDATE touched SET first = 9, last = 1 WHERE change = 4", 4),
        ] as [(String, Int64)])
    func touched(_ statement: String, _ number: Int64) throws {
        let store = try book()
        try store.tamper(statement)
        #expect(try store.verify().firstBreak == .init(number: number, fault: .touched))
    }

    @Test("breaks behind a change that was taken out")
    func gap() throws {
        let store = try book()
        try store.tamper("DELETE FROM touched WHERE change = 4", "DELETE FROM visit_past", "DELETE FROM change WHERE number = 4")
        #expect(try store.verify().firstBreak == .init(number: 5, fault: .gap))
    }

    @Test("breaks at a change that was rewritten to stand by itself, with a digest that fits its own words")
    func unchained() throws {
        let store = try book()
        try store.driver.write { connection in
            var forged: (Change, ChangeDigest)?
            try connection.forEach(
                "SELECT number, at, day, subject, reason, kind, key, digest, digest, rows, content, noted FROM change WHERE number = 5", []
            ) { row in
                forged = (try Change(row), ChangeDigest(content: row.text(at: 10) ?? "", noted: row.text(at: 11) ?? ""))
                return false
            }
            let (change, parts) = try #require(forged)
            try connection.execute(
                "UPDATE change SET previous = ?, digest = ? WHERE number = 5", [.text(change.previous), .text(parts.digest(of: change))])
        }
        #expect(try store.verify().firstBreak == .init(number: 5, fault: .change))
    }

    @Test("shows the first of several breaks")
    func first() throws {
        let store = try book()
        try store.tamper("UPDATE change SET subject = 'nobody' WHERE number = 5", "UPDATE hazard SET fund = 0 WHERE id = 1")
        #expect(try store.verify().firstBreak?.number == 2)
    }

    @Test("whose end was cut shows in the rows that stayed, and else only by a digest that was kept outside")
    func cut() throws {
        let store = try book()
        let anchors = try store.read { try $0.changes() }.map { ($0.number, $0.digest) }
        #expect(try store.verify(anchors: anchors).firstBreak == nil)
        try store.tamper("DELETE FROM change WHERE number = 6")
        #expect(try store.verify().firstBreak == nil)
        #expect(try store.verify(anchors: anchors).firstBreak == .init(number: 6, fault: .anchor))
        #expect(try store.verify(anchors: Array(anchors.dropLast())).firstBreak == nil)
        try store.tamper(
            "PRAGMA defer_foreign_keys = ON", "DELETE FROM touched WHERE change = 4", "UPDATE hazard SET since = 9 WHERE id = 4",
            "INSERT INTO change SELECT 9, at, day, subject, reason, kind, 'z', rows, content, noted, previous, digest FROM change WHERE number = 5")
        #expect(try store.verify().firstBreak?.number == 2)
    }

    @Test("that was rewritten whole is still told by a digest that was kept outside")
    func rewritten() throws {
        let one = try book()
        let other = try Sample.book()
        try other.write(Sample.intent("二")) { try $0.add(["code": "YH-1", "fund": 1000], to: Sample.hazard) }
        let kept = try #require(try one.read { try $0.change(number: 2) })
        #expect(try other.verify().firstBreak == nil)
        #expect(try other.verify(anchors: [(2, kept.digest)]).firstBreak == .init(number: 2, fault: .anchor))
        #expect(try other.verify(anchors: [(2, kept.digest), (2, "")]).firstBreak == .init(number: 2, fault: .anchor))
    }

    @Test("does not break when a column is added later, whatever its initial value and place")
    func addedColumn() throws {
        let store = try book()
        let wider = VersionedTable(
            "hazard", [Column("level", .integer, initial: 1)] + Sample.hazard.columns + [Column("area", .text, initial: "核心区'的")],
            uniques: [["code"]], indexes: [["fund"]])
        try store.write(Sample.intent(kind: "apply")) { try $0.apply(store.plan(wider.tables)) }
        #expect(try store.verify().firstBreak == nil)
        try store.write(Sample.intent()) { (writing) throws in
            try writing.replace(3, with: ["level": 2], in: wider)
            try writing.replace(4, with: ["area": "飞地"], in: wider)
            try writing.add(["code": "YH-9"], to: wider)
            try writing.append(to: wider, columns: ["area", "level"]) { appender in
                try appender.add([.text("核心区'的"), 1])
                try appender.add([.text("核心区"), 2])
            }
        }
        #expect(try store.verify().firstBreak == nil)
        #expect(try store.read { try $0.value("SELECT level FROM \(wider.source(asOf: 2)) AS t WHERE id = 3") } == 1)
        try store.tamper("UPDATE hazard SET level = 7 WHERE id = 1")
        #expect(try store.verify().firstBreak == .init(number: 2, fault: .rows))
    }

    @Test("is the same however a change wrote the same rows")
    func order() throws {
        func digest(_ body: (Writing) throws -> Void) throws -> String {
            let store = try Sample.book()
            try store.write(Sample.intent()) { writing in for code in ["a", "b"] { try writing.add(["code": .text(code)], to: Sample.hazard) } }
            return try store.write(Sample.intent(), body).change.digest
        }
        let forward = try digest { (writing) throws in
            try writing.replace(1, with: ["fund": 1], in: Sample.hazard)
            try writing.replace(2, with: ["fund": 2], in: Sample.hazard)
            try writing.add(["code": "c", "fund": 3], to: Sample.hazard)
            try writing.add(["hazard": 1], to: Sample.visit)
        }
        let backward = try digest { (writing) throws in
            try writing.add(["hazard": 1], to: Sample.visit)
            try writing.add(["code": "c"], to: Sample.hazard)
            try writing.replace(2, with: ["fund": 9], in: Sample.hazard)
            try writing.replace(3, with: ["fund": 3], in: Sample.hazard)
            try writing.replace(2, with: ["fund": 2], in: Sample.hazard)
            try writing.replace(1, with: ["fund": 1], in: Sample.hazard)
        }
        #expect(forward == backward)
    }

    @Test("keeps apart what only looks alike: a value that moved to another column, a text split elsewhere")
    func injective() throws {
        func digest(_ values: [Name: Value]) throws -> String {
            let store = try Sample.book()
            return try store.write(Sample.intent()) { try $0.add(values, to: Sample.hazard) }.change.digest
        }
        let digests = [
            try digest(["code": "ab", "finding": "c"]), try digest(["code": "a", "finding": "bc"]), try digest(["code": "abc"]),
            try digest(["finding": "abc"]), try digest(["code": "", "finding": "abc"]), try digest(["photo": .data(Array("abc".utf8))]),
            try digest([:]), try digest(["fund": 0]),
        ]
        #expect(Set(digests).count == digests.count)
    }
}
