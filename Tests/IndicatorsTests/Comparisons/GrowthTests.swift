import Indicators
import Registers
import Storage
import Testing

@Suite("Comparisons with last year")
struct GrowthTests {
    /// One firm's tax of two years, in 万元; nil where nothing was paid.
    private func park(_ now: Int64?, _ before: Int64?) throws -> Park {
        let park = try Park(
            """
            tax: { name: { zh: 税金, en: Tax }, measure: sum of tax_payment.paid, unit: 万元, places: 2 }
            """)
        let firm = try park.firm("甲厂")
        if let now { try park.tax(firm, 2022_05_05, now) }
        if let before { try park.tax(firm, 2021_05_05, before) }
        return park
    }

    @Test(
        "a growth is a number over a base above zero and a word over any other",
        arguments: [
            (112, 100, "12.0", "同比增长12.0%", "12.00", "1.1"),
            (100, 100, "0.0", "与上年持平", "0.00", "1.0"),
            (97, 100, "-3.0", "同比下降3.0%", "-3.00", "1.0"),
            (0, 100, "-100.0", "同比下降100.0%", "-100.00", "0.0"),
            (-20, 100, "由盈转亏", "由盈转亏", "-120.00", "由盈转亏"),
            (20, -100, "扭亏为盈", "扭亏为盈", "120.00", "扭亏为盈"),
            (-40, -100, "减亏60.0%", "减亏60.0%", "60.00", "减亏60.0%"),
            (-150, -100, "增亏50.0%", "增亏50.0%", "-50.00", "增亏50.0%"),
            (-100, -100, "亏损与上年持平", "亏损与上年持平", "0.00", "亏损与上年持平"),
            (0, -100, "扭亏", "扭亏", "100.00", "扭亏"),
            (50, 0, "新增", "新增", "50.00", "新增"),
            (0, 0, "与上年持平", "与上年持平", "0.00", "与上年持平"),
            (-5, 0, "新增亏损", "新增亏损", "-5.00", "新增亏损"),
            (50, nil, "无同期", "无同期", "无同期", "无同期"),
            (nil, 100, "无数据", "无数据", "无数据", "无数据"),
            (nil, nil, "无数据", "无数据", "无数据", "无数据"),
        ] as [(Int64?, Int64?, String, String, String, String)])
    func words(_ now: Int64?, _ before: Int64?, _ growth: String, _ change: String, _ increment: String, _ multiple: String) throws {
        let park = try park(now, before)
        #expect(try park.printed("tax.growth", "2022") == growth)
        #expect(try park.printed("tax.change", "2022") == change)
        #expect(try park.printed("tax.increment", "2022") == increment)
        #expect(try park.printed("tax.multiple", "2022") == multiple)
    }

    @Test("a change that prints as 0.0 is level")
    func level() throws {
        let park = try park(100_040, 100_000)
        #expect(try park.printed("tax.growth", "2022") == "0.0")
        #expect(try park.printed("tax.change", "2022") == "与上年持平")
        let more = try self.park(100_050, 100_000)
        #expect(try more.printed("tax.change", "2022") == "同比增长0.1%")
    }

    @Test("a growth is taken of the exact values and rounded once, half away from zero")
    func rounding() throws {
        // 1.15 and 1.05 round to 1.2 and 1.1; of the rounded ones the growth would be 9.1.
        #expect(try park(11_500, 10_500).printed("tax.growth", "2022") == "9.5")
        // 9 over 8 is 12.5 exactly, 8.005 over 8 is 0.0625 %.
        #expect(try park(9, 8).printed("tax.growth", "2022") == "12.5")
        #expect(try park(80_460, 80_000).printed("tax.growth", "2022") == "0.6")
        #expect(try park(80_440, 80_000).printed("tax.growth", "2022") == "0.6")
        #expect(try park(79_560, 80_000).printed("tax.growth", "2022") == "-0.6")
    }

    @Test("the increment and the growth show the same operands")
    func operands() throws {
        let figure = try park(112, 100).evaluate("tax.growth", "2022")
        #expect(figure.operands.map(\.name) == ["tax", "tax.prior"])
        #expect(figure.operands.map { $0.printed() } == ["112.00", "100.00"])
        #expect(figure.operands.map(\.period.description) == ["2022", "2021"])
        #expect(figure.unit == "%" && figure.places == 1)
        #expect(figure.rows == 2)
        #expect(figure.name.zh == "税金同比增速")
    }

