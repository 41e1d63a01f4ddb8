import Indicators
import Registers
import Reports
import Storage
import Testing

/// The traps of study, publicity and integrity; the numbers are worked out by hand from `Samples`.
@Suite struct PartyStoryTests {
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
            // Thirteen topics were planned, one fell to the epidemic; a discussion was entered twice.
            ("centre_topics", "2022", "12"), ("centre_discussions", "2022", "8"),
            // 12 months of three branches, less two months held jointly and one session that fell out.
            ("branch_studies", "2022", "31"), ("morning_missed", "2022", "26"), ("friday_missed", "2022", "5"),
            // One morning of 2021 was cut short.
            ("morning_least", "2022", "60"), ("morning_least", "2021", "45"),
            // One week of 2021 had one lecture.
            ("lectures", "2022", "90"), ("lecture_weeks", "2022", "45"), ("lectures", "2021", "99"), ("lecture_weeks", "2021", "50"),
            // One went out in January, one was entered twice; of what was taken back the correction counts.
            ("website_articles", "2022", "286"), ("website_articles", "2023", "1"), ("wechat_posts", "2022", "339"),
            ("wechat_originals", "2022", "88"),
            ("screen_slogans", "2022", "217"), ("publications_withdrawn", "2022", "1"), ("reviews_least", "2021", "2"),
            // What a superior said on an appointment or heart to heart is no interview.
            ("group_interviews", "2022", "4"), ("interviews", "2022", "6"), ("personal_talks", "2022", "62"), ("talks_by_superiors", "2022", "0"),
            ("talks_by_superiors", "2021", "1"), ("accountabilities", "2022", "0"), ("accountabilities", "2023", "1"),
            // 35 of 2021, eleven more in 2022, three closed; one was listed in January.
            ("integrity_risks", "2021", "35"), ("integrity_risks", "2022", "43"), ("integrity_risks", "2023", "44"),
            // The third branch had no deputy until April 2022.
            ("branch_posts_filled", "2021", "14"), ("branch_posts_filled", "2022", "15"), ("branch_issues_open", "2022", "1"),
        ])
    func facts(_ indicator: String, _ period: String, _ wanted: String) throws {
        #expect(try value(indicator, period, try SampleBook.shared()) == wanted)
    }

    @Test("Talks that the park holds refute “nobody was called”, and leave “not by superiors” standing")
    func levels() throws {
        let park = try SampleBook.shared()
        #expect(try park.verdict("C36") == .holds)
        #expect(try park.verdict("nobody_interviewed") == .fails)
        let text = try park.drafts.report("annual", year: 2022).plainText
        #expect(text.contains("个人约谈6次") && text.contains("没有干部职工被上级约谈"))
        #expect(!text.contains("没有干部职工被约谈"))
    }

    @Test(
        "What failed in 2021 is not claimed of it",
        arguments: ["C33", "C34", "C36", "branch_full", "reviewed_thrice", "hour_study", "weekly_lectures", "daily_study"])
    func before(_ claim: String) throws {
        #expect(try SampleBook.shared().verdict(claim, 2021) == .fails)
    }

    static let proofs = [
        EvidenceTests.Proof(claim: "C33", register: "talk_coverage", condition: "reached > 20220901", verdict: .fails),
        EvidenceTests.Proof(claim: "C34", register: "pledge", condition: "signed BETWEEN 20220701 AND 20221231 AND kind = 'pledge'", verdict: .fails),
        EvidenceTests.Proof(claim: "C36", register: "discipline_return", condition: "reported > 20221001", verdict: .undecidable),
        EvidenceTests.Proof(claim: "branch_full", register: "branch_post", condition: "began = 20220705", verdict: .fails),
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

    @Test("Weeks that were worked and had no lecture refute “two offices each week”; so does one office too few")
    func lectures() throws {
        let park = try SampleBook.own()
        #expect(try park.verdict("weekly_lectures") == .fails)
        let plans = try #require(park.book.catalogue.register("week_plan"))
        let without = try park.ids("week_plan", "week NOT IN (SELECT week FROM r_lecture WHERE void = 0)")
        try #require(!without.isEmpty)
        try park.write { writing in for id in without { try park.records.void(id, of: plans, in: writing) } }
        #expect(try park.verdict("weekly_lectures") == .holds)
        let lectures = try #require(park.book.catalogue.register("lecture"))
        let one = try #require(try park.ids("lecture", "held = 20220105").first)
        try park.write { try park.records.void(one, of: lectures, in: $0) }
        #expect(try park.verdict("weekly_lectures") == .fails)
    }

    @Test("One decision on accountability within the year is enough to refute it")
    func accountable() throws {
        let park = try SampleBook.own()
        let register = try #require(park.book.catalogue.register("accountability"))
        let cells: [Name: Input] = [
            "decided": .text("2022-12-30"), "kind": .text("诫勉"), "body": .text("市委"), "persons": .text("1"), "matter": .text("履职方面"),
        ]
        try park.write { try park.records.add(cells, to: register, in: $0) }
        #expect(try park.verdict("C36") == .fails)
    }
}
