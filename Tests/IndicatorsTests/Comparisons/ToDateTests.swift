import Registers
import Storage
import Testing

@Suite("The year to date, and who reported")
struct ToDateTests {
    private static let indicators =
        CumulativeTests.output + """

            tax: { name: { zh: 税金, en: Taxes }, measure: sum of tax_payment.paid, unit: 万元, places: 2, status: final }
            payers: { name: { zh: 纳税户, en: Payers }, measure: distinct of tax_payment.enterprise, unit: 家, status: final }
            firms: { name: { zh: 在园企业, en: Firms }, measure: count of enterprise where valid at end, kind: stock, unit: 家, status: final }
            tax_share: { name: { zh: 税收占产值, en: Share }, measure: tax.to_date / output.to_date * 100, unit: "%", places: 1 }
            """

    @Test("it is counted from the first of January to the period's end, and compared with the same days of last year")
    func flows() throws {
        let park = try Park(ToDateTests.indicators)
        let firm = try park.firm("甲厂")
        for (day, paid) in [
            (2021_01_10, 10), (2021_02_20, 30), (2021_02_21, 500), (2022_01_05, 20), (2022_02_15, 60), (2022_02_20, 1), (2022_02_21, 900),
        ] {
            try park.tax(firm, day, Int64(paid))
        }
        // Week 7 of 2022 is 14 to 20 February: 60 + 1; to date 20 + 60 + 1 = 81 against 10 + 30 = 40 in 2021.
        #expect(try park.printed("tax", "2022-W07") == "61.00")
        #expect(try park.printed("tax.to_date", "2022-W07") == "81.00")
        #expect(try park.printed("tax.to_date.prior", "2022-W07") == "40.00")
        #expect(try park.printed("tax.to_date.growth", "2022-W07") == "102.5")
        #expect(try park.printed("tax.to_date.increment", "2022-W07") == "41.00")
        #expect(try park.printed("tax.to_date", "2022-02") == "981.00")
        // A payer counts once in the year, however many months it paid in.
        #expect(try park.printed("payers.to_date", "2022-02") == "1")
        #expect(try park.printed("tax.chain", "2022-02") == "4705.0")
    }

    @Test("it goes on from a to-date form without adding months up, and a stock is what it is at the end")
    func forms() throws {
        let park = try Park(ToDateTests.indicators)
        let firm = try park.firm("甲厂", movedIn: 2022_03_01)
        for (month, toDate, prior) in [(1, 100, 80), (2, 150, 200), (3, 270, 200)] {
            try park.sales(firm, 202_200 + month, Int64(toDate), prior: Int64(prior))
        }
        #expect(try park.printed("output", "2022-03") == "120.00")
        #expect(try park.printed("output.to_date", "2022-03") == "270.00")
        #expect(try park.printed("output.to_date.growth", "2022-03") == "35.0")
        #expect(try park.printed("output.growth", "2022-03") == "新增")
        #expect(try park.printed("firms.to_date", "2022-02") == "0")
        #expect(try park.printed("firms.to_date", "2022-03") == "1")
        try park.tax(firm, 2022_02_10, 27)
        #expect(try park.printed("tax_share", "2022-03") == "10.0")
    }

    @Test("who had to report, who did and who did not can be printed")
    func reporters() throws {
        let park = try Park(ToDateTests.indicators)
        for (title, reports) in [("甲厂", true), ("乙厂", false), ("丙厂", false)] {
            let firm = try park.firm(title)
            try park.add(
                "qualification",
                ["enterprise": .integer(firm), "kind": "above_scale", "approved": .integer(2021_01_01), "title": .text(title)])
            if reports { try park.sales(firm, 202_203, 10) }
        }
        #expect(try park.printed("output.expected", "2022-03") == "3")
        #expect(try park.printed("output.reported", "2022-03") == "1")
        #expect(try park.printed("output.missing", "2022-03") == "丙厂、乙厂")
        #expect(try park.evaluate("output.reported < output.expected", "2022-03").value == .truth(true))
        #expect(try park.printed("revised.expected", "2022-03") == "无数据")
    }

    @Test("what may not follow is refused with what was meant")
    func refused() throws {
        let park = try Park(ToDateTests.indicators)
        #expect(throws: Diagnostic.self) { try park.evaluate("tax.to_date.chain", "2022-03") }
        #expect(throws: Diagnostic.self) { try park.evaluate("tax.to_date.points", "2022-03") }
        let wrong = park.figures.check(try Park.formula("tax.to_date.grwth"))
        #expect(wrong.first?.rule == "comparison" && wrong.first?.suggestion == "growth")
        #expect(park.figures.check(try Park.formula("tax.todate")).first?.suggestion == "to_date")
    }
}
