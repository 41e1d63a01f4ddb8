import Storage
import Testing

@testable import Reports

@Suite("The numbers of a text")
struct QuantityTests {
    private func statements(_ text: String) -> [Stated] {
        StatementReader(OutsideText(name: "a", text: text), year: 2022, scopes: []).statements()
    }

    @Test(
        "Units, signs and Chinese forms",
        arguments: [
            ("新引进企业二十余家。", "二十余家", "20", "家"), ("三分之二的企业盈利。", "三分之二", "66.7", "%"), ("利润占三分之一。", "三分之一", "33.3", "%"),
            ("增速为−3.2%。", "−3.2%", "-3.2", "%"),
            ("增速为-3.2%。", "-3.2%", "-3.2", "%"), ("增速为负3.2%。", "负3.2%", "-3.2", "%"), ("利润−3.2亿元。", "−3.2亿元", "-3.2", "亿元"),
            ("下降2.1个百分点。", "2.1个百分点", "2.1", "个百分点"),
            ("接待13.5万人次。", "13.5万人次", "13.5", "万人次"), ("供水1.2亿立方米。", "1.2亿立方米", "1.2", "亿立方米"), ("增长１２．３％。", "１２．３％", "12.3", "％"),
            ("签约百余家。", "百余家", "100", "家"), ("亩均税收12.5万元/亩。", "12.5万元/亩", "12.5", "万元/亩"), ("车流3万辆次。", "3万辆次", "3", "万辆次"),
            ("产值翻两番。", "翻两番", "4.0", "番"),
        ])
    func found(_ text: String, _ printed: String, _ value: String, _ unit: String) throws {
        let one = try #require(statements(text).first, "\(text)")
        #expect(Letters(text).text(one.quantity.range) == printed)
        #expect(one.quantity.value.map { AmountText.rounded($0, places: one.quantity.places) } == value)
        #expect(one.quantity.unit.symbol == unit)
    }

    @Test(
        "Which one is not how many, and a dash between numbers is no sign",
        arguments: ["三次产业结构优化。", "第三产业加快发展。", "二次创业再出发。", "召开了十七届人大三次会议。", "投资5亿元-10亿元的项目。"])
    func none(_ text: String) {
        #expect(statements(text).allSatisfy { $0.quantity.value.map { !$0.isNegative && $0 != Amount(3) && $0 != Amount(2) } ?? true }, "\(text)")
    }

    @Test(
        "In which relation it stands, blanks or not",
        arguments: [("产值10亿元，增长 12.3 %。", true), ("产值10亿元，负增长3.2%。", false), ("产值10亿元，增长　12.3％。", true)])
    func frames(_ text: String, _ rises: Bool) { #expect(statements(text).last?.frame == .growth(rises: rises), "\(text)") }

    @Test("A scope goes on through its sentence; in a name it is none")
    func scopes() {
        func scopes(_ text: String) -> [String?] {
            StatementReader(OutsideText(name: "a", text: text), year: 2022, scopes: ["规上工业"]).statements().map(\.scope)
        }
        #expect(scopes("规上工业总产值700亿元，利润总额38亿元。") == ["规上工业", "规上工业"])
        #expect(scopes("规上工业企业52家，高新技术企业24家。") == ["规上工业", nil])
        #expect(scopes("全市企业52家，高新技术企业24家。") == ["全市", "全市"])
    }

    @Test("分别 gives nothing to what stands in the clause after it")
    func respectively() {
        let all = statements("城镇和农村居民收入分别增长8.1%和8.8%，经济实力排名由41位上升到37位。")
        #expect(all.map(\.frame) == [.growth(rises: true), .growth(rises: true), .from, .to])
    }

    @Test(
        "What it is of: behind a bracket that explains, and with words that only begin like fillers",
        arguments: [
            ("地区生产总值（GDP）368.42亿元。", "地区生产总值"), ("地区生产总值(GDP)达到368.42亿元。", "地区生产总值"), ("地区生产总值（GDP）增长3.1%。", "地区生产总值"), ("有色金属产值12亿元。", "有色金属产值"),
            ("有效投资12亿元。", "有效投资"), ("有税收12亿元。", "税收"), ("税收按统计口径12亿元。", "税收"), ("按统计口径完成税收12亿元。", "税收"),
        ])
    func subjects(_ text: String, _ subject: String) { #expect(statements(text).first?.subject == subject, "\(text)") }
}
