import Registers
import Reports
import Storage
import Testing

@Suite("The sample park's bulletins against its year") struct BulletinsTests {
    @Test("Weeks and months come to the year for everything that adds up, and a form's month tells of no week")
    func sums() throws {
        let park = try SampleBook.shared()
        let found = try park.book.store.read { try park.drafts.reconciliation(year: 2022, in: $0) }
        #expect(found.bulletins > 60)
        #expect(found.sums.allSatisfy { $0.verdict != .differs })
        let tasks = try #require(found.sums.first { $0.indicator == "tasks_set" })
        #expect(tasks.verdict == .agrees && tasks.weeks == tasks.year)
        #expect(found.sums.first { $0.indicator == "gross_output" }?.verdict == .agreesByMonth)
        #expect(found.sums.first { $0.indicator == "contracts" }?.verdict == .isNotAdded)
    }

    @Test("What was printed and has been voided since is told with the change that did it, and the release of a newer form is no loss")
    func vanished() throws {
        let park = try SampleBook.own()
        let register = try #require(park.book.catalogue.register("contract"))
        let before = try park.book.store.read { try park.drafts.reconciliation(year: 2022, in: $0) }
        #expect(!before.departures.contains { $0.records.contains { $0.register == "sales" && $0.fate == .moved } })
        let id = try #require(try park.ids("contract", "signed BETWEEN 20220301 AND 20220331 AND kind = 'formal'").first)
        try park.write { try park.records.void(id, of: register, in: $0) }
        let after = try park.book.store.read { try park.drafts.reconciliation(year: 2022, in: $0) }
        let new = after.departures.filter { departure in departure.records.contains { $0.register == "contract" && $0.id == id } }
        #expect(!new.isEmpty)
        #expect(new.allSatisfy { $0.records.contains { $0.fate == .voided && $0.change?.reason == "试验" } })
        #expect(!before.departures.contains { $0.records.contains { $0.register == "contract" && $0.id == id } })
    }
}
