import Registers
import Reports
import Storage
import Testing

@Suite struct FactorsEvidenceTests {
    static let proofs = [
        EvidenceTests.Proof(
            claim: "C26", register: "water_reading",
            condition: "read BETWEEN 20210101 AND 20211231 AND meter IN (SELECT id FROM r_water_meter WHERE number = 'SB-L01')", verdict: .fails),
        EvidenceTests.Proof(claim: "C26", register: "water_reading", condition: "read BETWEEN 20210101 AND 20211231", verdict: .undecidable),
        EvidenceTests.Proof(
            claim: "C45", register: "finance_match", condition: "obtained BETWEEN 20220101 AND 20221231 AND amount > 50000", verdict: .fails),
        EvidenceTests.Proof(claim: "funds_covered", register: "fund_out", condition: "paid IS NOT NULL", verdict: .undecidable),
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

    @Test(
        "A service that costs as much as before is not cheaper, and of one that nobody has taken over nothing is claimed",
        arguments: [("year_fee", "6480000", Verdict.fails), ("handed_over", "", .undecidable), ("predecessor", "", .undecidable)])
    func outsourced(_ field: Name, _ text: String, _ verdict: Verdict) throws {
        let park = try SampleBook.own()
        #expect(try park.verdict("C27") == .holds)
        let register = try #require(park.book.catalogue.register("outsourcing"))
        let id = try #require(try park.ids("outsourcing", "number = 'YW2022-06'").first)
        try park.write { try park.records.edit(id, [field: text.isEmpty ? .empty : .text(text)], of: register, in: $0) }
        #expect(try park.verdict("C27") == verdict)
    }

    @Test("An arrival that was paid out can't be taken back, nor more be paid than has arrived")
    func overdrawn() throws {
        let park = try SampleBook.own()
        let (arrivals, payments) = (
            try #require(park.book.catalogue.register("fund_arrival")), try #require(park.book.catalogue.register("fund_out"))
        )
        // 41.86 million arrived for the circular renewal, of which 40.86 are paid.
        let arrival = try #require(try park.ids("fund_arrival", "amount = 4186000000").first)
        #expect(throws: Invalid.self) { try park.write { try park.records.void(arrival, of: arrivals, in: $0) } }
        func pay(_ amount: String) throws {
            let cells: [Name: Input] = [
                "fund": .text("循环化改造示范试点终期验收补助资金"), "payee": .text("试验单位"), "purpose": .text("试验"), "requested": .text("2023-01-30"),
                "requested_amount": .text(amount), "approved": .text("2023-01-31"), "approved_amount": .text(amount), "paid": .text("2023-02-01"),
                "amount": .text(amount),
            ]
            try park.write { try park.records.add(cells, to: payments, in: $0) }
        }
        #expect(throws: Invalid.self) { try pay("1000000.01") }
        try pay("1000000.00")
        #expect(throws: Invalid.self) { try pay("0.01") }
    }
}
