import Storage
import Testing

@testable import Reports

@Suite("Lines that a program has broken")
struct LineWrapTests {
    private func text(_ lines: String) -> OutsideText { OutsideText(name: "a", text: lines) }

    /// Every line is 40 half letters wide; those with digits have more letters.
    @Test("Lines of one width on paper are one paragraph, also where digits make them longer in letters and numbers are broken")
    func digits() {
        let text = text(
            """
            政府工作报告
            这五年我们聚力扩容提质，综合实力实现新跨越。
            预计全县地区生产总值突破400亿元，年均增长6
            .2%；人均生产总值7.9万元，年均增长6%；固定资
            产投资完成250.3亿元，可比年均增长百分之十点
            三；社会消费品零售总额140亿元，年均增长8.2%
            ；外贸出口2.5亿美元，年均增长6.1%，利用外资
            保持平稳。
            """)
        #expect(text.isRewrapped)
        #expect(text.paragraphs.map { $0.letters.count < 10 } == [true, false])
        let numbers = StatementReader(text, year: 2022, scopes: []).statements().map { text.paragraphs[$0.paragraph].letters.text($0.quantity.range) }
        #expect(numbers.prefix(5) == ["突破400亿元", "6.2%", "7.9万元", "6%", "250.3亿元"], "\(numbers)")
    }

    @Test(
        "A number that a line breaks is one number",
        arguments: [
            "全年完成工业总产值12\n3.4亿元，同比增长5%。", "全年完成工业总产值123\n.4亿元，同比增长5%。", "全年完成工业总产值123.\n4亿元，同比增长5%。", "全年完成工业总产值123.4\n亿元，同比增长5%。",
        ])
    func numbers(_ lines: String) {
        let text = text(lines)
        let first = StatementReader(text, year: 2022, scopes: []).statements().first
        #expect(first?.quantity.base == Amount("12340000000"), "\(text.paragraphs.map(\.text))")
    }

    @Test(
        "Columns of numbers, headings, rows and years stay apart",
        arguments: ["12\n34\n56", "全年完成工业总产值同比增长12\n1.抓好项目建设。", "全年完成工业总产值和税收\t12\n3.4亿元\t5", "本报告完成于二〇二三年一月12\n2022年工作回顾"])
    func apart(_ lines: String) { #expect(text(lines).paragraphs.count == lines.split(separator: "\n").count, "\(lines)") }

    @Test("Titles of one width are no paragraph")
    func titles() {
        let title = "关于云川工业园区二〇二二年度工作情况的报告"
        #expect(text(Array(repeating: title, count: 3).joined(separator: "\n")).paragraphs.count == 3)
    }
}
