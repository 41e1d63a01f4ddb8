import Registers
import Reports
import Storage
import Testing

@Suite struct ServiceEvidenceTests {
    static let proofs = [
        EvidenceTests.Proof(claim: "C29", register: "epidemic_day", condition: "day = 20220703", verdict: .undecidable),
        EvidenceTests.Proof(claim: "C30", register: "nucleic_test", condition: "day BETWEEN 20220101 AND 20221231", verdict: .undecidable),
        EvidenceTests.Proof(claim: "all_tested", register: "nucleic_test", condition: "day BETWEEN 20220101 AND 20221231", verdict: .fails),
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

    @Test("A day without a report, or one on which not all reported, is no zero")
    func silent() throws { #expect(try SampleBook.open().verdict("C29", 2021) == .undecidable) }

    @Test(
        "One positive, one person missed, one case, one worker left out: each turns its claim",
        arguments: [
            ("C30", "nucleic_test", "positives", "1"), ("all_tested", "nucleic_test", "tested", "0"), ("C29", "epidemic_day", "suspected", "1"),
            ("C38", "vaccination", "done", "0"),
        ] as [(String, Name, Name, String)])
    func contradicted(_ claim: String, _ register: Name, _ field: Name, _ text: String) throws {
        let park = try SampleBook.open()
        #expect(try park.verdict(claim) == .holds)
        let declared = try #require(park.book.catalogue.register(register))
        let day: SQL = register == "vaccination" ? "counted = 20221230 AND unit = 'enterprise' AND roster > deferred" : "day = 20221026"
        let id = try #require(try park.ids(register, day).first)
        try park.write { try park.records.edit(id, [field: .text(text)], of: declared, in: $0) }
        #expect(try park.verdict(claim) == .fails)
    }
}
