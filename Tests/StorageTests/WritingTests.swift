@testable import Storage
import Testing

@Suite("A write")
struct WritingTests {
    private let hazard = Sample.hazard

    @Test("is one numbered change that says who, when, why and how many rows")
    func change() throws {
        let store = try Sample.book()
        let committed = try store.write(Sample.intent("检查登记", kind: "edit", key: "k1", second: 7)) { (writing) throws in
            #expect(writing.change.number == 2)
            try writing.add(["code": "YH-1"], to: hazard)
            return try writing.add(["code": "YH-2", "fund": 5], to: hazard)
        }
        let change = committed.change
        #expect(committed.value == 2 && !committed.wasRepeated)
        #expect((change.number, change.rows, change.subject, change.reason, change.kind) == (2, 2, "console", "检查登记", "edit"))
        #expect(change.key == "k1" && change.at == Moment(milliseconds: 1_669_000_007_000) && change.day == Day(2022, 11, 21))
        #expect(change.digest.count == 64)
        try store.read { (reading) throws in
            #expect(try reading.lastChange() == change)
            #expect(try reading.change(number: 2) == change)
            #expect(try reading.change(key: "k1") == change)
            let first = try #require(try reading.change(number: 1))
            #expect(change.previous == first.digest)
            #expect(first.previous == Change.none.digest)
            #expect(try reading.changes() == [first, change])
            #expect(try reading.changes(after: 1, limit: 5) == [change])
            #expect(try reading.changes(before: nil, limit: 1) == [change])
            #expect(try reading.changes(before: 2) == [first])
            #expect(try reading.change(number: 3) == nil)
        }
    }

    @Test("is found by the moment before which it was the newest")
    func before() throws {
        let store = try Sample.book()
        for second in [10, 20, 20, 30] as [Int64] {
            try store.write(Sample.intent(second: second)) { try $0.add([:], to: hazard) }
        }
        func number(_ second: Int64) throws -> Int64 {
            try store.read { try $0.lastChange(before: Moment(milliseconds: 1_669_000_000_000 + second * 1000)).number }
        }
        // The tables were made at second 0 by change 1.
        for (second, expected) in [(0, 0), (1, 1), (10, 1), (11, 2), (20, 2), (21, 4), (30, 4), (31, 5)] as [(Int64, Int64)] {
            #expect(try number(second) == expected, "before second \(second)")
        }
    }

    @Test("with a key that was used before writes nothing and answers with the earlier change")
    func repetition() throws {
        let store = try Sample.book()
        let first = try store.write(Sample.intent(key: "导入-1")) { try $0.add(["code": "a"], to: hazard) }
        let again = try store.write(Sample.intent("another reason", key: "导入-1", second: 60)) { (writing) throws in
            Issue.record("the body ran again")
            return try writing.add(["code": "b"], to: hazard)
        }
        #expect(again.wasRepeated && again.value == nil && again.change == first.change)
        #expect(try store.count(hazard.current) == 1)
        let other = try store.write(Sample.intent(key: "导入-2")) { try $0.add(["code": "b"], to: hazard) }
        #expect(!other.wasRepeated && other.change.number == first.change.number + 1)
    }

