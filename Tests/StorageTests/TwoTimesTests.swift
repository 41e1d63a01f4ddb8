import Storage
import Proofs
import Testing

/// The past is replayed in plain dictionaries and compared with what the book says of every change.
@Suite("The two times")
struct TwoTimesTests {
    @Test("as of every change the book says what a replayed model says", arguments: Proofs.seeds(3))
    func replay(_ seed: UInt64) throws {
        let store = try Sample.book()
        let tables = [Sample.hazard, Sample.visit]
        var random = Seeded(seed)
        var now: [[Int64: [Value]]] = [[:], [:]]
        var known: [Int64: [[Int64: [Value]]]] = [1: now]
        for step in 0..<60 {
            let draft = now
            var next = draft
            let throwsAtEnd = Int.random(in: 0..<6, using: &random) == 0
            struct Stop: Error {}
            do {
                let committed = try store.write(Sample.intent("步骤\(step)", second: Int64(step))) { (writing) throws in
                    for _ in 0..<Int.random(in: 1...6, using: &random) {
                        try play(&next, writing, step: step, &random)
                    }
                    if throwsAtEnd { throw Stop() }
                }
                now = next
                known[committed.change.number] = now
            } catch is Stop {
                next = draft
            }
        }
        let last = try store.read { try $0.lastChange().number }
        #expect(last > 30)
        for number in 1...last {
            let model = try #require(known[number])
            for (index, table) in tables.enumerated() {
                let columns: SQL = "\(table.columns.map { SQL(", \($0)") }, joined: .empty)"
                let rows = try store.read { try $0.rows("SELECT id\(columns) FROM \(table.source(asOf: number)) AS t") }
                var found: [Int64: [Value]] = [:]
                for row in rows { found[row.integer(at: 0) ?? -1] = Array(row.values.dropFirst()) }
                #expect(found.count == rows.count, "one version of each row")
                #expect(found == model[index], "\(table.name.text) as of \(number)")
            }
        }
        let current = try store.read { try $0.rows("SELECT count(*) FROM \(Sample.hazard.source(asOf: nil)) AS t") }
        #expect(current[0][0] == .integer(Int64(now[0].count)))
        #expect(try store.verify().firstBreak == nil)
    }

    private func play(_ model: inout [[Int64: [Value]]], _ writing: Writing, step: Int, _ random: inout Seeded) throws {
        let fund = Value.integer(Int64.random(in: 0...3, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            let row: [Value] = [.text("c\(UInt32.random(in: 0 ... .max, using: &random))"), fund, .null, .null]
            model[0][try writing.add(row, to: Sample.hazard)] = row
        case 1:
            guard let id = model[0].keys.sorted().randomElement(using: &random) else { return }
            let differs = model[0][id]?[1] != fund
            #expect(try writing.replace(id, with: ["fund": fund], in: Sample.hazard) == differs)
            model[0][id]?[1] = fund
        case 2:
            guard let hazard = model[0].keys.sorted().randomElement(using: &random) else { return }
            try writing.append(to: Sample.visit, columns: ["hazard"]) { appender in
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    model[1][try appender.add([.integer(hazard)])] = [.integer(hazard), 1]
                }
            }
        default:
            guard let id = model[1].keys.sorted().randomElement(using: &random) else { return }
            try writing.replace(id, with: ["hours": fund], in: Sample.visit)
            model[1][id]?[1] = fund
        }
    }

    @Test("registers are joined as they were known at the same change")
    func joined() throws {
        let store = try Sample.book()
        try store.write(Sample.intent()) { (writing) throws in
            try writing.add(["code": "a", "fund": 1], to: Sample.hazard)
            try writing.add(["hazard": 1, "hours": 2], to: Sample.visit)
        }
        try store.write(Sample.intent()) { try $0.replace(1, with: ["fund": 10], in: Sample.hazard) }
        try store.write(Sample.intent()) { try $0.replace(1, with: ["hours": 3], in: Sample.visit) }
        func product(_ number: Int64?) throws -> Value {
            try store.read { (reading) throws in
                try reading.value(
                    """
                    SELECT h.fund * v.hours FROM \(Sample.visit.source(asOf: number)) AS v \
                    JOIN \(Sample.hazard.source(asOf: number)) AS h ON h.id = v.hazard
                    """)
            }
        }
        #expect(try product(1) == .null)
        #expect(try product(2) == 2)
        #expect(try product(3) == 20)
        #expect(try product(4) == 30)
        #expect(try product(nil) == 30)
    }
}
