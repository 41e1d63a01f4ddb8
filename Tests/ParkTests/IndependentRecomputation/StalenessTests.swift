import Registers
import Storage
import Testing

@Suite struct StalenessTests {
    @Test("A revised form changes the figures that rest on it and no other, and what was known before stays as it was")
    func sales() throws {
        try change(
            "sales", "month = 20221201 AND enterprise IN (SELECT id FROM r_enterprise WHERE short = '恒川新材料')", ["output_to_date": "1310005.71"]
        ) {
            #expect($0 == ["#37", "#38", "#39", "#44"])
        }
    }

    @Test("A corrected tax receipt moves a firm over the threshold, and every figure that counts it follows")
    func tax() throws {
        let condition: SQL = "received >= 20221101 AND kind = 'vat' AND enterprise IN (SELECT id FROM r_enterprise WHERE short = '润川乳业')"
        try change("tax_payment", condition, ["paid": "2000000.00"]) { changed in
            #expect(changed.isSuperset(of: ["#45", "#46", "#52", "#53"]))
            #expect(changed.isSubset(of: ["#45", "#46", "#52", "#53", "#54"]))
        }
    }

    @Test("A voided investment form leaves the investment of the year and of the key projects smaller")
    func investment() throws {
        let park = try SampleBook.own()
        let before = try park.printed(2022)
        let register = try #require(park.book.catalogue.register("investment"))
        let id = try #require(try park.ids("investment", "month = 20221201 AND statutory > 1000000").first)
        try park.write { try park.records.void(id, of: register, in: $0) }
        try expectFollowed(park, before) { #expect($0 == ["#83", "#84", "#85"]) }
    }

    /// Opens a locked form again with new values, as its reporter would.
    private func change(_ name: Name, _ condition: SQL, _ values: [Name: String], _ expects: (Set<String>) -> Void) throws {
        let park = try SampleBook.own()
        let register = try #require(park.book.catalogue.register(name))
        let revise = try #require(register.moves.first { $0.id == "revise" })
        let before = try park.printed(2022)
        let known = try park.last()
        let id = try #require(try park.ids(name, condition).first)
        try park.write { writing in
            try park.records.move(id, by: revise, values.mapValues { .text($0) }.merging(["reason": .text("试验")]) { $1 }, of: register, in: writing)
        }
        try expectFollowed(park, before, expects)
        #expect(try park.printed(2022, asOf: known) == before)
        let former = Recomputation(ledgers: try Ledgers(park, asOf: known), year: 2022).slots()
        #expect(former == before)
    }

    /// No figure is stale, and none changed that rests on other records.
    private func expectFollowed(_ park: OpenPark, _ before: [String: String], _ expects: (Set<String>) -> Void) throws {
        let after = try park.printed(2022)
        #expect(after == Recomputation(ledgers: try Ledgers(park), year: 2022).slots())
        expects(Set(after.keys.filter { after[$0] != before[$0] }))
    }
}
