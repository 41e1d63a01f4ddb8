import Testing

@testable import Reports

@Suite("Text left over from an older year")
struct StaleTests {
    private func faults(_ text: String, _ year: Int = 2022) -> [FormFault] {
        StaleCheck(text: OutsideText(name: "a", text: text), year: year).faults()
    }

    @Test(
        "What only another year can say",
        arguments: [
            "取得“十四五”开门红。", "开展了“党建联建、共庆百年”活动。", "庆祝中国共产党成立100周年大会。", "喜迎党的十九大。", "2021年是“十三五”收官之年，2022年“十四五”开局之年。",
            "在2020年盘活6家企业基础上，2022年又新盘活4家。", "印发了《2021年党的建设工作要点》。", "七、2023年工作计划\n2022年是攻坚克难的关键之年，我们要再接再厉。",
        ])
    func stale(_ text: String) { #expect(faults(text).map(\.rule).contains("stale"), "\(text)") }

    @Test(
        "What this year may say",
        arguments: [
            "一季度实现“开门红”。", "学习贯彻党的二十大精神，喜迎党的二十大。", "百年党史专栏。", "在2021年盘活6家企业基础上，2022年又新盘活4家。", "印发了《2022年党的建设工作要点》。",
            "落实《2021年党的建设工作要点》。", "七、2023年工作计划\n2023年是攻坚克难的关键之年。", "庆祝中国共产党成立101周年。", "2021年，我们实现了“十四五”开门红。", "编制《总体规划（2021—2035年）》。",
        ])
    func current(_ text: String) { #expect(faults(text).isEmpty, "\(text): \(faults(text).map(\.message.zh))") }

    @Test("The first year of a plan is its own")
    func firstYears() {
        #expect(faults("实现“十四五”开门红。", 2021).isEmpty)
        #expect(faults("实现“十三五”开门红。", 2016).isEmpty)
        #expect(faults("实现“十五五”开门红。", 2026).isEmpty)
        #expect(faults("“十四五”收官之年。", 2025).isEmpty)
        // The plan for 2026, at the end of a report of 2025.
        #expect(faults("二、2026年工作打算\n2026年是“十五五”开局之年。", 2025).isEmpty)
    }

    @Test(
        "The year that a text reports on",
        arguments: [
            ("2022年，在市委领导下，完成任务。", 2022), ("2022年某某区政府工作报告\n一、2021年工作回顾\n一年来", 2021), ("园区2022年度工作总结\n一年来", 2022),
            ("2022年总体情况和2023年工作打算汇报\n今年以来", 2022), ("工作报告\n一年来，工作有进展。", nil), ("二、2023年工作计划\n今后", 2022),
            ("2003 年，在市委领导下，完成任务。", 2003),
        ] as [(String, Int?)])
    func years(_ text: String, _ year: Int?) { #expect(ReportedYear.found(in: OutsideText(name: "a", text: text)) == year, "\(text)") }

    @Test("The report of another zone is told from the park's own")
    func others() {
        func other(_ text: String) -> String? { OtherBody.named(in: OutsideText(name: "a", text: text), own: "云川工业园区管理委员会") }
        #expect(other("光明新区2016年政府工作报告\n同志们") == "光明新区")
        #expect(other("云川工业园区2022年工作报告\n对口支援某某新区。") == nil)
        #expect(other("2022年，在市委、市政府的坚强领导下，工业园区管委会党组认真履职。") == nil)
        #expect(other("经开区2022年工作总结") == "经开区")
        #expect(other("云溪化工园区2022年工作总结") == "云溪化工园区" && other("县科技局2022年工作总结") == "县科技局")
        for text in ["2022年，工业园区管委会以创建国家循环经济示范区为抓手，扎实工作。", "在市委和县人民政府的坚强领导下，管委会扎实工作。", "园区抢抓省级新区建设机遇，扎实工作。"] {
            #expect(other(text) == nil, "\(text)")
        }
    }
}
