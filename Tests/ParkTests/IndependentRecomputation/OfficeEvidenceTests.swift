import Registers
import Reports
import Storage
import Testing

@Suite struct OfficeEvidenceTests {
    static let proofs = [
        // One item that decided nothing any more: what rests on it was decided by nobody.
        EvidenceTests.Proof(claim: "C03", register: "agenda_item", condition: "code = 'YT2022-1102'", verdict: .fails),
        EvidenceTests.Proof(claim: "C04", register: "task_list", condition: "name = '综合办公室党务岗2022年任务清单'", verdict: .fails),
        EvidenceTests.Proof(claim: "C04", register: "task_list", condition: "name = '企业联合党支部2022年任务清单'", verdict: .fails),
        EvidenceTests.Proof(
            claim: "C06", register: "agenda_item", condition: "category = 'ideology' AND code > 'YT2022-1000' AND code < 'YT2023'", verdict: .fails),
        EvidenceTests.Proof(claim: "C35", register: "agenda_item", condition: "category = 'integrity' AND code LIKE 'YT2022-07%'", verdict: .fails),
    ]

    @Test("Without the records that bear a claim out, it no longer holds", arguments: proofs)
    func turned(_ proof: EvidenceTests.Proof) throws {
        let park = try SampleBook.own()
        #expect(try park.verdict(proof.claim) == .holds)
        let register = try #require(park.book.catalogue.register(proof.register))
        let ids = try park.ids(proof.register, proof.condition)
        try #require(!ids.isEmpty)
        // A record that others refer to can't be voided, but it can be turned.
        try park.write { writing in
            for id in ids {
                if register.id == "agenda_item" {
                    try park.records.edit(id, ["category": .text("other"), "outcome": .text("deferred")], of: register, in: writing)
                } else {
                    try park.records.void(id, of: register, in: writing)
                }
            }
        }
        #expect(try park.verdict(proof.claim) == proof.verdict)
    }

    @Test(
        "What had to be decided by all together is what loops over the ledgers find, decided or not", arguments: [(2021, 53, 51), (2022, 123, 123)])
    func majorMatters(_ year: Int, _ all: Int, _ decided: Int) throws {
        let park = try SampleBook.shared()
        let matters = Recomputation(ledgers: try Ledgers(park), year: year).majorMatters()
        #expect(matters == (all, decided))
        #expect(try park.value("major_matters", "\(year)") == "\(all)")
        #expect(try park.value("major_matters_decided", "\(year)") == "\(decided)")
    }

    @Test("In 2021 a contract came before its meeting, members and a branch had no list, and a proposal was answered late: the claims fail")
    func before() throws {
        let park = try SampleBook.shared()
        for claim in ["C03", "C04", "C35", "proposals_prompt"] { #expect(try park.verdict(claim, 2021) == .fails, "\(claim)") }
    }

    @Test("A matter that was passed after the act was not decided first, nor one that only the director's office passed")
    func decidedFirst() throws {
        let park = try SampleBook.own()
        let works = try #require(park.book.catalogue.register("works"))
        let id = try #require(try park.ids("works", "name = '东区雨水管网改造工程'").first)
        // The tender closed on 19 October; this was passed on the 25th, the other on the 11th.
        try park.write { try park.records.edit(id, ["decision": .text("YT2022-2002")], of: works, in: $0) }
        #expect(try park.verdict("C03") == .fails)
        try park.write { try park.records.edit(id, ["decision": .text("YT2022-1902")], of: works, in: $0) }
        #expect(try park.verdict("C03") == .holds)
        let meetings = try #require(park.book.catalogue.register("meeting"))
        let meeting = try #require(try park.ids("meeting", "name = '2022年第19次党工委会'").first)
        try park.write { try park.records.edit(meeting, ["kind": .text("director_office")], of: meetings, in: $0) }
        #expect(try park.verdict("C03") == .fails)
    }

    @Test("Breaches of discipline and late tasks are what loops over the ledgers find, and fall two years running")
    func conduct() throws {
        let park = try SampleBook.shared()
        let ledgers = try Ledgers(park)
        let recomputed = Recomputation(ledgers: ledgers, year: 2022)
        for (year, breaches, late) in [(2020, 208, 13), (2021, 127, 8), (2022, 78, 5)] {
            #expect(recomputed.breaches(year) == Int128(breaches))
            #expect(recomputed.late(year) == late)
            #expect(try park.value("duty_breaches", "\(year)") == "\(breaches)")
            #expect(try park.value("tasks_late", "\(year)") == "\(late)")
        }
        #expect(try park.verdict("C05") == .holds)
        #expect(try park.verdict("C05", 2021) != .holds)
    }

    @Test("One bad winter, and conduct no longer improves from year to year")
    func badWinter() throws {
        let park = try SampleBook.own()
        let register = try #require(park.book.catalogue.register("attendance"))
        for normal in 2...9 {
            let ids = try park.ids("attendance", "day BETWEEN 20221101 AND 20221231 AND late = 0 AND normal = \(normal)")
            try park.write { writing in
                for id in ids { try park.records.edit(id, ["normal": .text("\(normal - 1)"), "late": .text("1")], of: register, in: writing) }
            }
        }
        #expect(try park.verdict("C05") == .fails)
    }

    @Test("Every working day of the calendar has its attendance and no other day, and who was miscounted is put right")
    func workingDays() throws {
        let park = try SampleBook.shared()
        let calendar = park.book.catalogue.calendar
        let recorded = Set(try Ledgers(park)["attendance"].compactMap { $0["日期"] })
        var day = try #require(Day(2020, 1, 1))
        let end = try #require(Day(2022, 12, 31))
        while day <= end {
            #expect(recorded.contains(day.iso) == (try calendar.isWorkday(day)), "\(day.iso)")
            day = try #require(day.adding(days: 1))
        }
        let before = try #require(try park.changeBefore("2022-05-18"))
        let entered = try #require(Amount(try park.value("duty_breaches", "2022-05-17", asOf: before)))
        let now = try #require(Amount(try park.value("duty_breaches", "2022-05-17")))
        #expect(try entered.subtracting(now).isPositive)
    }

    @Test("Rules that a revision replaced are not repealed, and one that was repealed is")
    func rules() throws {
        let park = try SampleBook.shared()
        #expect(try park.value("rules_repealed", "2022") == "4")
        #expect(try park.value("rules_revised", "2022") == "3")
        #expect(try park.value("rules_dropped", "2022") == "1")
        #expect(try park.value("rules_in_force", "2022") == "7")
    }
}
