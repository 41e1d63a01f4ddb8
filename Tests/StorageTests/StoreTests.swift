import Storage
import Testing

@Suite("The book")
struct StoreTests {
    @Test("a first look")
    func first() throws {
        let store = try Store.temporary()
        let hazard = VersionedTable("hazard", [Column("code", .text), Column("fund", .integer)], uniques: [["code"]])
        let intent = Intent(subject: "console", reason: "r", kind: "edit", at: Moment(milliseconds: 1_700_000_000_000))
        let applied = try store.write(intent) { try $0.apply(store.plan(hazard.tables)) }
        #expect(applied.change.number == 1)
        let made = try store.write(intent) { try $0.add(["code": "a", "fund": 5], to: hazard) }
        #expect(made.change.number == 2 && made.change.rows == 1)
        let id = try #require(made.value)
        let r = try store.write(intent) { try $0.replace(id, with: ["fund": 6], in: hazard) }
        #expect(r.value == true)
        #expect(try store.read { try $0.value("SELECT fund FROM \(hazard.source(asOf: 2)) AS h") } == 5)
        #expect(try store.read { try $0.value("SELECT fund FROM \(hazard.source(asOf: 3)) AS h") } == 6)
        #expect(try store.read { try $0.value("SELECT fund FROM \(hazard.source(asOf: nil)) AS h") } == 6)
        #expect(try store.plan(hazard.tables).isEmpty)
    }
}
