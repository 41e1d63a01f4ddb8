import Registers
import Storage
import Testing

@Suite("History")
struct HistoryTests {
    private func history(_ park: Park) -> History { History(park.book, .console) }

    private func undo(_ park: Park, _ change: Int64, day: Int = 9) throws -> Int {
        try park.write(Park.intent("undo", day)) { try history(park).undo(change, in: $0) }
    }

    private func refusal(_ body: () throws -> Int) throws -> String? {
        do {
            _ = try body()
            return nil
        } catch let refused as Refused { return refused.words.zh }
    }

    private func last(_ park: Park) throws -> Int64 { try park.book.store.read { try $0.lastChange().number } }

    @Test("a record's story says who did what, when and why, newest first")
    func story() throws {
        let park = try Park()
        try park.enterprise("云川重工", "A1")
        try park.enterprise("安泰食品", "A2")
        let hazard = try park.register("hazard")
        let id = try park.write(Park.intent("edit", 1, by: "安全岗")) {
            try park.records.add(["enterprise": .text("A1"), "finding": .text("护栏缺失"), "found": .text("2022-01-03 09:00")], to: hazard, in: $0)
        }
        try park.write(Park.intent("edit", 2)) { try park.records.edit(id, ["due": .text("2022-12-01"), "fund": .text("3")], of: hazard, in: $0) }
        try park.write(Park.intent("edit", 3)) {
            try park.records.edit(id, ["due": .text("2022-12-09"), "fund": .empty, "enterprise": .text("A2")], of: hazard, in: $0)
        }
        let assign = try #require(hazard.moves.first)
        try park.write(Park.intent("move", 4)) { try park.records.move(id, by: assign, of: hazard, in: $0) }
        try park.write(Park.intent("edit", 5)) { try park.records.void(id, of: hazard, in: $0) }
        let versions = try park.book.store.read { try history(park).versions(of: id, in: hazard, $0) }
        #expect(
            versions.map { $0.sentences.map(\.zh) } == [
                ["作废。"], ["交办：由“已登记”到“整改中”。"], ["“企业”由 云川重工 改为 安泰食品。", "清空“整改资金”（原为 3.00万元）。", "“期限”由 2022-12-01 改为 2022-12-09。"],
                ["“整改资金”填为 3.00万元。", "“期限”填为 2022-12-01。"], ["登记，状态为“已登记”。"],
            ])
        #expect(versions.map(\.isFirst) == [false, false, false, false, true])
        #expect(versions.last?.change.subject == "安全岗")
        #expect(versions.map(\.change.day.iso) == ["2022-01-06", "2022-01-05", "2022-01-04", "2022-01-03", "2022-01-02"])
        #expect(versions[2].sentences.map(\.en).last == "“Due” changed from 2022-12-01 to 2022-12-09.")
    }

    @Test("a change shows the records that it wrote, with what they were before")
    func written() throws {
        let park = try Park()
        let firm = try park.enterprise("云川重工", "A1")
        let enterprise = try park.register("enterprise")
        try park.write { writing in
            try park.records.edit(firm, ["land": .text("5")], of: enterprise, in: writing)
            try park.records.add(["name": .text("新厂"), "code": .text("A2")], to: enterprise, in: writing)
        }
        let change = try last(park)
        // Looked at later, when the record is another already.
        try park.write { try park.records.edit(firm, ["land": .text("6")], of: enterprise, in: $0) }
        let (found, counts) = try park.book.store.read { (try history(park).written(by: change, $0), try history(park).counts(by: change, $0)) }
        #expect(found.map(\.sentences.first?.zh) == ["“用地”填为 5.00亩。", "登记。"])
        #expect(counts.map { "\($0.register.name.zh) \($0.added) \($0.changed)" } == ["企业 1 1"])
    }

    @Test("what a reader may not see is not in the history either")
    func personal() throws {
        let park = try Park()
        let firm = try park.enterprise("云川重工", "A1")
        let enterprise = try park.register("enterprise")
        try park.write { try park.records.edit(firm, ["boss": .text("园长")], of: enterprise, in: $0) }
        let reader = History(park.book, .reader)
        let versions = try park.book.store.read { try reader.versions(of: firm, in: enterprise, $0) }
        #expect(versions.allSatisfy { $0.changes.allSatisfy { $0.field != "boss" } && $0.sentences.allSatisfy { !$0.zh.contains("园长") } })
        let nobody = History(park.book, Permission(Subject(name: "路人"), reach: .nothing))
        #expect(try park.book.store.read { try nobody.versions(of: firm, in: enterprise, $0) }.isEmpty)
    }

    @Test("undoing an import voids what it added and puts back what it changed")
    func undone() throws {
        let park = try Park()
        let firm = try park.enterprise("云川重工", "A1", ["land": .text("5"), "zone": .text("core")])
        let enterprise = try park.register("enterprise")
        let columns = [BatchColumn("code"), BatchColumn("name"), BatchColumn("land"), BatchColumn("zone")]
        let before = try #require(try park.record(firm, "enterprise"))
        try park.write(Park.intent("import", 1)) { writing in
            var batch = try RecordBatch(enterprise, park.book, .console, in: writing)
            let rows = [["A1", "云川重工集团", "7", ""], ["A2", "安泰食品", "1", ""]].enumerated().map { index, cells in
                batch.prepare(cells: cells.map { .text($0) }, columns: columns, row: index + 1)
            }
            try batch.write(try rows.map { try $0.get() }, in: writing)
        }
        let change = try last(park)
        let plan = try park.book.store.read { try history(park).undoing(change, $0) }
        #expect(plan.words.zh == "作废新增的 1 条，恢复改动的 1 条。")
        #expect(plan.obstacles.isEmpty)
        #expect(try undo(park, change) == 2)
        let after = try #require(try park.record(firm, "enterprise"))
        #expect(after.values == before.values)
        #expect(after.title == before.title)
        #expect(try park.listing("enterprise").total == 1)
        // The key is free again, and the undoing can be undone.
        #expect(try undo(park, try last(park), day: 10) == 2)
        #expect(try park.listing("enterprise", [("sort", "code")]).records.map(\.title) == ["云川重工集团", "安泰食品"])
    }

    @Test("a change whose records were changed since can't be undone, and they are named")
    func changedSince() throws {
        let park = try Park()
        let firm = try park.enterprise("云川重工", "A1")
        let first = try last(park)
        let enterprise = try park.register("enterprise")
        try park.write(Park.intent("edit", 2, by: "规划岗")) { try park.records.edit(firm, ["land": .text("5")], of: enterprise, in: $0) }
        #expect(try refusal { try undo(park, first) } == "第 \(first) 号变更不能撤销：\n“企业”有 1 条记录之后又改过：云川重工（2022-01-03 规划岗）。")
        // The second change can be undone, and then the first still can't: its record has been written since.
        #expect(try undo(park, try last(park)) == 1)
        #expect(try refusal { try undo(park, first) } != nil)
    }

    @Test("what was referred to since can't be undone, what was entered together can")
    func referredSince() throws {
        let park = try Park()
        let (enterprise, sales) = (try park.register("enterprise"), try park.register("sales"))
        try park.write { writing in
            try park.records.add(["name": .text("云川重工"), "code": .text("A1")], to: enterprise, in: writing)
            try park.records.add(["enterprise": .text("A1"), "month": .text("2022-01")], to: sales, in: writing)
        }
        let together = try last(park)
        try park.write { try park.records.add(["enterprise": .text("A1"), "month": .text("2022-02")], to: sales, in: $0) }
        let later = try last(park)
        #expect(try refusal { try undo(park, together) } == "第 \(together) 号变更不能撤销：\n新增的“企业”已被“产销月报”的 1 条记录引用：云川重工 2022年2月。")
        #expect(try undo(park, later) == 1)
        #expect(try undo(park, together) == 2)
        #expect(try park.listing("enterprise").total == 0)
    }

    @Test("what would point to a voided record, or take a key that is taken again, is not put back")
    func blocked() throws {
        let park = try Park()
        let (one, other) = (try park.enterprise("云川重工", "A1"), try park.enterprise("安泰食品", "A2"))
        let (enterprise, sales) = (try park.register("enterprise"), try park.register("sales"))
        let id = try park.write { try park.records.add(["enterprise": .text("#\(one)"), "month": .text("2022-01")], to: sales, in: $0) }
        try park.write { try park.records.edit(id, ["enterprise": .text("#\(other)")], of: sales, in: $0) }
        let moved = try last(park)
        try park.write { try park.records.void(one, of: enterprise, in: $0) }
        let voided = try last(park)
        #expect(try refusal { try undo(park, moved) }?.contains("引用着已作废的“云川重工”") == true)
        try park.enterprise("云川重工", "A1")
        #expect(try refusal { try undo(park, voided) } == "“云川重工”不能恢复：它的主键已被另一条记录使用。")
        #expect(try park.listing("enterprise").total == 2)
    }

    @Test("what is no change of records is refused")
    func nothing() throws {
        let park = try Park()
        #expect(try refusal { try undo(park, 99) } == "没有第 99 号变更。")
        #expect(try refusal { try undo(park, 1) } == "声明的变更不能撤销；请改回声明再应用。")
        #expect(try refusal { try undo(park, .max) } != nil)
        let noted = Intent(subject: "console", reason: "签发", kind: "sign", at: Park.intent().at, recordsEmpty: true)
        try park.book.store.write(noted) { try $0.note([1]) }
        #expect(try refusal { try undo(park, try last(park)) }?.contains("没有动过记录") == true)
    }

    @Test("undoing moves the counters of the years that it touches")
    func counters() throws {
        let park = try Park()
        try park.enterprise("云川重工", "A1")
        let sales = try park.register("sales")
        try park.write { try park.records.add(["enterprise": .text("A1"), "month": .text("2021-02")], to: sales, in: $0) }
        func counts() throws -> [Int64] {
            try park.book.store.read { reading in try [0, 2021, 2022].map { try reading.counter("sales", year: $0) } }
        }
        let before = try counts()
        _ = try undo(park, try last(park))
        #expect(zip(before, try counts()).map { $1 - $0 } == [1, 1, 0])
    }
}
