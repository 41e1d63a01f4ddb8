import Indicators
import Registers
import Reports
import Storage
import Testing

/// The traps of welfare and the countryside; the numbers are worked out by hand from `Samples`.
@Suite struct RuralStoryTests {
    private func value(_ text: String, _ period: String, _ park: OpenPark) throws -> String {
        let formula = try FormulaParser.formula(text, at: Place(file: "test", line: 1, column: 1))
        let period = try #require(Period(period))
        return try park.book.store.read { reading in
            switch try park.drafts.figures.evaluate(formula, period, scope: "park", in: reading).value {
            case .amount(let amount): amount.description
            case let other: "\(other)"
            }
        }
    }

    @Test(
        "What the sample must always give",
        arguments: [
            // 82.25 and 198.38 of enterprises; the park's own, the one entered twice and those of 2020 and 2023 are none of theirs.
            ("seedlings_since_last_year", "2022", "280.63"), ("greened_since_last_year", "2022", "18.3"),
            ("seedlings_since_last_year", "2021", "113.45"),
            ("seedling_towns", "2022", "3"), ("seedling_towns", "2021", "2"),
            // The forage of 北坪镇 ended in 2020; only its potatoes are bought.
            ("farming_towns", "2022", "3"), ("farming_towns", "2019", "2"),
            // 83 who green and 113 who clean in December.
            ("villagers_hired", "2022", "196"),
            // Who was called back early did not finish; 11 March 2019 to 18 June 2021 are 27 months.
            ("aid_returned", "2021", "1"), ("aid_months.prior", "2022", "27"),
            // 54 and 72 who clean; two firms were relieved twice.
            ("cleaners_clothed", "2022", "126"), ("cooling_firms", "2022", "43"),
            // 云川铝业 and 川牧食品 gave twice; what was given to pupils and what was entered twice doesn't count.
            ("epidemic_donors", "2022", "16"), ("epidemic_donations", "2022", "87.9"),
            // 20,000 kg are 4 万斤; a firm's flour is no vegetables. 80 kg are left over the year, 40 of them go out in January.
            ("vegetables_received", "2022", "4"), ("vegetable_firms", "2022", "38"), ("vegetables_left", "2022", "80"),
            ("vegetables_left", "2023", "40"),
        ])
    func facts(_ indicator: String, _ period: String, _ wanted: String) throws {
        #expect(try value(indicator, period, try SampleBook.shared()) == wanted)
    }

    static let proofs = [
        EvidenceTests.Proof(claim: "C02", register: "honor", condition: "series = 'labour'", verdict: .fails),
        EvidenceTests.Proof(
            claim: "C07", register: "honor", condition: "subject = 'cadre' AND level = 'city' AND awarded > 20210101", verdict: .fails),
        EvidenceTests.Proof(claim: "vegetables_covered", register: "welfare", condition: "batch = 'SC2022-2' AND kind = 'received'", verdict: .fails),
        EvidenceTests.Proof(claim: "towns_agree", register: "rural_support", condition: "what = '燕麦草订单种植'", verdict: .fails),
        EvidenceTests.Proof(
            claim: "more_donated", register: "welfare", condition: "for = 'epidemic' AND held BETWEEN 20220101 AND 20221231 AND amount >= 5000000",
            verdict: .fails),
    ]

    @Test("Without the records that bear a claim out, it no longer holds", arguments: proofs)
    func turned(_ proof: EvidenceTests.Proof) throws {
        let park = try SampleBook.own()
        #expect(try park.verdict(proof.claim) == .holds)
        let register = try #require(park.book.catalogue.register(proof.register))
        let ids = try park.ids(proof.register, proof.condition)
        try #require(!ids.isEmpty)
        try park.write { writing in for id in ids { try park.records.void(id, of: register, in: writing) } }
        #expect(try park.verdict(proof.claim) == proof.verdict)
    }

    @Test("Aid that ended five months earlier did not last two years")
    func shortAid() throws {
        let park = try SampleBook.own()
        #expect(try park.verdict("long_aid") == .holds)
        let register = try #require(park.book.catalogue.register("cadre_assignment"))
        let id = try #require(try park.ids("cadre_assignment", "place = '朔远县'").first)
        try park.write { try park.records.edit(id, ["ended": .text("2021-01-15")], of: register, in: $0) }
        #expect(try park.verdict("long_aid") == .fails)
    }
}
