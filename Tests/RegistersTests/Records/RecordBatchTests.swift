import Registers
import Storage
import Testing

@Suite("Batches")
struct RecordBatchTests {
    private let columns = [
        BatchColumn("enterprise"), BatchColumn("month"), BatchColumn("output", unit: Unit("元")), BatchColumn("cost"), BatchColumn("rate"),
    ]

    private func cells(_ firm: String, _ month: String, _ output: String, _ cost: String = "", _ rate: String = "") -> [Input] {
        [.text(firm), .text(month), output.isEmpty ? .empty : .number(output), .text(cost), .text(rate)]
    }

    /// Prepares and writes rows; answers the outcome and the faults.
    private func bring(_ park: Park, _ rows: [[Input]]) throws -> (BatchOutcome, [Invalid.Item]) {
        let sales = try park.register("sales")
        return try park.write(Park.intent("import")) { writing in
            var batch = try RecordBatch(sales, park.book, .console, in: writing)
            var prepared: [PreparedRow] = []
            var faults: [Invalid.Item] = []
            for (index, row) in rows.enumerated() {
                switch batch.prepare(cells: row, columns: columns, row: index + 1) {
                case .success(let row): prepared.append(row)
                case .failure(let invalid): faults += invalid.items
                }
            }
            return (try batch.write(prepared, in: writing), faults)
        }
    }

    @Test("rows are added by their key, changed where something differs, and left alone where nothing does")
    func effects() throws {
        let park = try Park()
        try park.enterprise("云川重工", "A1")
        let rows = [cells("云川重工", "2022-01", "15000"), cells("A1", "2022年2月", "25000", "1")]
        #expect(try bring(park, rows).0 == BatchOutcome(added: 2, changed: 0, unchanged: 0))
        let before = try park.listing("sales", [("sort", "month")]).records
        #expect(before.map { $0["output"] } == [150, 250])
        #expect(before.map { $0["margin"] } == [.null, 150])
        #expect(before.map(\.title) == ["云川重工 2022年1月", "云川重工 2022年2月"])
        let again = try bring(park, rows + [cells("A1", "2022-03", "1")])
        #expect(again.0.added == 0)
        // One 元 is a hundredth of what is kept.
        #expect(again.1.map(\.row) == [3])
        #expect(again.0.unchanged == 2)
        #expect(try bring(park, [cells("A1", "2022-02", "30000", "1")]).0 == BatchOutcome(added: 0, changed: 1, unchanged: 0))
        let after = try park.listing("sales", [("sort", "month")]).records
        #expect(after.map { $0["output"] } == [150, 300])
        #expect(after.map { $0["margin"] } == [.null, 200])
    }

    @Test("a field without a column keeps what it holds")
    func missingColumns() throws {
        let park = try Park()
        try park.enterprise("云川重工", "A1")
        _ = try bring(park, [cells("A1", "2022-01", "15000", "1")])
        let sales = try park.register("sales")
        try park.write(Park.intent("import")) { writing in
            var batch = try RecordBatch(sales, park.book, .console, in: writing)
            let row = try batch.prepare(["enterprise": .text("A1"), "month": .text("2022-01"), "output": .text("2")], row: 1).get()
            #expect(row.effect == .changes)
            #expect(row.changes.map(\.field) == ["output", "margin", "rate"])
            try batch.write([row], in: writing)
        }
        let record = try #require(try park.listing("sales").records.first)
        #expect(record["cost"] == 100)
        #expect(record["margin"] == 100)
    }

