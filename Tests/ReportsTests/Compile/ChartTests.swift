import Formats
import Storage
import Testing

@testable import Reports

@Suite("A chart of a report")
struct ReportChartTests {
    private func park(_ report: String) throws -> LittlePark {
        try LittlePark(LittlePark.series("a", ["10", "12", "11", "15", "20.005"]), report: report)
    }

    @Test("Its bars are the figures of some years, the report's the last, and its title says which")
    func bars() throws {
        let report = try park("# 报告\n{to 市政府}\n{chart a over 3}\n{chart a over 9}\n").compiled()
        let charts = report.blocks.compactMap { block -> ReportChart? in if case .chart(let chart) = block.kind { chart } else { nil } }
        #expect(charts.map(\.title) == ["图1 2020—2022年指标a（亿元）", "图2 2018—2022年指标a（亿元）"])
        #expect(charts[0].categories == ["2020年", "2021年", "2022年"])
        #expect(charts[0].series[0].points.map(\.run.text) == ["11.00", "15.00", "20.01"])
        #expect(
            report.plainText
                == "报告\n市政府：\n年份\t指标a\n2020年\t11.00\n2021年\t15.00\n2022年\t20.01\n图1 2020—2022年指标a（亿元）\n年份\t指标a\n2018年\t10.00\n2019年\t12.00\n2020年\t11.00\n2021年\t15.00\n2022年\t20.01\n图2 2018—2022年指标a（亿元）\n"
        )
    }

    @Test("As HTML every bar says its value, as tall as its share of the largest, and its numbers are links below")
    func html() throws {
        let html = ReportHTML(try park("# 报告\n{chart a over 3}\n").compiled()).article
        // 150 units for 20.005: 11 takes 82.48 of them, so it begins 68 below the top at 26.
        #expect(html.contains("<rect class=\"here\" x=\"85\" y=\"94\" width=\"54\" height=\"82\"/>"))
        #expect(html.contains(">20.01</text>") && html.contains("<figcaption>图1 2020—2022年指标a（亿元）</figcaption>"))
        #expect(html.contains("<details><summary>图中数字</summary><div class=\"rows\"") && html.contains("href=\"/figures/a/2020\""))
    }

    @Test("Figures of different units can't stand on one axis")
    func units() throws {
        #expect(try park("{chart a, ratio}\n").diagnostics.map(\.rule) == ["chart"])
        #expect(try park("{chart a over 0}\n").diagnostics.map(\.rule) == ["chart"])
        #expect(try park("{to}\n").diagnostics.map(\.rule) == ["addressee"])
        #expect(try park("一{chart a}\n").diagnostics.map(\.rule) == ["brace"])
    }

    @Test("An outgoing document has its head, its addressee, its attachment and its signature in order, and keeps what was left out to itself")
    func outgoing() throws {
        let report = try LittlePark(
            LittlePark.series("a", ["10", "12", "11", "15", "20.005"]), report: "# 报告\n{to 市政府}\n产值{a}亿元。\n",
            claims: "C1: { form: record, of: a }\n", slots: "\"#37\": a\n"
        ).compiled()
        let day = try #require(Day(2023, 1, 5))
        func texts(_ imprint: ReportImprint) throws -> [String] {
            let document = ReportDocument(report, made: day, declarations: "x", imprint: imprint).document
            return try DocumentReader(data: DocumentWriter(document).data()).paragraphs.map(\.text).filter { !$0.isEmpty && $0 != "\n" }
        }
        let out = try texts(ReportImprint(number: "园报〔2023〕1号", signer: "某主任", copies: ["市统计局"], printer: "综合办公室"))
        #expect(Array(out.prefix(8)) == ["小园区管委会", "　园报〔2023〕1号\t签发人：某主任", "报告", "市政府：", "产值20.01亿元。", "附件：数据来源表", "小园区管委会", "2023年1月5日"])
        #expect(out.suffix(2) == ["抄送：市统计局。", "综合办公室\t2023年1月5日印发"])
        #expect(!out.contains("结论性表述核验表"))
        let draft = try texts(.none)
        #expect(draft.contains("附件：1. 数据来源表") && draft.contains("附件2") && draft.contains("结论性表述核验表") && draft.first == "报告")
    }
}