    @Test("that fails leaves its key free")
    func failedKey() throws {
        let store = try Sample.book()
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try store.write(Sample.intent(key: "k")) { (writing) throws in
                try writing.add(["code": "a"], to: hazard)
                throw Stop()
            }
        }
        let retried = try store.write(Sample.intent(key: "k")) { try $0.add(["code": "a"], to: hazard) }
        #expect(!retried.wasRepeated && retried.value == 1 && retried.change.number == 2)
    }

    @Test("that throws leaves nothing, not even halfway through many rows")
    func nothing() throws {
        let store = try Sample.book()
        try store.write(Sample.intent()) { try $0.add(["code": "kept", "fund": 1], to: hazard) }
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try store.write(Sample.intent()) { (writing) throws in
                try writing.replace(1, with: ["fund": 2], in: hazard)
                try writing.insert(["token": "t"], into: Sample.session)
                writing.move(counter: "hazard", year: 2022)
                try writing.append(to: hazard, columns: ["code", "fund"]) { appender in
                    for index in 0..<20_000 {
                        try appender.add([.text("YH-\(index)"), .integer(Int64(index))])
                    }
                }
                throw Stop()
            }
        }
        try store.read { (reading) throws in
            #expect(try reading.lastChange().number == 2)
            #expect(try reading.value("SELECT fund FROM \(hazard.current)") == 1)
            #expect(try reading.counter("hazard", year: 2022) == 0)
            #expect(try reading.counter("hazard", year: 0) == 1)
        }
        for table in [hazard.past, Sample.session] { #expect(try store.count(table) == 0) }
        #expect(try store.count(hazard.current) == 1)
        #expect(try store.write(Sample.intent()) { try $0.add(["code": "next"], to: hazard) }.value == 2)
        #expect(try store.verify().firstBreak == nil)
    }

    @Test("that touches no versioned row commits plain rows and records no change, unless it is asked to")
    func empty() throws {
        let store = try Sample.book()
        let silent = try store.write(Sample.intent()) { try $0.insert(["token": "t"], into: Sample.session) }
        #expect(silent.change.number == 1 && silent.value == 1 && !silent.wasRepeated)
        #expect(try store.count(Sample.session) == 1)
        var intent = Sample.intent("锁定")
        intent.recordsEmpty = true
        let recorded = try store.write(intent) { _ in }
        #expect(recorded.change.number == 2 && recorded.change.rows == 0)
        let noted = try store.write(Sample.intent()) { try $0.note([1, 2, 3]) }
        #expect(noted.change.number == 3 && noted.change.digest != recorded.change.digest)
        #expect(try store.verify().firstBreak == nil)
    }

    @Test("that replaces a row by the same values writes nothing")
    func same() throws {
        let store = try Sample.book()
        try store.write(Sample.intent()) { try $0.add(["code": "a", "fund": 3, "photo": .data([])], to: hazard) }
        let committed = try store.write(Sample.intent()) { (writing) throws in
            let none = try writing.replace(1, with: [:], in: hazard)
            let equal = try writing.replace(1, with: ["fund": 3, "code": "a", "finding": .null], in: hazard)
            return none || equal
        }
        #expect(committed.value == false && committed.change.number == 2)
        #expect(try store.count(hazard.past) == 0)
        // Unicode calls these two equal; the book does not.
        try store.write(Sample.intent()) { try $0.replace(1, with: ["finding": "e\u{301}"], in: hazard) }
        let other = try store.write(Sample.intent()) { try $0.replace(1, with: ["finding": "\u{e9}"], in: hazard) }
        #expect(other.value == true)
        #expect(try store.verify().firstBreak == nil)
    }

    @Test("that replaces a row twice keeps one past version")
    func twice() throws {
        let store = try Sample.book()
        try store.write(Sample.intent()) { try $0.add(["code": "a", "fund": 1], to: hazard) }
        try store.write(Sample.intent()) { (writing) throws in
            #expect(try writing.replace(1, with: ["fund": 2], in: hazard))
            #expect(try writing.replace(1, with: ["fund": 3], in: hazard))
        }
        let past = try store.read { try $0.rows("SELECT since, until, fund FROM \(hazard.past)") }
        #expect(past.map(\.values) == [[2, 3, 1]])
        #expect(try store.read { try $0.row("SELECT since, fund FROM \(hazard.current)") }?.values == [3, 3])
        #expect(try store.verify().firstBreak == nil)
    }

    @Test("may go on after a row that clashed, and holds only what was written")
    func goesOn() throws {
        let store = try Sample.book()
        let committed = try store.write(Sample.intent()) { (writing) throws in
            try writing.add(["code": "a"], to: hazard)
            refused(.unique(table: "hazard", columns: ["code"])) { try writing.add(["code": "a", "fund": 9], to: hazard) }
            try writing.add(["code": "b"], to: hazard)
            refused(.unique(table: "hazard", columns: ["code"])) { try writing.replace(2, with: ["code": "a"], in: hazard) }
        }
        #expect(committed.change.rows == 2)
        #expect(try store.count(hazard.past) == 0)
        #expect(try store.verify().firstBreak == nil)
    }

    @Test("that failed between the two statements of a replacement commits nothing, even if the body goes on")
    func halfway() throws {
        let store = try Sample.book()
        try store.write(Sample.intent()) { try $0.add(["code": "a", "fund": 1], to: hazard) }
        try store.tamper("ALTER TABLE hazard_past RENAME TO elsewhere")
        refused(.other) {
            try store.write(Sample.intent()) { (writing) throws in
                try writing.add(["code": "b"], to: hazard)
                refused(.other) { try writing.replace(1, with: ["fund": 2], in: hazard) }
            }
        }
        try store.tamper("ALTER TABLE elsewhere RENAME TO hazard_past")
        #expect(try store.read { try $0.rows("SELECT code, fund FROM hazard") }.map(\.values) == [["a", 1]])
        #expect(try store.verify().firstBreak == nil)
    }

    @Test("on a full disk leaves nothing, even if the body goes on")
    func full() throws {
        let store = try Sample.book()
        #expect(throws: StoreError.self) {
            try store.write(Sample.intent()) { (writing) throws in
                let pages = try writing.value("SELECT page_count FROM pragma_page_count").integer ?? 0
                try writing.execute(SQL(parts: [.literal("PRAGMA max_page_count = \(pages + 20)")]))
                defer { _ = try? writing.execute("PRAGMA max_page_count = 1000000") }
                refused(.full) {
                    try writing.append(to: hazard, columns: ["finding"]) { appender in
                        for _ in 0..<200 { try appender.add([.text(String(repeating: "整改", count: 500))]) }
                    }
                }
                try writing.add(["code": "after"], to: hazard)
                throw StoreError(.full)
            }
        }
        #expect(try store.count(hazard.current) == 0)
        try store.tamper("PRAGMA max_page_count = 1000000")
        #expect(try store.write(Sample.intent()) { try $0.add(["code": "next"], to: hazard) }.change.number == 2)
        #expect(try store.verify().firstBreak == nil)
    }

    @Test("whose transaction ended before its time commits nothing more")
    func ended() throws {
        let store = try Sample.book()
        refused(.other) {
            try store.write(Sample.intent()) { (writing) throws in
                try writing.add(["code": "a"], to: hazard)
                refused(.other) { try writing.execute("ROLLBACK") }
                refused(.other) { try writing.add(["code": "b"], to: hazard) }
            }
        }
        #expect(try store.count(hazard.current) == 0)
        #expect(try store.write(Sample.intent()) { try $0.add(["code": "next"], to: hazard) }.change.number == 2)
    }

    @Test("that was kept beyond its closure writes nothing more, and nor does a reading read")
    func kept() throws {
        let store = try Sample.book()
        var leaked: (Writing?, Appender?, Reading?)
        try keep(store, &leaked)
        refused(.other) { try leaked.0?.add(["code": "late"], to: hazard) }
        refused(.other) { try leaked.0?.execute("DELETE FROM session") }
        refused(.other) { try leaked.1?.add([.text("late")]) }
        refused(.other) { _ = try leaked.2?.rows("SELECT 1") }
        #expect(try store.count(hazard.current) == 1)
    }

    private func keep(_ store: Store, _ leaked: inout (Writing?, Appender?, Reading?)) throws {
        try store.write(Sample.intent()) { (writing) throws in
            leaked.0 = writing
            try writing.append(to: hazard, columns: ["code"]) { appender in
                leaked.1 = appender
                try appender.add([.text("in time")])
            }
        }
        try store.read { leaked.2 = $0 }
    }

    @Test("is told which rule of the database it broke")
    func rules() throws {
        let store = try Sample.book()
        let visit = Sample.visit
        func breaks(_ cause: StoreError.Cause, _ body: (Writing) throws -> Void) {
            refused(cause) { try store.write(Sample.intent(), body) }
        }
        breaks(.reference) { try $0.add(["hazard": 99], to: visit) }
        breaks(.required(table: "session", column: "token")) { try $0.execute("INSERT INTO session (token) VALUES (NULL)") }
        breaks(.missing(table: "hazard", id: 4)) { try $0.replace(4, with: ["fund": 1], in: Sample.hazard) }
        breaks(.other) { try $0.add(["nosuch": 1], to: visit) }
        breaks(.other) { try $0.add([1], to: visit) }
        breaks(.other) { try $0.insert(["nosuch": 1], into: Sample.session) }
        // A text in a column of numbers would be converted silently.
        breaks(.other) { try $0.add(["hours": "12"], to: visit) }
        breaks(.missing(table: "hazard", id: 4)) { try $0.replace(4, with: ["code": 5], in: Sample.hazard) }
        #expect(try store.read { try $0.lastChange().number } == 1)
    }

    @Test("in a year that the calendar does not have is refused")
    func farMoment() throws {
        let store = try Sample.book()
        var intent = Sample.intent()
        intent.at = Moment(milliseconds: .max)
        refused(.other) { try store.write(intent) { try $0.add(["code": "a"], to: hazard) } }
    }

    @Test("gives columns that are not named their initial value")
    func initial() throws {
        let store = try Sample.book()
        try store.write(Sample.intent()) { (writing) throws in
            try writing.add(["code": "a"], to: hazard)
            try writing.add(["hazard": 1], to: Sample.visit)
            try writing.append(to: Sample.visit, columns: ["hazard"]) { try $0.add { $0.integer(1) } }
        }
        #expect(try store.read { try $0.rows("SELECT hours FROM \(Sample.visit.current)") }.map(\.values) == [[1], [1]])
        #expect(try store.verify().firstBreak == nil)
    }

    @Test("moves the counters of the registers and years it touches, once, and they come back with it")
    func counters() throws {
        let store = try Sample.book()
        try store.write(Sample.intent()) { (writing) throws in
            try writing.add(["code": "a"], to: hazard)
            writing.move(counter: "hazard", year: 2022)
            writing.move(counter: "hazard", year: 2022)
            writing.move(counter: "visit", year: 2021)
            #expect(try writing.counter("hazard", year: 2022) == 1)
            #expect(try writing.counter("hazard", year: 0) == 1)
            #expect(try writing.counter("hazard", year: 2023) == 0)
        }
        try store.write(Sample.intent()) { try $0.replace(1, with: ["fund": 4], in: hazard) }
        try store.read { (reading) throws in
            #expect(try reading.counter("hazard", year: 2022) == 1)
            #expect(try reading.counter("hazard", year: 0) == 2)
            #expect(try reading.counter("visit", year: 2021) == 1)
            #expect(try reading.counter("visit", year: 0) == 1)
            #expect(try reading.counter("nosuch", year: 0) == 0)
        }
        try store.write(Sample.intent()) { try $0.replace(1, with: ["fund": 4], in: hazard) }
        #expect(try store.read { try $0.counter("hazard", year: 0) } == 2)
    }

    @Test("says which rows it touched, and their versions can be read again")
    func touched() throws {
        let store = try Sample.book()
        try store.write(Sample.intent()) { (writing) throws in
            for code in ["a", "b", "c", "d", "e"] { try writing.add(["code": .text(code)], to: hazard) }
            try writing.add(["hazard": 1], to: Sample.visit)
        }
        try store.write(Sample.intent()) { (writing) throws in
            for id in [4, 1, 2] as [Int64] { try writing.replace(id, with: ["fund": 7], in: hazard) }
            try writing.add(["code": "f"], to: hazard)
        }
        try store.write(Sample.intent()) { try $0.replace(1, with: ["fund": 8], in: hazard) }
        try store.read { (reading) throws in
            #expect(try reading.touched(by: 2) == [Touched(register: "hazard", ids: 1...5), Touched(register: "visit", ids: 1...1)])
            #expect(try reading.touched(by: 3).map(\.ids) == [1...2, 4...4, 6...6])
            let made = try reading.rows("SELECT id, fund FROM \(hazard.source(madeBy: 3)) AS v ORDER BY id").map(\.values)
            #expect(made == [[1, 7], [2, 7], [4, 7], [6, .null]])
            #expect(try reading.value("SELECT count(*) FROM \(hazard.source(madeBy: 2)) AS v") == 5)
            #expect(try reading.touched(by: 9).isEmpty)
        }
    }
}