    @Test("every fault of every row is told, with its row")
    func faults() throws {
        let park = try Park()
        try park.enterprise("云川重工", "A1")
        let (outcome, faults) = try bring(
            park,
            [
                cells("A1", "2022-01", "x", "y"), cells("A9", "2022-13", "100"), cells("A1", "2022-02", "100", "5"), cells("A1", "2022-03", "100"),
                cells("A1", "2022-03", "200"), cells("", "2022-04", "100"),
            ])
        #expect(
            faults.map { "\($0.row ?? 0) \($0.field?.text ?? "")" } == [
                "1 output", "1 cost", "2 enterprise", "2 month", "3 cost", "5 ", "6 enterprise",
            ])
        #expect(faults.map(\.fault.words.zh).contains("与第 4 行是同一条，请合并。"))
        #expect(outcome.added == 1)
    }

    @Test("what a batch writes is what adding one by one writes")
    func sameAsRecords() throws {
        let (one, many) = (try Park(), try Park())
        for park in [one, many] { try park.enterprise("云川重工", "A1") }
        let rows = (1...12).map { cells("A1", "2022-\($0)", "\($0)0000", "\($0 % 3)") }
        _ = try bring(many, rows)
        let sales = try one.register("sales")
        try one.write { writing in
            for month in 1...12 {
                try one.records.add(
                    ["enterprise": .text("A1"), "month": .text("2022-\(month)"), "output": .text("\(month)"), "cost": .text("\(month % 3)")],
                    to: sales, in: writing)
            }
        }
        let table = sales.table
        func all(_ park: Park) throws -> [[Value]] {
            try park.book.store.read { try $0.rows("SELECT * FROM \(table.current) ORDER BY id").map(\.values) }
        }
        #expect(try all(one) == all(many))
    }

    @Test("codes are numbered through a batch, and states come with new records only")
    func numbersAndStates() throws {
        let park = try Park()
        try park.enterprise("云川重工", "A1")
        let hazard = try park.register("hazard")
        let columns = [BatchColumn("code"), BatchColumn("enterprise"), BatchColumn("finding"), BatchColumn("found"), BatchColumn("state")]
        func bring(_ rows: [[String]]) throws -> ([PreparedRow], [String]) {
            try park.write(Park.intent("import")) { writing in
                var batch = try RecordBatch(hazard, park.book, .console, in: writing)
                var prepared: [PreparedRow] = []
                var faults: [String] = []
                for (index, row) in rows.enumerated() {
                    switch batch.prepare(cells: row.map { .text($0) }, columns: columns, row: index + 1) {
                    case .success(let row): prepared.append(row)
                    case .failure(let invalid): faults += invalid.items.map { $0.text(.zh) }
                    }
                }
                try batch.write(prepared, in: writing)
                return (prepared, faults)
            }
        }
        _ = try bring([
            ["", "A1", "护栏缺失", "2022-01-03 09:00", "整改中"], ["", "A1", "通道堵塞", "2022-01-04 09:00", ""],
            ["", "A1", "油污", "2021-01-04 09:00", "closed"],
        ])
        let found = try park.listing("hazard", [("sort", "code")]).records
        #expect(found.map { $0["code"] } == ["YH2021-0001", "YH2022-0001", "YH2022-0002"])
        #expect(found.map(\.state) == ["closed", "assigned", "found"])
        let (prepared, faults) = try bring([
            ["YH2022-0001", "A1", "护栏缺失", "2022-01-03 09:00", "整改中"], ["YH2022-0002", "A1", "通道堵塞", "2022-01-04 09:00", "已销号"],
            ["YH2021-0001", "A1", "油污已清", "2021-01-04 09:00", "已销号"], ["YH2022-0009", "A1", "新", "2022-01-04 09:00", "飞了"],
        ])
        #expect(prepared.map(\.effect) == [.leaves])
        #expect(faults.count == 3)
        #expect(faults[0].contains("状态不能靠导入改变"))
        #expect(faults[1].contains("请先办理“重开”"))
        #expect(faults[2].contains("没有状态“飞了”"))
    }

    @Test("a row prepared before somebody else's change is refused, not written over it")
    func stale() throws {
        let park = try Park()
        try park.enterprise("云川重工", "A1")
        let sales = try park.register("sales")
        let id = try park.write {
            try park.records.add(["enterprise": .text("A1"), "month": .text("2022-01"), "output": .text("1")], to: sales, in: $0)
        }
        let (old, new) = try park.book.store.read { reading in
            var batch = try RecordBatch(sales, park.book, .console, in: reading)
            let old = try batch.prepare(cells: cells("A1", "2022-01", "20000"), columns: columns, row: 1).get()
            let new = try batch.prepare(cells: cells("A1", "2022-02", "20000"), columns: columns, row: 2).get()
            return (old, new)
        }
        try park.write { writing in
            try park.records.edit(id, ["output": .text("7")], of: sales, in: writing)
            try park.records.add(["enterprise": .text("A1"), "month": .text("2022-02")], to: sales, in: writing)
        }
        #expect(throws: Refused.self) {
            try park.write { writing in
                var batch = try RecordBatch(sales, park.book, .console, in: writing)
                try batch.write([old], in: writing)
            }
        }
        #expect(throws: Invalid.self) {
            try park.write { writing in
                var batch = try RecordBatch(sales, park.book, .console, in: writing)
                try batch.write([new], in: writing)
            }
        }
        #expect(try park.record(id, "sales")?["output"] == 700)
    }

    @Test("who may not write may not prepare")
    func permission() throws {
        let park = try Park()
        let sales = try park.register("sales")
        #expect(throws: Refused.self) { try park.book.store.read { _ = try RecordBatch(sales, park.book, .reader, in: $0) } }
    }
}
