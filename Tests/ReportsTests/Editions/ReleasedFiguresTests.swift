import Indicators
import Registers
import Storage
import Testing

@testable import Reports

@Suite("What was printed as the base of a growth")
struct ReleasedFiguresTests {
    private static let indicators = """
        grown: { name: { zh: 产值, en: Output }, measure: 'sum of datum.amount where item = "a"', base: published, status: final, unit: 亿元, places: 2 }
        """

    private func park() throws -> (ReleasedPark, Figures) {
        let released = try ReleasedPark(report: "# 报告\n产值{grown}亿元。\n", indicators: ReleasedFiguresTests.indicators)
        try #require(released.park.diagnostics.isEmpty, "\(released.park.diagnostics.map { $0.text(.en) })")
        let figures = Figures(released.park.book, released.park.figures.indicators, published: ReleasedFigures(released.park.book))
        return (released, figures)
    }

    private func growth(_ figures: Figures, asOf: Int64? = nil) throws -> String {
        let formula = try FormulaParser.formula("grown.growth", at: Place(file: "t", line: 1, column: 1))
        let period = try #require(Period(year: 2023))
        return try figures.book.store.read { try figures.evaluate(formula, period, asOf: asOf, in: $0).printed() }
    }

    private func add(_ amount: String, _ released: ReleasedPark) throws {
        let datum = try #require(released.park.book.catalogue.register("datum"))
        try released.park.book.store.write(LittlePark.intent("edit")) { writing in
            try Records(released.park.book, .console).add(
                ["item": "a", "month": "2023-12", "amount": amount, "standing": "final"].mapValues { .text($0) }, to: datum, in: writing)
        }
    }

    /// 2022 was released as 20.01 (exactly 20.005) and then revised to 25; 2023 is 30: (30 ÷ 20.01 − 1) × 100 = 49.925…
    @Test("A growth is taken on what last year's edition printed, whatever became of it since, and nothing is known before it was released")
    func base() throws {
        let (released, figures) = try park()
        var release = ReleasedPark.ready
        release.explanations = [:]
        let edition = try release.run(released.drafts, at: ReleasedPark.at).edition
        try released.revise("a", to: "25", year: 2022)
        let before = edition.head
        try add("30", released)
        #expect(try growth(figures) == "49.9")
        let known = try released.park.book.store.read { try $0.lastChange().number }
        #expect(try growth(figures, asOf: known) == "49.9" && growth(figures, asOf: before) != "49.9")
        try released.editions.withdraw(edition, by: "主任", reason: "有误", at: ReleasedPark.at)
        #expect(try growth(figures) == "无同期")
    }
}
