import Registers
import Storage
import Testing

@testable import Indicators

@Suite("Targets of another year and under another scope")
struct TargetTests {
    private func park() throws -> Park {
        let park = try Park(
            "output: { name: { zh: 产值, en: Output }, measure: sum of latest sales.output_to_date by enterprise, unit: 亿元, places: 2 }")
        func target(_ year: Int64, _ scope: String, _ measured: String, _ low: Int64, _ high: Int64? = nil) throws {
            try park.add(
                "target",
                [
                    "subject": .text("\(scope) \(measured)"), "indicator": "output", "year": .integer(year * 10_000 + 101), "scope": .text(scope),
                    "direction": "at_least",
                    "measured": .text(measured), "low": .integer(low * 10_000), "high": high.map { .integer($0 * 10_000) } ?? .null,
                ])
        }
        try target(2022, "park", "level", 700)
        try target(2023, "park", "growth", 12, 15)
        try target(2023, "core", "level", 600, 650)
        return park
    }

    @Test("The next year's targets are asked with next, those of a scope and of the growth by their names")
    func next() throws {
        let park = try park()
        #expect(try park.printed("output.target.low", "2022") == "700")
        #expect(try park.printed("output.target.low(next, core)", "2022") == "600")
        #expect(try park.printed("output.target.high(2023, core)", "2022") == "650")
        #expect(try park.printed("output.target.low(next, growth)", "2022") == "12")
        #expect(try park.evaluate("output.target.high(next, growth)", "2022").unit == "%")
        // A target of the growth says nothing about the level.
        #expect(try park.evaluate("output.target.low(next)", "2022").value == .nothing)
        #expect(try park.evaluate("output.target.low(next, level)", "2022").value == .nothing)
        #expect(try park.evaluate("output.target.low(2019)", "2022").value == .nothing)
    }

    @Test("A figure of the next year's same period")
    func following() throws {
        let park = try park()
        let firm = try park.firm("甲")
        try park.sales(firm, 202306, 30_000)
        try park.sales(firm, 202312, 50_000)
        #expect(try park.printed("output.next", "2022") == "5.00")
        #expect(try park.printed("output.next", "2022H1") == "3.00")
    }

    @Test("Names in the brackets that mean nothing are refused with the nearest that does")
    func refused() throws {
        let park = try park()
        for (text, part) in [
            ("output.target.low(nxt)", "Did you mean “next”"), ("output.target.low(coree)", "Did you mean “core”"),
            ("output.target.low()", "brackets"),
            ("output.target.lo(next)", "Did you mean “low”"), ("output.target.low(12)", "next or a year"),
            ("output.target.low(output + 1)", "next or a year"),
        ] {
            let told = park.figures.check(try Park.formula(text)).map { $0.text(.en) }
            #expect(told.contains { $0.contains(part) }, "\(text): \(told)")
        }
    }
}
