import Storage
import Testing

@testable import Registers

@Suite("Headers")
struct HeaderTests {
    @Test(
        "a unit is told from the name in every way that ledgers write it",
        arguments: [
            ("产值（万元）", "产值", "万元"), ("产值(亿元)", "产值", "亿元"), ("产值/万元", "产值", "万元"), ("产值 万元", "产值", "万元"),
            ("产值【万元】", "产值", "万元"), ("产值（单位：万元）", "产值", "万元"), ("产值:万元", "产值", "万元"), ("用电量（万kWh）", "用电量", "万千瓦时"),
            ("　占地 面积（㎡）", "占地面积", "平方米"), ("* 产值（万元）（必填）", "产值", "万元"), ("产\n值（万元）", "产值", "万元"), ("ＯＵＴＰＵＴ（％）", "output", "%"),
        ])
    func units(written: String, name: String, unit: String) {
        let text = HeaderText(written)
        #expect(text.name == name)
        #expect(text.unit?.symbol == unit)
    }

    @Test("brackets that hold no unit stay part of the name", arguments: ["区域（当时）", "产值（去年）", "企业/单位", "2022年", "（万元）增加", ""])
    func names(written: String) {
        let text = HeaderText(written)
        #expect(text.unit == nil)
        #expect(text.name == text.whole)
    }

    @Test("dashes, brackets, widths, blanks and letter case make no difference")
    func folded() {
        #expect(HeaderText("1—本月累计").whole == HeaderText("１ － 本月累计").whole)
        #expect(HeaderText("【附】A").whole == HeaderText("（附）ａ").whole)
        #expect(HeaderText("产值").whole != HeaderText("产 值 额").whole)
    }

    @Test("a line above gives the unit of a dimension only where it is the only one")
    func above() throws {
        var units = TableUnits()
        units.read("填报单位：云川重工")
        #expect(units.units.isEmpty)
        units.read("　　单位：万元、户")
        #expect(units.unit(for: try #require(Unit("亿元")))?.symbol == "万元")
        #expect(units.unit(for: try #require(Unit("%"))) == nil)
        units.read("单位：元")
        #expect(units.unit(for: try #require(Unit("亿元"))) == nil)
    }

    @Test("columns are called as spreadsheets call them", arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")])
    func letters(place: Int, name: String) { #expect(Matching.letters(place) == name) }
}
