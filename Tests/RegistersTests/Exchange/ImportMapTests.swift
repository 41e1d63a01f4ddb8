import Storage
import Testing

@testable import Registers

@Suite("Maps of ledgers")
struct ImportMapTests {
    private func faults(_ text: String) throws -> [Diagnostic] {
        let park = try ExchangePark()
        do {
            _ = try park.map(text, for: "form")
            return []
        } catch let diagnostics as Diagnostics {
            return diagnostics.sorted
        }
    }

    @Test("unknown keys, fields and units are refused with their line and what was probably meant")
    func refused() throws {
        let found = try faults(
            """
            register: form
            colums: {}
            columns:
              产值: { field: outputs }
              收入: { field: revenue, unit: 万圆元 }
              人数: { field: staff, patern: [] }
              月份: { field: month, unit: 万元 }
              亩数: { field: revenue, unit: 亩 }
              双倍: twice
            """)
        #expect(
            found.map { "\($0.place.line) \($0.rule)" } == [
                "2 unknown-key", "4 unknown-field", "5 unit", "6 unknown-key", "7 number", "8 unit", "9 unknown-field",
            ])
        #expect(found.map(\.suggestion)[0] == "columns")
        #expect(found.map(\.suggestion)[1] == "output")
        #expect(found.map(\.suggestion)[3] == "patterns")
    }

    @Test("a map for another register, or for none, is refused")
    func register() throws {
        #expect(try faults("register: firm").map(\.rule) == ["register"])
        #expect(try faults("empty: [N/A]").map(\.rule) == ["missing-key"])
        #expect(try faults("register: [").map(\.rule) == ["yaml"])
        #expect(try faults("").map(\.rule) == ["empty"])
    }

    @Test("patterns and rules that can't be understood are refused")
    func language() throws {
        let found = try faults(
            """
            register: form
            columns:
              产值: { field: output, patterns: ["{number}{number}", "元", "{numbr}", "{number}{unit}人民币"] }
            set:
              staff: ["3 when 产值", "4 when 产值 is 5", "5 when 产值 is one of", "6 when 产值 is not empty", "many when 产值 is 1", " when 产值 is 1"]
              month: 2022-01
            """)
        #expect(found.map(\.rule) == ["pattern", "pattern", "pattern", "rule", "rule", "value", "rule"])
    }

    @Test(
        "amounts are read by their pattern, and by no other",
        arguments: [
            ("{number}{unit}人民币", "46万人民币", "46", "万元"), ("{number}{unit}人民币", "500万元人民币", "500", "万元"),
            ("{number}({unit}人民币)", "2,000(万元人民币)", "2,000", "万元"), ("{number}()", "84()", "84", nil),
            ("人民币{number}{unit}", "人民币3.5亿元", "3.5", "亿元"), ("{unit}{number}", "元300", "300", "元"), ("{number}", "-12", "-12", nil),
        ] as [(String, String, String, String?)])
    func patterns(pattern: String, text: String, number: String, unit: String?) throws {
        let found = try #require(AmountPattern(pattern)?.match(text))
        #expect(found.number == number)
        #expect(found.unit?.symbol == unit)
    }

    @Test(
        "what is written otherwise fits no pattern",
        arguments: [
            ("{number}({unit}人民币)", "1,000(万元人民币元)"), ("{number}{unit}人民币", "人民币"), ("{number}()", "84"), ("{number}()", "()"),
            ("{number}{unit}", "3万匹"), ("{number}{unit}人民币", "3万元人民币 左右"),
        ])
    func misfits(pattern: String, text: String) throws {
        #expect(try #require(AmountPattern(pattern)).match(text) == nil)
    }
}
