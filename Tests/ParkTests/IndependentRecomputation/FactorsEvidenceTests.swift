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
        EvidenceTests.Proof(claim: "funds_covered", register: "fund_arrival", condition: "amount = 4186000000", verdict: .fails),
    ]

    @Test("Without the records that bear a claim out, it no longer holds", arguments: proofs)
    func turned(_ proof: EvidenceTests.Proof) throws {
        let park = try SampleBook.open()
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
        let park = try SampleBook.open()
        #expect(try park.verdict("C27") == .holds)
        let register = try #require(park.book.catalogue.register("outsourcing"))
        let id = try #require(try park.ids("outsourcing", "number = 'YW2022-06'").first)
        try park.write { try park.records.edit(id, [field: text.isEmpty ? .empty : .text(text)], of: register, in: $0) }
        #expect(try park.verdict("C27") == verdict)
    }
}
