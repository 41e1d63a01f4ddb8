import Registers
import Reports
import Storage
import Testing

@Suite struct EvidenceTests {
    /// A claim that holds, and the records without which it doesn't.
    struct Proof: Sendable, CustomTestStringConvertible {
        let claim: String
        let register: Name
        let condition: SQL
        let verdict: Verdict
        var testDescription: String { claim }
    }

    static let proofs = [
        Proof(claim: "C17", register: "ref_stat", condition: "item = 'above_scale' AND month = 20221201", verdict: .undecidable),
        Proof(claim: "C18", register: "honor", condition: "series = 'zone_evaluation' AND awarded >= 20220101", verdict: .undecidable),
        Proof(claim: "C19", register: "honor", condition: "series = 'zone_evaluation' AND awarded BETWEEN 20210101 AND 20211231", verdict: .fails),
        Proof(claim: "C23", register: "ref_stat", condition: "item = 'quiet_years'", verdict: .undecidable),
        Proof(claim: "C24", register: "accreditation_event", condition: "kind = 'visit'", verdict: .fails),
        Proof(claim: "C25", register: "tech_contract", condition: "registered >= 20220101 AND side = 'seller' AND amount > 50000", verdict: .fails),
        Proof(claim: "C41", register: "revival", condition: "recognised >= 20220101", verdict: .fails),
    ]

    @Test("Without the records that bear a claim out, it no longer holds", arguments: proofs)
    func turned(_ proof: Proof) throws {
        let park = try SampleBook.own()
        #expect(try park.verdict(proof.claim) == .holds)
        let register = try #require(park.book.catalogue.register(proof.register))
        let ids = try park.ids(proof.register, proof.condition)
        try #require(!ids.isEmpty)
        try park.write { writing in for id in ids { try park.records.void(id, of: register, in: writing) } }
        #expect(try park.verdict(proof.claim) == proof.verdict)
    }

    @Test("A firm that is not known to be newly commissioned is no proof of a new giant")
    func commissioned() throws {
        let park = try SampleBook.own()
        #expect(try park.verdict("C16") == .holds)
        let register = try #require(park.book.catalogue.register("enterprise"))
        let id = try #require(try park.ids("enterprise", "short = '启衡铝业'").first)
        try park.write { try park.records.edit(id, ["commissioned": .empty], of: register, in: $0) }
        #expect(try park.verdict("C16") == .fails)
    }

    @Test("Value added passes the mark only once it is more than an estimate")
    func estimate() throws {
        let park = try SampleBook.own()
        #expect(try park.verdict("C10") == .undecidable)
        let register = try #require(park.book.catalogue.register("ref_stat"))
        let id = try #require(try park.ids("ref_stat", "area = 'park' AND item = 'value_added' AND month = 20221201").first)
        try park.write { try park.records.edit(id, ["standing": .text("final")], of: register, in: $0) }
        #expect(try park.verdict("C10") == .holds)
    }
}
