import Indicators
import Registers
import Storage
import Testing

@Suite("Hostile expressions")
struct HostileTests {
    @Test("the longest expression that the grammar takes doesn't end the process, whatever its shape")
    func long() throws {
        let park = try Park("tax: { name: { zh: 税金, en: Tax }, measure: sum of tax_payment.paid, unit: 万元 }")
        let shapes = [
            "1" + String(repeating: "+1", count: 620), "9" + String(repeating: "*9", count: 620), "1=2" + String(repeating: " or 1=2", count: 480),
            "tax" + String(repeating: "-tax", count: 620),
            String(repeating: "-(", count: 59) + "1" + String(repeating: ")", count: 59) + String(repeating: "/2", count: 620),
        ]
        for text in shapes {
            #expect(throws: Diagnostic.self) { try park.evaluate(text, "2022") }
            #expect(Park.problems("bad: { name: { zh: 坏, en: Bad }, measure: \"\(text)\" }").count == 1)
            let measure = "count of enterprise where \(text) having \(text)"
            #expect(Park.problems("bad: { name: { zh: 坏, en: Bad }, measure: \"\(measure)\", kind: stock }").count == 1)
        }
        // One that was not written but built is refused, too.
        var built = try Park.formula("tax")
        for _ in 0..<400 { built = Formula(.pair(.plus, built, built), built.place) }
        #expect(park.figures.check(built).map(\.rule) == ["expression"])
        #expect(park.figures.text(of: built) == "…")
        #expect(try park.printed("1" + String(repeating: "+1", count: 98), "2022") == "99")
        #expect(try park.printed("9" + String(repeating: "*9", count: 98), "2022") == "数过大，无法准确计算")
        let list = "tax in (1" + String(repeating: ",1", count: 620) + ")"
        #expect(try park.printed(list, "2022") == "无数据")
        #expect(try park.printed(String(repeating: "not ", count: 400) + "1=1", "2022") == "是")
    }

    @Test("an indicator's share of itself, deep chains and names that look like SQL are taken for what they are")
    func names() throws {
        let park = try Park(
            """
            tax: { name: { zh: 税金, en: Tax }, measure: sum of tax_payment.paid, unit: 万元 }
            quoted: { name: { zh: 引, en: Quoted }, measure: "count of event where name = \\"x'; DROP TABLE r_event; --\\"" }
            """)
        try park.add("event", ["name": "x'; DROP TABLE r_event; --", "title": "e", "date": 2022_01_01])
        #expect(try park.printed("quoted", "2022") == "1")
        try park.tax(try park.firm("甲'厂\"--"), 2022_01_01, 5)
        #expect(try park.printed("tax.names", "2022") == "\(1) 20220101")
        #expect(try park.printed("tax.share(tax)", "2022") == "100.0")
        #expect(throws: Diagnostic.self) { try park.evaluate("r_event", "2022") }
        #expect(throws: Diagnostics.self) { try park.evaluate("r_event + sqlite_schema", "2022") }
    }

    @Test("a period at the edge of the calendar has no year before and says so")
    func edges() throws {
        let park = try Park("tax: { name: { zh: 税金, en: Tax }, measure: sum of tax_payment.paid, unit: 万元 }")
        for text in ["0001", "9999", "..9999", "0001-01-01", "9999-12-31", "9999-W51"] {
            #expect(try park.printed("tax.growth", text) == "无数据", "\(text)")
            #expect(try park.printed("tax.chain", text).isEmpty == false)
            #expect(try park.printed("tax.two_year", text).isEmpty == false)
            #expect(try park.printed("tax.cumulative", text) == "无数据")
        }
    }
}
