import Registers
import Storage
import Testing

@testable import Reports

@Suite("Bulletins against their year")
struct BulletinReconciliationTests {
    private static let indicators = """
        paid: { name: { zh: 入库, en: Received }, measure: count of honor, unit: 次, status: final }
        kinds: { name: { zh: 名目, en: Kinds }, measure: distinct of honor.name, unit: 个, status: final }
        """

    private func found(_ days: [(String, String)], year: Int) throws -> BulletinReconciliation {
        let park = try LittlePark(report: "{every week}\n# 通报\n{paid}次，{kinds}个。\n", indicators: BulletinReconciliationTests.indicators) {
            records, catalogue, writing in
            let honor = try #require(catalogue.register("honor"))
            for (name, day) in days { try records.add(["name": .text(name), "awarded": .text(day)], to: honor, in: writing) }
        }
        #expect(park.diagnostics.isEmpty)
        let drafts = Drafts(park.figures, park.catalogue)
        return try park.book.store.read { try drafts.reconciliation(year: year, in: $0) }
    }

    @Test("A week over the end of a month or of the year is counted once, its days where they fall")
    func straddling() throws {
        // 3 January 2021 lies in week 53 of 2020; 31 January is the Sunday of week 4; week 5 of 2022 is 31 January to 6 February.
        let days = ["2021-01-03", "2021-01-31", "2022-01-01", "2022-01-31", "2022-02-01", "2022-02-06", "2022-12-31", "2023-01-01"]
        let found = try found(days.enumerated().map { ("n\($0.offset)", $0.element) }, year: 2022)
        let paid = try #require(found.sums.first { $0.indicator == "paid" })
        #expect(paid.year == Amount(5) && paid.months == Amount(5) && paid.weeks == Amount(5))
        #expect(paid.verdict == .agrees)
        let fifth = try #require(paid.straddling.first)
        #expect(fifth.week.description == "2022-W05" && fifth.whole == Amount(3))
        #expect(fifth.parts.map(\.amount) == [Amount(1), Amount(2)])
    }

    @Test("Different things are told apart and not added up: one that came in two months is one in the year")
    func distinct() throws {
        let found = try found([("甲", "2022-01-10"), ("甲", "2022-03-10"), ("乙", "2022-03-11")], year: 2022)
        let kinds = try #require(found.sums.first { $0.indicator == "kinds" })
        #expect(kinds.year == Amount(2) && kinds.months == Amount(3) && kinds.verdict == .isNotAdded)
    }

    @Test("Only months and days can be wrong: a year before the book is refused")
    func years() throws {
        #expect(throws: Refused.self) { try found([], year: 0) }
    }

    @Test("A text may say how many days after its period it is put together", arguments: [("20 days after", 20), ("1 days after", 1)])
    func delay(_ words: String, _ days: Int) throws {
        var diagnostics = Diagnostics()
        let text = MarkupReader.read(Source(file: "reports/a.report", text: "{every month, \(words)}\n# 月报\n"), &diagnostics)
        #expect(diagnostics.isEmpty && text.delay == days)
    }

    @Test("What is no number of days is refused", arguments: ["0 days after", "367 days after", "days after", "20 days", "20 days before", ","])
    func wrongDelay(_ words: String) throws {
        var diagnostics = Diagnostics()
        _ = MarkupReader.read(Source(file: "reports/a.report", text: "{every month, \(words)}\n# 月报\n"), &diagnostics)
        #expect(diagnostics.all.contains { $0.rule == "every" })
    }
}
