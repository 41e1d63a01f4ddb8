import Indicators
import Registers
import Storage
import Testing

@Suite("How settled a figure is")
struct StatusTests {
    @Test("a record whose state is not done makes a flash figure, and a later part of the year depends on what is taken off")
    func byState() throws {
        let park = try Park(
            """
            output: { name: { zh: 产值, en: Output }, measure: sum of latest sales.output_to_date by enterprise, unit: 万元, places: 2 }
            fixed: { name: { zh: 产值, en: Output }, measure: sum of latest sales.output_to_date by enterprise, unit: 万元, status: final }
            guess: { name: { zh: 产值, en: Output }, measure: sum of latest sales.output_to_date by enterprise, unit: 万元, status: estimated }
            """)
        let firm = try park.firm("甲厂")
        let march = try park.sales(firm, 202_203, 100)
        try park.sales(firm, 202_206, 200)
        #expect(try park.figure("output", "2022").status == .locked)
        try park.change("sales", march, ["state": "filed"])
        #expect(try park.figure("output", "2022").status == .locked)
        #expect(try park.figure("output", "2022Q1").status == .flash)
        #expect(try park.figure("output", "2022Q2").status == .flash)
        #expect(try park.figure("fixed", "2022Q1").status == .final)
        #expect(try park.figure("guess", "2022").status == .estimated)
        #expect(try park.figure("output", "2021").status == .flash)
        // What isn't there is not settled either, whatever the declaration says of its records.
        #expect(try park.figure("fixed", "2021").status == .flash)
        try park.change("sales", march, ["state": .null])
        #expect(try park.figure("output", "2022Q1").status == .flash)
    }

    @Test("by a field the worst of the counted records holds, and an estimated operand makes the figure estimated")
    func byField() throws {
        let park = try Park(
            """
            value_added: { name: { zh: 增加值, en: Value added }, measure: latest of ref_stat.amount where item = value_added, status: by field standing, unit: 亿元, places: 2 }
            all: { name: { zh: 合计, en: All }, measure: sum of ref_stat.amount where item = value_added, status: by field standing, unit: 亿元, places: 2 }
            tax: { name: { zh: 税金, en: Tax }, measure: sum of tax_payment.paid, status: final, unit: 亿元, places: 2 }
            rate: { name: { zh: 比率, en: Rate }, measure: tax / value_added * 100, unit: "%", places: 1 }
            expected: { name: { zh: 预计, en: Expected }, measure: tax * 2, status: estimated, unit: 亿元 }
            """)
        func add(_ month: Int64, _ amount: Int64, _ standing: Value) throws {
            try park.add(
                "ref_stat",
                ["item": "value_added", "month": .integer(month), "amount": .integer(amount * 10_000), "standing": standing, "title": "r"])
        }
        try add(2022_03_01, 20, "final")
        #expect(try park.figure("value_added", "2022-03").status == .final)
        try add(2022_06_01, 50, "preliminary")
        #expect(try park.figure("value_added", "2022H1").status == .preliminary)
        #expect(try park.figure("value_added", "2022H1").printed() == "50.00")
        try add(2022_12_01, 100, "estimated")
        #expect(try park.figure("value_added", "2022").status == .estimated)
        #expect(try park.figure("all", "2022").status == .estimated)
        #expect(try park.figure("all", "2022H1").status == .preliminary)
        try park.tax(try park.firm("甲厂"), 2022_05_05, 100_000)
        let rate = try park.figure("rate", "2022")
        #expect(rate.printed() == "10.0" && rate.status == .estimated && rate.rows == 2)
        #expect(rate.operands.map(\.name) == ["tax", "value_added"])
        #expect(rate.operands.map(\.status) == [.final, .estimated])
        #expect(try park.figure("expected", "2022").status == .estimated)
        #expect(try park.evaluate("value_added >= 100", "2022").value == .truth(true))
        #expect(try park.evaluate("value_added >= 100", "2022").status == .estimated)
        try add(2022_11_01, 99, .null)
        #expect(try park.figure("all", "2022").status == .flash)
    }

    @Test("a form that is estimated makes the figure estimated, one that is still open a flash")
    func both() throws {
        let park = try Park(
            "output: { name: { zh: 产值, en: Output }, measure: sum of latest sales.output_to_date by enterprise, status: by field origin, unit: 万元 }")
        let (one, other) = (try park.firm("甲厂"), try park.firm("乙厂"))
        try park.sales(one, 202_212, 1)
        #expect(try park.figure("output", "2022").status == .final)
        let guessed = try park.sales(other, 202_212, 1, origin: "estimated")
        #expect(try park.figure("output", "2022").status == .estimated)
        try park.change("sales", guessed, ["state": "filed"])
        #expect(try park.figure("output", "2022").status == .flash)
    }

    @Test("a comparison is as settled as the less settled of its two sides")
    func comparison() throws {
        let park = try Park("output: { name: { zh: 产值, en: Output }, measure: sum of latest sales.output_to_date by enterprise, unit: 万元 }")
        let firm = try park.firm("甲厂")
        let old = try park.sales(firm, 202_112, 100)
        try park.sales(firm, 202_212, 120)
        #expect(try park.evaluate("output.growth", "2022").status == .locked)
        try park.change("sales", old, ["state": "filed"])
        #expect(try park.evaluate("output.growth", "2022").status == .flash)
        #expect(try park.evaluate("output", "2022").status == .locked)
        #expect(try park.evaluate("output.growth > 10 and output > 0", "2022").status == .flash)
    }

    @Test("a count of members is as settled as the figures that it is taken from")
    func members() throws {
        let park = try Park(
            CumulativeTests.output + "\n"
                + "large: { name: { zh: 大企业, en: Large }, measure: count of enterprise having output >= parameter.output_band, unit: 家 }")
        let firm = try park.firm("甲厂")
        try park.add("qualification", ["enterprise": .integer(firm), "kind": "above_scale", "approved": 20_190_101, "title": "q"])
        #expect(try park.figure("large", "2022").status == .flash)
        let form = try park.sales(firm, 202_212, 20_000)
        #expect(try park.figure("large", "2022").status == .locked)
        #expect(try park.figure("large", "2022").printed() == "1")
        try park.change("sales", form, ["state": "filed"])
        #expect(try park.figure("large", "2022").status == .flash)
    }

    @Test("what is no statistic is called what it is: a count of records, an aim, a parameter")
    func others() throws {
        let park = try Park(
            """
            events: { name: { zh: 大事, en: Events }, measure: count of event }
            fixed: { name: { zh: 大事, en: Events }, measure: count of event, status: counted }
            output: { name: { zh: 产值, en: Output }, measure: sum of latest sales.output_to_date by enterprise, unit: 万元 }
            """)
        try park.add("event", ["name": "甲", "date": 2022_05_05])
        try park.add(
            "target", ["year": 2022_01_01, "subject": "产值", "indicator": "output", "direction": "at_least", "measured": "level", "low": 1_000_000])
        try park.sales(try park.firm("甲厂"), 202_212, 100)
        #expect(try park.figure("events", "2022").status == .counted)
        #expect(try park.figure("fixed", "2022").status == .counted)
        #expect(try park.evaluate("output.target.low", "2022").status == .aim)
        #expect(try park.evaluate("parameter.output_band", "2022").status == .setting)
        #expect(try park.evaluate("output >= parameter.output_band", "2022").status == .locked)
        #expect(FigureStatus.allCases.filter { !$0.isSettled } == [.flash, .estimated, .preliminary])
    }
}