    @Test("倍 is the quotient and not the growth")
    func multiple() throws {
        let park = try park(250, 100)
        #expect(try park.printed("tax.multiple", "2022") == "2.5")
        #expect(try park.printed("tax.growth", "2022") == "150.0")
    }

    @Test("a figure in % changes by percentage points, and says so")
    func points() throws {
        let park = try Park(
            """
            tax: { name: { zh: 税金, en: Tax }, measure: sum of tax_payment.paid, unit: 万元, places: 2 }
            rate: { name: { zh: 比率, en: Rate }, measure: tax / 1000 万元 * 100, unit: "%", places: 1 }
            """)
        let firm = try park.firm("甲厂")
        try park.tax(firm, 2022_05_05, 118)
        try park.tax(firm, 2021_05_05, 75)
        #expect(try park.printed("rate.points", "2022") == "4.3")
        #expect(try park.evaluate("rate.points", "2022").unit == "个百分点")
        #expect(try park.printed("rate.change", "2022") == "提高4.3个百分点")
        #expect(try park.printed("rate.growth", "2022") == "57.3")
        #expect(throws: Diagnostic.self) { try park.evaluate("tax.points", "2022") }
    }

    @Test("环比 compares with the period just before, across the new year")
    func chain() throws {
        let park = try park(nil, nil)
        let firm = try park.firm("乙厂")
        try park.tax(firm, 2021_12_10, 80)
        try park.tax(firm, 2022_01_10, 100)
        try park.tax(firm, 2022_02_10, 75)
        #expect(try park.printed("tax.chain", "2022-02") == "-25.0")
        #expect(try park.printed("tax.chain", "2022-01") == "25.0")
        #expect(try park.printed("tax.chain", "2022-01..2022-02") == "无同期")
    }

    @Test(
        "the average growth of two years is geometric",
        arguments: [
            // 10 % and 21 %: the root of 1.331 is 1.1536897…, the arithmetic mean would say 15.5.
            ([10_000, 11_000, 13_310], "15.4"),
            ([100, 110, 121], "10.0"),
            ([400, 100, 100], "-50.0"),
            // The root of 0.93 is 0.96436…: down by 3.563…
            ([100, 100, 93], "-3.6"),
            // 1.1025 is 1.05 squared; one unit less is just below the tie, one more just above.
            ([10_000_000, 10_000_000, 12_155_062], "10.2"),
            ([10_000_000, 10_000_000, 12_155_063], "10.3"),
        ] as [([Int64], String)])
    func twoYear(_ values: [Int64], _ printed: String) throws {
        let park = try park(nil, nil)
        let firm = try park.firm("丙厂")
        for (index, value) in values.enumerated() { try park.tax(firm, (2020 + index) * 10_000 + 505, value) }
        #expect(try park.printed("tax.two_year", "2022") == printed)
    }

    @Test("a year without a base has no two-year average")
    func twoYearWithout() throws {
        #expect(try park(110, 100).printed("tax.two_year", "2022") == "无同期")
    }

    @Test("a share divides by its whole in the same unit, and by zero not at all")
    func share() throws {
        let park = try Park(
            """
            tax: { name: { zh: 税金, en: Tax }, measure: sum of tax_payment.paid, unit: 万元, places: 2 }
            output: { name: { zh: 产值, en: Output }, measure: sum of latest sales.output_to_date by enterprise, unit: 亿元, places: 2 }
            firms: { name: { zh: 企业, en: Firms }, measure: count of enterprise, kind: stock, unit: 家 }
            """)
        let firm = try park.firm("甲厂")
        try park.tax(firm, 2022_05_05, 125)
        try park.sales(firm, 202_212, 10_000)
        #expect(try park.printed("tax.share(output)", "2022") == "1.3")
        #expect(try park.printed("tax.share(output)", "2021") == "无数据")
        try park.tax(firm, 2020_05_05, 125)
        try park.sales(firm, 202_012, 0)
        #expect(try park.printed("tax.share(output)", "2020") == "除数为零，无法计算")
        #expect(throws: Diagnostic.self) { try park.evaluate("tax.share(firms)", "2022") }
    }
}
