import Testing

@testable import Indicators
@testable import Reports

@Suite("The form of a text from outside")
struct FormTests {
    private func rules(_ text: String) -> [String] {
        let outside = OutsideText(name: "a", text: text)
        return (NumberingCheck.faults(outside) + PairCheck.faults(outside)).map(\.rule)
    }

    @Test(
        "Numbers that are missing, stand twice or don't begin",
        arguments: [
            "一、甲\n三、丙", "一、甲\n（一）子\n（三）丑", "1.甲\n2.乙\n2.丙", "一是甲。二是乙。四是丁。", "一要甲，三要丙。", "一、甲\n（二）子", "（一）甲项工作取得成效。\n（二）乙项工作取得成效。\n（一）丙项工作取得成效。",
        ])
    func misnumbered(_ text: String) { #expect(rules(text) == ["numbering"], "\(text)") }

    @Test(
        "Numbers in order, within others, and what only looks like a number",
        arguments: [
            "一、甲\n（一）子\n（二）丑\n二、乙\n（一）子\n（二）丑", "一是甲：一是子，二是丑。二是乙。", "1.8亿元\n3.5亿元", "一、甲\n1.子\n2.丑\n二、乙\n1.子", "附件：1.甲表\n2.乙表",
            "（一）子\n（二）丑", "一、甲\n（一）子。\n二、乙\n（一）子。", "（一）子。\n（二）丑。\n另一章的标题\n（一）子。",
        ])
    func numbered(_ text: String) { #expect(rules(text).isEmpty, "\(text): \(rules(text))") }

    @Test("A heading that runs on, and one that was not broken off")
    func runOn() {
        let body = "市里对开发区体制机制进行了系统改革，充实开发区力量，人员已到位，设施配备到位，内部科室调整到位，进行融合办公，第一时间了解项目并协调办理。"
        let text = "（一）抓发展取得新成效\n\(body)\n（二）抓项目取得新成效\n\(body)（三）抓改革取得新成效\(body)\n（四）抓安全取得新成效\n\(body)"
        #expect(rules(text).filter { $0 == "run-on" }.count == 2)
        let whole = "（一）抓发展取得新成效\n\(body)\n（二）抓项目取得新成效\n\(body)\n（三）抓改革取得新成效\n\(body)"
        #expect(rules(whole).isEmpty)
        // A heading with its own full stop may run on.
        let stopped = "（一）抓发展取得新成效。\(body)\n（二）抓项目取得新成效。\(body)"
        #expect(rules(stopped).isEmpty)
    }

    @Test("A paragraph that breaks off in mid-sentence")
    func broken() {
        let text = "八是提升土地集约利用水平，优先保障重大项目用地，积极推进各项工作，高标准编制\n《土地集约利用评价报告》，七月上报省自然资源厅审核，积极推进标准地出让工作。"
        #expect(rules(text) == ["broken"])
        #expect(rules("工作扎实推进，\n成效明显。") == ["broken"])
        #expect(rules("完成年度任务\n，成效明显。") == ["broken"])
        #expect(rules("工作扎实推进。\n成效明显。").isEmpty)
        #expect(rules("主送单位：市委、市政府、市直各部门、各县区人民政府以及各有关单位的负责同志：\n现将有关情况报告如下，请审阅。").isEmpty)
    }

    @Test("Marks that don't pair or stand twice")
    func pairs() {
        #expect(rules("印发了《工作要点。") == ["pair"])
        #expect(rules("完成了“三定方案。") == ["pair"])
        #expect(rules("完成任务，。") == ["doubled"])
        #expect(rules("《甲》“乙”（丙）……等等。1）甲；2）乙。").isEmpty)
    }

    @Test("Wrong terms by the park's list, longest first, and none inside a word in which it is right")
    func terms() {
        let terms = WrongTerms([
            WrongTerms.Term(wrong: "三单一线", right: "三线一单", note: nil, unless: []),
            WrongTerms.Term(wrong: "入规", right: "升规入库", note: nil, unless: ["列入规划"]),
        ])
        let text = OutsideText(name: "a", text: "5家企业入规，列入规划。\n做好“三单一线”工作。")
        let faults = TermCheck(terms).faults(text)
        #expect(faults.map(\.place) == [TextPlace(paragraph: 1, 4..<6), TextPlace(paragraph: 2, 3..<7)])
        #expect(faults.last?.message.zh == "“三单一线”应为“三线一单”")
    }
}
