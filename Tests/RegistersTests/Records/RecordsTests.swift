import Registers
import Storage
import Testing

@Suite("Records")
struct RecordsTests {
    @Test("a record is added, titled, computed and read back")
    func adds() throws {
        let park = try Park()
        let firm = try park.enterprise("云川重工", "A1", ["land": .text("1公顷"), "zone": .text("核心区")])
        let sales = try park.register("sales")
        let id = try park.write {
            try park.records.add(
                ["enterprise": .text("云川重工"), "month": .text("2022-03"), "output": .text("1亿元"), "cost": .text("2,500.50")], to: sales, in: $0)
        }
        let record = try #require(try park.record(id, "sales"))
        #expect(record.title == "云川重工 2022年3月")
        #expect(record["enterprise"] == .integer(firm))
        #expect(record.titles["enterprise"] == "云川重工")
        #expect(record["output"] == .integer(1_000_000))
        #expect(record["margin"] == .integer(749_950))
        // 7499.5 / 10000 = 74.995%, rounded half up at one place.
        #expect(record["rate"] == .integer(750))
        #expect(try #require(try park.record(firm, "enterprise"))["land"] == .integer(1500))
    }
}
