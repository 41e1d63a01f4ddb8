import Indicators
import Registers
import Storage
import Testing

@Suite("What is wrong with an indicator")
struct DiagnosticsTests {
    private static let sound = """
        tax: { name: { zh: 税金, en: Tax }, measure: sum of tax_payment.paid, unit: 万元 }
        day: { name: { zh: 日期, en: Day }, measure: max of tax_payment.received }
        rate: { name: { zh: 比率, en: Rate }, measure: tax / 100 万元 * 100, unit: "%" }

        """

    @Test(
        "each fault is told with its place, its rule and what was probably meant",
        arguments: [
            ("measure: sum of tax_paymnt.paid", "unknown-register", "tax_payment"),
            ("measure: sum of tax_payment.paidd", "unknown-field", "paid"),
            ("measure: sum of tax_payment", "measure", nil),
            ("measure: sum of tax_payment.received", "measure", nil),
            ("measure: median of event.name", "measure", nil),
            ("measure: totl of tax_payment.paid", "aggregate", nil),
            ("measure: count of tax_payment where paid", "condition", nil),
            ("measure: count of tax_payment where paid > 5 亩", "unit", nil),
            ("measure: count of tax_payment where paid > 5 and", "expression", nil),
            ("measure: sum of tax_payment.paid, unit: 亩", "unit", nil),
            ("measure: sum of tax_payment.paid, unit: 万圆圆", "unit", nil),
            ("measure: count of enterprise", "time", nil),
            ("measure: count of tax_payment, at: paid", "time", nil),
            ("measure: count of tax_payment, at: receved", "unknown-field", "received"),
            ("measure: sum of latest sales.output_to_date", "latest", nil),
            ("measure: count of tax_payment, kind: flov", "choice", "flow"),
            ("measure: count of tax_payment, placs: 2", "unknown-key", "places"),
            ("measure: count of tax_payment, places: 12", "whole-number", nil),
            ("measure: count of tax_payment, expected: above_scal", "unknown-roster", "above_scale"),
            ("measure: count of event, expected: above_scale", "expected", nil),
            ("measure: count of tax_payment, status: maybe", "status", nil),
            ("measure: count of ref_stat, status: by field item", "status", nil),
            ("measure: count of ref_stat, status: by field standng", "status", "standing"),
            ("measure: count of tax_payment, base: printed", "base", nil),
            ("measure: count of tax_payment, base: comparable", "base", nil),
            ("measure: count of tax_payment, base: { comparable: count of sales }", "base", nil),
            ("measure: sum of tax_payment.paid, unit: 万元, base: { comparable: tax }", "base", nil),
            ("measure: taxx + 1", "unknown-indicator", "tax"),
            ("measure: tax.grwth", "comparison", "growth"),
            ("measure: tax.growth.prior", "comparison", nil),
            ("measure: day.growth", "comparison", nil),
            ("measure: tax.points", "comparison", nil),
            ("measure: tax + day", "number", nil),
            ("measure: tax + 5 亩", "unit", nil),
            ("measure: tax, unit: 亩", "unit", nil),
            ("measure: tax > 5", "measure", nil),
            ("measure: tax.at(20), unit: 万元", "arguments", nil),
            ("measure: tax.at(tax), unit: 万元", "arguments", nil),
            ("measure: tax.share(day)", "comparison", nil),
            ("measure: tax.share(taxx)", "unknown-indicator", "tax"),
            ("measure: tax.scope(cor), unit: 万元", "unknown-scope", "core"),
            ("measure: tax * parameter.tax_bnd", "unknown-parameter", "tax_band"),
            ("measure: tax.first, unit: 万元", "comparison", nil),
            ("measure: tax.target.lwo", "comparison", "low"),
            ("measure: sqrt(tax)", "unknown-function", nil),
            ("measure: year(tax)", "day", nil),
            ("measure: tax + 1, at: received", "no-use", nil),
            ("measure: tax + 1, base: { comparable: sum of tax_payment.paid }", "no-use", nil),
            ("measure: count of enterprise having zone = core", "having", nil),
            ("measure: count of enterprise having tax", "condition", nil),
            ("measure: count of enterprise having tax >= parameter.layout", "compare", nil),
            ("measure: count of product having tax > 5", "breakdown", nil),
            ("measure: count of enterprise having tax.first < 5 万元", "comparison", nil),
            ("measure: count of enterprise having taxx > 5", "unknown-field", "tax"),
            ("measure: 5 >", "expression", nil),
            ("unit: 家", "missing-key", nil),
        ] as [(String, String, String?)])
    func fault(_ text: String, _ rule: String, _ suggestion: String?) throws {
        let problems = Park.problems(DiagnosticsTests.sound + "bad: { name: { zh: 坏, en: Bad }, \(text) }")
        #expect(problems.count == 1, "\(problems)")
        let problem = try #require(problems.first)
        #expect(problem.hasPrefix("indicators/economy.yaml:4:"), "\(problem)")
        #expect(problem.contains("[\(rule)]"), "\(problem)")
        if let suggestion { #expect(problem.hasSuffix("Did you mean “\(suggestion)”?"), "\(problem)") }
    }

    @Test("all faults come at once, and one who needs a faulty indicator says nothing of its own")
    func all() {
        let problems = Park.problems(
            """
            one: { name: { zh: 一, en: One }, measure: sum of tax_payment.payd }
            two: { name: { zh: 二, en: Two }, measure: one.growth + nothing }
            three: { name: { zh: 三, en: Three }, measure: 5 + unknown * other }
            parameter: { name: { zh: 词, en: Word }, measure: count of tax_payment }
            Bad: { name: { zh: 词, en: Word }, measure: count of tax_payment }
            """, more: ["indicators/more.yaml": "one: { name: { zh: 一, en: One }, measure: count of tax_payment }"])
        let rules = problems.map { $0.split(separator: " ")[1] }
        #expect(rules == ["[unknown-field]", "[unknown-indicator]", "[unknown-indicator]", "[name]", "[name]", "[duplicate]"], "\(problems)")
    }

    @Test("a circle is told once, with the way around")
    func circle() {
        let problems = Park.problems(
            """
            one: { name: { zh: 一, en: One }, measure: two + 1 }
            two: { name: { zh: 二, en: Two }, measure: three.growth }
            three: { name: { zh: 三, en: Three }, measure: count of enterprise having one > 5 }
            self: { name: { zh: 自, en: Self }, measure: self.prior * 2 }
            after: { name: { zh: 后, en: After }, measure: one + 1 }
            """)
        #expect(problems.count == 2, "\(problems)")
        #expect(problems.first?.contains("one → two → three → one") == true, "\(problems)")
        #expect(problems.last?.contains("self → self") == true, "\(problems)")
    }

    @Test("the first page may only name indicators that exist")
    func home() {
        let site = "site: { zh: 园, en: Park }\norganisation: { zh: 委, en: C }\nsince: 2018\nhome: [tax, taxs]"
        let problems = Park.problems(DiagnosticsTests.sound, more: ["site.yaml": site])
        #expect(problems == ["site.yaml:4:13 [unknown-indicator] There is no indicator “taxs”. Did you mean “tax”?"])
    }

    @Test("an expression is checked without looking at a record")
    func check() throws {
        let park = try Park(DiagnosticsTests.sound)
        func rules(_ text: String, over register: Name? = nil) throws -> [String] {
            park.figures.check(try Park.formula(text), over: register).map(\.rule)
        }
        #expect(try rules("tax.growth > 5 and rate < 3").isEmpty)
        #expect(try rules("taxx + nothing.growth") == ["unknown-indicator", "unknown-indicator"])
        #expect(try rules("tax > 5 or zone = core") == ["unknown-indicator", "unknown-indicator"])
        #expect(try rules("tax > 5 or zone = core", over: "enterprise").isEmpty)
        #expect(try rules("tax > 5 or zone = cor", over: "enterprise") == ["unknown-option"])
        #expect(try rules("tax > 5", over: "product") == ["breakdown"])
        #expect(try rules("tax > 5", over: "nowhere") == ["unknown-register"])
        #expect(try park.figures.type(of: Park.formula("tax.growth")) == .number(Unit("%")))
        #expect(try park.figures.type(of: Park.formula("parameter.layout")) == .text)
    }

    @Test("a scope that a register's records can't be divided by is refused, and told which field is missing")
    func scope() throws {
        let park = try Park(
            """
            tax: { name: { zh: 税金, en: Tax }, measure: sum of tax_payment.paid, unit: 万元 }
            output: { name: { zh: 产值, en: Output }, measure: sum of latest sales.output_to_date by enterprise, unit: 万元 }
            rate: { name: { zh: 比率, en: Rate }, measure: tax / output * 100, unit: "%" }
            """)
        #expect(throws: Diagnostic.self) { try park.figure("tax", "2022", scope: "core") }
        #expect(throws: Diagnostic.self) { try park.figure("rate", "2022", scope: "core") }
        #expect(throws: Diagnostic.self) { try park.evaluate("tax.growth", "2022", scope: "core") }
        #expect(throws: Diagnostic.self) { try park.evaluate("tax.scope(core)", "2022") }
        #expect(throws: Diagnostic.self) { try park.figure("output", "2022", scope: "nowhere") }
        #expect(throws: Diagnostic.self) { try park.figure("nothing", "2022") }
        #expect(try park.printed("output", "2022", scope: "core") == "无数据")
    }

    @Test("an expression is told as its author would write it")
    func text() throws {
        let park = try Park(DiagnosticsTests.sound)
        for text in [
            "tax.growth", "tax.at(2020) / (tax - 5 万元) * 100", "tax - (rate - 1)", "tax - rate - 1", "not (tax > 5 and rate < 3) or tax = 1",
            "tax in (1, 2)", "day = 2022-03-13", "-tax * 2", "-(tax + 1)", "(tax > 1) = yes", "round(tax, 2)", "tax.share(rate)",
        ] {
            #expect(park.figures.text(of: try Park.formula(text)) == text)
        }
    }

    @Test("an expression prints with the unit and the places of what it gives")
    func printing() throws {
        let park = try Park(
            "tax: { name: { zh: 税金, en: Tax }, measure: sum of tax_payment.paid, unit: 万元, places: 2 }")
        try park.tax(try park.firm("甲厂"), 2022_05_05, 1234)
        let cases: [(String, String, String?)] = [
            ("tax", "1234.00", "万元"), ("tax * 2", "2468.00", "万元"), ("parameter.output_band", "1", "亿元"), ("parameter.layout", "2+6+N", nil),
            ("tax / 1 亿元", "0.12", nil), ("tax / 3 > 400", "是", nil), ("if(tax > 1000, tax, 0)", "1234.00", "万元"), ("year(period.end)", "2022", nil),
            ("1 / 0", "除数为零，无法计算", nil), ("tax / (tax - tax)", "除数为零，无法计算", nil), ("min(tax, 0.1 亿元)", "1000.00", "万元"),
            ("tax = 1234 and not tax > 0.2 亿元", "是", nil), ("tax.at(2021) > 5 or tax > 5", "是", nil), ("tax.at(2021) > 5 and tax > 5", "无数据", nil),
            ("round(tax / 7, 1)", "176.3", "万元"), ("round(tax.share(tax), 0)", "100", "%"), ("abs(0 - tax)", "1234.00", nil),
            ("tax is empty", "否", nil), ("tax.prior is empty", "是", nil),
            ("tax in (5, 1234)", "是", nil), ("tax not in (0.1234 亿元, 5)", "否", nil),
        ]
        for (text, printed, unit) in cases {
            let figure = try park.evaluate(text, "2022")
            #expect(figure.printed() == printed, "\(text)")
            if let unit { #expect(figure.unit == unit, "\(text)") }
        }
        #expect(try park.evaluate("tax > 5", "2022").printed(.en) == "yes")
        let huge = "999999999999999999999999999999999999 * 999999999999999999999999999999999999"
        #expect(try park.printed(huge, "2022") == "数过大，无法准确计算")
    }
}
