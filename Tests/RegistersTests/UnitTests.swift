import Registers
import Storage
import Testing

@Suite("Units")
struct UnitTests {
    /// By hand: 1 亩 is 2000/3 m², so 1 万元/亩 is 10,000 ÷ 2000/3 = 15 元/m², and 15 万元/公顷; a square kilometre has 1500 亩.
    @Test(
        "one unit is exactly so many of another",
        arguments: [
            ("亩", "平方米", "2000", "3"), ("公顷", "亩", "15", "1"), ("平方公里", "亩", "1500", "1"), ("平方公里", "公顷", "100", "1"),
            ("万立方米", "立方米", "10000", "1"), ("万元/亩", "元/平方米", "15", "1"), ("万元/亩", "万元/公顷", "15", "1"),
            ("亿元/平方公里", "元/平方米", "100", "1"), ("亿元/平方公里", "万元/亩", "20", "3"), ("吨标准煤/万元", "吨标准煤/亿元", "10000", "1"),
        ])
    func factors(_ one: String, _ other: String, _ numerator: String, _ denominator: String) throws {
        let (from, to) = (try #require(Unit(one)), try #require(Unit(other)))
        let factor = try #require(Amount(numerator)).divided(by: #require(Amount(denominator)))
        #expect(from.factor(to: to) == factor)
        #expect(try to.factor(to: from)?.multiplied(by: factor) == .one)
    }

    @Test("a quotient is written with the spellings of its parts, and is neither of them")
    func quotients() throws {
        #expect(Unit("元/㎡") == Unit("元/平方米"))
        #expect(Unit("吨标煤/万元") == Unit("吨标准煤/万元"))
        #expect(Unit.over(try #require(Unit("万元")), try #require(Unit("亩")))?.symbol == "万元/亩")
        #expect(Unit.over(try #require(Unit("亩")), try #require(Unit("万元"))) == nil)
        #expect(try #require(Unit("万元/亩")).factor(to: try #require(Unit("万元"))) == nil)
        for text in ["/", "万元/", "/亩", "万元/亩/亩", "万元/家"] { #expect(Unit(text) == nil, "\(text)") }
    }

    @Test("money over land in a formula has the unit of the quotient, whatever units it was written in")
    func formula() throws {
        let field = "  yield: { name: { zh: 亩均, en: Yield }, kind: formula, is: capital / land, unit: 万元/亩, places: 4 }"
        let text = Park.enterprise + "\n  capital: { name: { zh: 资本, en: Capital }, kind: money, unit: 亿元, places: 4 }\n" + field
        let park = try Park(["registers/enterprise.yaml": text])
        // 1.5 亿元 over 40 亩 are 375 万元/亩.
        let id = try park.enterprise("云川重工", "C1", ["capital": .text("1.5"), "land": .text("40")])
        #expect(try park.record(id, "enterprise")?["yield"] == 3_750_000)
        let wrong = text.replacing("unit: 万元/亩", with: "unit: 万元")
        #expect(throws: Diagnostics.self) { try CatalogueReader.catalogue(Park.sources(["registers/enterprise.yaml": wrong])) }
    }
}
