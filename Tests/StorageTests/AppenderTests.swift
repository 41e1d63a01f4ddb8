@testable import Storage
import Testing

@Suite("An appender")
struct AppenderTests {
    private let hazard = Sample.hazard

    @Test("writes what single additions write, and chains to the same digest")
    func equal() throws {
        let one = try Sample.book()
        let many = try Sample.book()
        var random = Seeded(5)
        let rows: [[Value]] = (0..<500).map { index in
            [
                .text("YH-\(index)"), Bool.random(using: &random) ? .null : .integer(Int64.random(in: .min ... .max, using: &random)),
                Bool.random(using: &random) ? .null : .text(String(repeating: "整改", count: Int.random(in: 0...90, using: &random))),
                Bool.random(using: &random) ? .null : .data((0..<Int.random(in: 0...40, using: &random)).map { UInt8($0) }),
            ]
        }
        let added = try one.write(Sample.intent()) { writing in for row in rows { try writing.add(row, to: hazard) } }
        let appended = try many.write(Sample.intent()) { (writing) throws in
            // The columns come in another order than the table's.
            try writing.append(to: hazard, columns: ["photo", "code", "finding", "fund"]) { appender in
                try rows.map { try appender.add([$0[3], $0[0], $0[2], $0[1]]) }
            }
        }
        #expect(appended.value == (1...500).map { Int64($0) })
        #expect(added.change == appended.change)
        let sql: SQL = "SELECT * FROM \(hazard.current) ORDER BY id"
        #expect(try one.read { try $0.rows(sql) }.map(\.values) == many.read { try $0.rows(sql) }.map(\.values))
        #expect(try many.verify().firstBreak == nil)
    }

    @Test("takes numbers, texts, bytes and nothing straight from where they lie")
    func raw() throws {
        let store = try Sample.book()
        try store.write(Sample.intent()) { (writing) throws in
            try writing.append(to: hazard, columns: ["code", "fund", "finding", "photo"]) { appender in
                try appender.add { row in
                    row.text("企业")
                    row.integer(-5)
                    Array("园区".utf8).withUnsafeBytes { row.text($0) }
                    [UInt8]([0, 255]).withUnsafeBytes { row.data($0) }
                }
                try appender.add { row in
                    row.text("")
                    row.null()
                    row.text(UnsafeRawBufferPointer(start: nil, count: 0))
                    row.data(UnsafeRawBufferPointer(start: nil, count: 0))
                }
            }
        }
        let rows = try store.read { try $0.rows("SELECT code, fund, finding, photo FROM \(hazard.current)") }.map(\.values)
        #expect(rows == [["企业", -5, "园区", .data([0, 255])], ["", .null, "", .data([])]])
        #expect(try store.verify().firstBreak == nil)
    }

    @Test("refuses a row that does not fit, and goes on with the next")
    func wrongRows() throws {
        let store = try Sample.book()
        try store.write(Sample.intent()) { (writing) throws in
            try writing.append(to: hazard, columns: ["code", "fund"]) { appender in
                refused(.other) { try appender.add { $0.text("short") } }
                refused(.other) { try appender.add([.text("long"), 1, 2]) }
                refused(.other) { try appender.add([1, 1]) }
                refused(.other) { try appender.add([.text("a"), "1"]) }
                refused(.other) {
                    try appender.add { row in
                        [0xFF, 0xFE].withUnsafeBytes { row.text($0) }
                        row.integer(1)
                    }
                }
                try appender.add([.text("right"), 1])
                refused(.unique(table: "hazard", columns: ["code"])) { try appender.add([.text("right"), 2]) }
                try appender.add([.text("next"), 3])
            }
            refused(.other) { try writing.append(to: hazard, columns: ["nosuch"]) { _ in } }
            refused(.other) { try writing.append(to: hazard, columns: ["code", "code"]) { _ in } }
        }
        #expect(try store.read { try $0.rows("SELECT id, code, fund FROM \(hazard.current)") }.map(\.values) == [[1, "right", 1], [2, "next", 3]])
        #expect(try store.verify().firstBreak == nil)
    }

    @Test("may be mixed with additions and replacements of old and new rows in any order")
    func mixed() throws {
        let store = try Sample.book()
        try store.write(Sample.intent()) { writing in for code in ["a", "b", "c"] { try writing.add(["code": .text(code)], to: hazard) } }
        let change = try store.write(Sample.intent()) { (writing) throws in
            try writing.replace(3, with: ["fund": 3], in: hazard)
            try writing.append(to: hazard, columns: ["code"]) { appender in for code in ["d", "e"] { try appender.add([.text(code)]) } }
            try writing.replace(1, with: ["fund": 1], in: hazard)
            try writing.add(["code": "f"], to: hazard)
            try writing.replace(5, with: ["fund": 5], in: hazard)
            try writing.append(to: hazard, columns: ["code"]) { try $0.add([.text("g")]) }
            try writing.replace(3, with: ["fund": 33], in: hazard)
        }.change
        #expect(change.rows == 6)
        #expect(try store.count(hazard.past) == 2)
        #expect(try store.verify().firstBreak == nil)
        #expect(try store.read { try $0.touched(by: 3) }.map(\.ids) == [1...1, 3...7])
    }

    @Test("holds only while its write runs on this many rows: a row longer than any buffer is digested whole")
    func longRows() throws {
        let store = try Sample.book()
        let long = String(repeating: "整", count: 200_000)
        try store.write(Sample.intent()) { (writing) throws in
            try writing.append(to: hazard, columns: ["finding"]) { appender in
                for size in [1, 100_000, 5, 200_000] { try appender.add([.text(String(long.prefix(size)))]) }
            }
        }
        #expect(try store.read { try $0.rows("SELECT length(finding) FROM \(hazard.current)") }.map(\.values) == [[1], [100_000], [5], [200_000]])
        #expect(try store.verify().firstBreak == nil)
        try store.tamper("UPDATE hazard SET finding = substr(finding, 1, 199999) || 'x' WHERE id = 4")
        #expect(try store.verify().firstBreak == .init(number: 2, fault: .rows))
    }
}
