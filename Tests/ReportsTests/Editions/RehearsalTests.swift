import Registers
import Storage
import Testing

@testable import Reports

@Suite("A revision that is only played through")
struct RehearsalTests {
    private func rehearse(_ released: ReleasedPark, _ item: String, _ amount: String, isFirst: Bool = false) throws -> Rehearsal {
        let datum = try #require(released.park.book.catalogue.register("datum"))
        let rows = try released.park.book.store.read { reading in
            try reading.rows("SELECT id FROM \(datum.table.current) WHERE \(datum.column(of: "item")) = \(item) ORDER BY id")
        }
        let id = (isFirst ? rows.first : rows.last)?.integer(at: 0)
        return try Rehearsal(released.drafts, #require(id), ["amount": .text(amount)], of: datum, at: ReleasedPark.at)
    }

    @Test("says which figures and claims of which edition it would move, and writes nothing")
    func touches() throws {
        let released = try ReleasedPark()
        try released.release()
        try released.revise("a", to: "30")
        let before = try released.park.book.store.read { try $0.lastChange() }
        let rehearsal = try rehearse(released, "a", "9")
        #expect(rehearsal.looked == 1 && rehearsal.touched.map(\.edition.number) == [1])
        let slot = try #require(rehearsal.touched.first?.moved.first { $0.id == "#37" })
        #expect(slot.printed == "20.01亿元" && slot.now == "30.00亿元" && slot.then == "9.00亿元")
        // 9 / 7 = 128.6%; the highest of five years is 15 then.
        let ratio = try #require(rehearsal.touched.first?.moved.first { $0.id == "ratio" })
        #expect(ratio.then == "128.6%")
        #expect(rehearsal.touched.first?.turned.map(\.id) == ["C1"] && rehearsal.touched.first?.turned.map(\.then) == [.fails])
        #expect(try released.park.book.store.read { try $0.lastChange() } == before)
        #expect(try released.park.compiled().plainText.contains("产值30.00亿元"))
    }

    @Test("says nothing of an edition that it leaves alone, or that was withdrawn, and refuses what can't be written")
    func leaves() throws {
        let released = try ReleasedPark()
        let edition = try released.release()
        // The report prints nothing of b in 2018.
        #expect(try rehearse(released, "b", "50", isFirst: true).touched.isEmpty)
        #expect(throws: (any Error).self) { try rehearse(released, "a", "no number") }
        try released.editions.withdraw(edition, by: "主任", reason: "有误", at: ReleasedPark.at)
        #expect(try rehearse(released, "a", "9").looked == 0)
    }
}
