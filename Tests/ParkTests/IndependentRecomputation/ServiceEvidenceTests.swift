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
        let park = try SampleBook.own()
        #expect(try park.verdict(proof.claim) == .holds)
        let register = try #require(park.book.catalogue.register(proof.register))
        let ids = try park.ids(proof.register, proof.condition)
        try #require(!ids.isEmpty)
        try park.write { writing in for id in ids { try park.records.void(id, of: register, in: writing) } }
        #expect(try park.verdict(proof.claim) == proof.verdict)
    }

    @Test("A day without a report, or one on which not all reported, is no zero")
    func silent() throws { #expect(try SampleBook.shared().verdict("C29", 2021) == .undecidable) }

    @Test(
        "One positive, one person missed, one case, one worker left out: each turns its claim",
        arguments: [
            ("C30", "nucleic_test", "positives", "1"), ("all_tested", "nucleic_test", "tested", "0"), ("C29", "epidemic_day", "suspected", "1"),
            ("C38", "vaccination", "done", "0"),
        ] as [(String, Name, Name, String)])
    func contradicted(_ claim: String, _ register: Name, _ field: Name, _ text: String) throws {
        let park = try SampleBook.own()
        #expect(try park.verdict(claim) == .holds)
        let declared = try #require(park.book.catalogue.register(register))
        let day: SQL = register == "vaccination" ? "counted = 20221230 AND unit = 'enterprise' AND roster > deferred" : "day = 20221026"
        let id = try #require(try park.ids(register, day).first)
        try park.write { try park.records.edit(id, [field: .text(text)], of: declared, in: $0) }
        #expect(try park.verdict(claim) == .fails)
    }

    @Test(
        "A post that nobody holds, an expert who abstains, an item left out, effluent above a limit: each turns its claim",
        arguments: [
            ("C28", "post_plan", "post = '税务派驻经办岗'", "filled_by", ""),
            ("C32", "plan_review", "kind = 'rectification'", "experts", "环保专业|70|同意\n水专业|60|弃权"),
            ("all_entered", "env_list", "name LIKE '省级%'", "items", "10"),
            ("sewage_stable", "wastewater_day", "day = 20220601", "nitrogen", "15.01"),
            ("epidemic_mended", "epidemic_check", "day BETWEEN 20220101 AND 20221231 AND problems IS NOT NULL", "fixed", ""),
            ("self_checked", "major_hazard", "unit = '甲醇罐区'", "last_check", "2021-12-10"),
        ] as [(String, Name, SQL, Name, String)])
    func turnedByOne(_ claim: String, _ register: Name, _ condition: SQL, _ field: Name, _ text: String) throws {
        let park = try SampleBook.own()
        #expect(try park.verdict(claim) == .holds)
        let declared = try #require(park.book.catalogue.register(register))
        let id = try #require(try park.ids(register, condition).first)
        try park.write { try park.records.edit(id, [field: text.isEmpty ? .empty : .text(text)], of: declared, in: $0) }
        #expect(try park.verdict(claim) == .fails)
    }

    @Test("Hazards that are still being mended fail the closed loop, and so does one that is opened again")
    func loop() throws {
        let park = try SampleBook.own()
        #expect(try park.verdict("C31") == .fails)
        #expect(try park.verdict("hazards_in_time") == .holds)
        let hazard = try #require(park.book.catalogue.register("hazard"))
        let open = try park.ids("hazard", "found BETWEEN 20220101 AND 20221231 AND (rechecked IS NULL OR rechecked > 20221231)")
        try #require(!open.isEmpty)
        try park.write { writing in for id in open { try park.records.void(id, of: hazard, in: writing) } }
        #expect(try park.verdict("C31") == .holds)
        let closed = try #require(try park.ids("hazard", "found BETWEEN 20220101 AND 20221231").first)
        try reopen(closed, "hazard", "reopen", park)
        #expect(try park.verdict("C31") == .fails)
    }

    @Test("A request that was answered late, or had to be taken up again, was not settled at once")
    func again() throws {
        let park = try SampleBook.own()
        #expect(try park.verdict("served_once", 2021) == .fails)
        #expect(try park.verdict("served_once") == .fails)
        let cases = try #require(park.book.catalogue.register("service_case"))
        let late = try park.ids("service_case", "answered BETWEEN 20220101 AND 20221231 AND answered > promised")
        try #require(!late.isEmpty)
        let passes = try #require(park.book.catalogue.register("transit_pass"))
        let issued = try park.ids("transit_pass", "\"case\" IN (SELECT id FROM r_service_case WHERE answered > promised)")
        try park.write { writing in
            for id in issued { try park.records.void(id, of: passes, in: writing) }
            for id in late { try park.records.void(id, of: cases, in: writing) }
        }
        #expect(try park.verdict("served_once") == .holds)
        let one = try #require(try park.ids("service_case", "answered BETWEEN 20220101 AND 20221231 AND state = 'closed'").first)
        try reopen(one, "service_case", "again", park)
        #expect(try park.verdict("served_once") == .fails)
    }

    private func reopen(_ id: Int64, _ register: Name, _ move: Name, _ park: OpenPark) throws {
        let declared = try #require(park.book.catalogue.register(register))
        let step = try #require(declared.moves.first { $0.id == move })
        try park.write { try park.records.move(id, by: step, ["reason": .text("企业反映仍有问题")], of: declared, in: $0) }
    }
}
