import Indicators
import Registers
import Storage
import Testing

@Suite("Comparisons over the years")
struct HistoriesTests {
    private func park(_ taxes: [Int: Int64]) throws -> Park {
        let park = try Park("tax: { name: { zh: 税金, en: Tax }, measure: sum of tax_payment.paid, unit: 万元, places: 2 }")
        let firm = try park.firm("甲厂")
        for (year, amount) in taxes { try park.tax(firm, year * 10_000 + 505, amount) }
        return park
    }

    private func record(_ park: Park, _ text: String, _ year: Int, years: Int? = nil) throws -> Peak {
        let period = try #require(Period(year: year))
        let formula = try Park.formula(text)
        return try park.book.store.read { try park.figures.record(formula, period, years: years, in: $0) }
    }

    private func run(_ park: Park, _ text: String, _ year: Int) throws -> Run {
        let period = try #require(Period(year: year))
        let formula = try Park.formula(text)
        return try park.book.store.read { try park.figures.run(formula, until: period, in: $0) }
    }

    @Test("a record is above every earlier year, strictly")
    func record() throws {
        let park = try park([2018: 10, 2019: 30, 2020: 20, 2021: 30, 2022: 31])
        #expect(try record(park, "tax", 2022).isRecord == true)
        #expect(try record(park, "tax", 2022).compared.map { $0.printed() } == ["10.00", "30.00", "20.00", "30.00", "31.00"])
        #expect(try record(park, "tax", 2021).isRecord == false)
        #expect(try record(park, "tax", 2020).isRecord == false)
        #expect(try record(park, "tax", 2019).isRecord == true)
        // A single year is above nothing, and a year without a figure can't be told.
        #expect(try record(park, "tax", 2018).isRecord == nil)
        #expect(try record(park, "tax", 2023).isRecord == nil)
    }

    @Test("the increments of the book's first year are no gap, those of a year in between are")
    func increments() throws {
        let park = try park([2018: 10, 2019: 30, 2020: 20, 2021: 30, 2022: 51])
        #expect(try record(park, "tax.increment", 2022).isRecord == true)
        #expect(try record(park, "tax.increment", 2021).isRecord == false)
        let gap = try self.park([2018: 10, 2019: 30, 2021: 30, 2022: 51])
        #expect(try record(gap, "tax", 2022).isRecord == nil)
        #expect(try record(gap, "tax", 2022).without == [2020])
        #expect(try record(gap, "tax", 2021).isRecord == false)
    }

    @Test("the best of five years needs five years")
    func window() throws {
        let park = try park([2018: 99, 2019: 30, 2020: 20, 2021: 30, 2022: 51, 2023: 52])
        #expect(try record(park, "tax", 2023, years: 5).isRecord == true)
        #expect(try record(park, "tax", 2022, years: 5).isRecord == false)
        #expect(try record(park, "tax", 2021, years: 5).isRecord == false)
        #expect(try record(park, "tax", 2022, years: 4).isRecord == true)
        let short = try self.park([2021: 30, 2022: 51])
        #expect(try record(short, "tax", 2022, years: 5).isRecord == nil)
    }

    @Test("a run ends at the first year that breaks it, or where nobody can tell")
    func runs() throws {
        let park = try park([2018: 10, 2019: 15, 2020: 16, 2021: 20, 2022: 30])
        #expect(try run(park, "tax.growth >= parameter.high_growth", 2022) == Run(count: 2, first: 2021, undecided: nil))
        #expect(try run(park, "tax.growth > 0", 2022) == Run(count: 4, first: 2019, undecided: 2018))
        #expect(try run(park, "tax.growth > 0", 2023) == Run(count: 0, first: nil, undecided: 2023))
        #expect(try run(park, "tax.growth >= 30", 2021) == Run(count: 0, first: nil, undecided: nil))
        #expect(throws: Diagnostic.self) { try run(park, "tax", 2022) }
    }

    @Test("a run of honours: a gap breaks it, and one that reaches back to the beginning may be longer")
    func honours() throws {
        let park = try Park("n: { name: { zh: 次数, en: N }, measure: count of event }")
        func run(_ year: Int) throws -> Run {
            let period = try #require(Period(year: year))
            let filter = try Park.formula("grade = excellent")
            return try park.book.store.read { try park.figures.run(recordsOf: "event", where: filter, until: period, in: $0) }
        }
        for (year, grade) in [(2018, "excellent"), (2019, "excellent"), (2020, "good"), (2021, "excellent"), (2022, "excellent")] {
            try park.add("event", ["name": .text("\(year)"), "title": "e", "date": .integer(Int64(year * 10_000 + 301)), "grade": .text(grade)])
        }
        #expect(try run(2022) == Run(count: 2, first: 2021, undecided: nil))
        #expect(try run(2020) == Run(count: 0, first: nil, undecided: nil))
        #expect(try run(2019) == Run(count: 2, first: 2018, undecided: 2017))
    }

    @Test("a target has its start, its adjustment and its pace from last year's months")
    func target() throws {
        let park = try Park(
            """
            tax: { name: { zh: 税金, en: Tax }, measure: sum of tax_payment.paid, unit: 万元, places: 2 }
            energy: { name: { zh: 能耗, en: Energy }, measure: sum of tax_payment.paid, unit: 万元, places: 2 }
            """)
        let firm = try park.firm("甲厂")
        for (day, paid) in [(2021_02_01, 10), (2021_06_30, 20), (2021_12_01, 70), (2022_01_05, 50), (2022_06_01, 40)] {
            try park.tax(firm, day, Int64(paid))
        }
        func add(
            _ subject: String, _ indicator: String, _ direction: String, _ measured: String, _ low: Int64?, _ high: Int64?, adjusted: Int64? = nil
        ) throws {
            func units(_ value: Int64?) -> Value { value.map { .integer($0 * 10_000) } ?? .null }
            try park.add(
                "target",
                [
                    "year": 2022_01_01, "subject": .text(subject), "title": .text(subject), "indicator": .text(indicator),
                    "direction": .text(direction),
                    "measured": .text(measured), "low": units(low), "high": units(high), "low_adjusted": units(adjusted), "scope": "park",
                ])
        }
        try add("税收增速", "tax", "at_least", "growth", 8, nil)
        try add("税收", "tax", "at_least", "level", 200, nil, adjusted: 180)
        try add("能耗", "energy", "at_most", "level", 100, nil)
        let half = try #require(Period("2022-01..2022-06"))
        let target = try #require(try park.book.store.read { try park.figures.target("tax", half, in: $0) })
        #expect(target.low == Amount(200) && target.lowNow == Amount(180) && target.high == nil)
        #expect(target.reached == .amount(Amount(90)))
        #expect(target.done == Amount(50))
        #expect(target.isMet == false)
        // By June last year 30 of 100 had come.
        #expect(target.pace == Amount(30))
        #expect(try park.printed("tax.target.low", "2022") == "180")
        #expect(try park.printed("tax.target.low_set", "2022") == "200")
        #expect(try park.printed("tax.target.done", "2022") == "50.0")
        #expect(try park.evaluate("tax >= tax.target.low", "2022").value == .truth(false))
        #expect(try park.evaluate("tax >= tax.target.low", "2021").value == .nothing)
        let energy = try #require(try park.book.store.read { try park.figures.target("energy", half, in: $0) })
        #expect(energy.isMet == true && energy.direction == .atMost)
        let before = try #require(Period("2021"))
        #expect(try park.book.store.read { try park.figures.target("tax", before, in: $0) } == nil)
    }
}
