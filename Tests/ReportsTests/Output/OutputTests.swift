import Formats
import Foundation
import Storage
import Testing

@testable import Reports

@Suite("A report as JSON, HTML and DOCX")
struct OutputTests {
    private func report() throws -> CompiledReport {
        try LittlePark(
            LittlePark.series("a", ["10", "12", "11", "15", "20.005"]),
            report:
                "# 年度<报告>\n## 实绩\n产值{a}亿元，{a.change}{claim C1}，为{C1.names}最高{/claim}{claim C2}，零{/claim}，绿化12公顷&其他，“{parameter.words}”。\n- 一项\n{table a over 2}\n",
            claims: "C1: { form: record, of: a }\nC2: { form: zero, of: seen }\n",
            slots: "\"#37\": a\n\"#38\": a.growth\n\"#40\": b\nP17: parameter.words\nP12: [a, b]\n"
        ).compiled()
    }

    @Test("JSON has every slot, fact and claim; values are decimal texts, null where a word stands")
    func json() throws {
        let data = try ReportJSON(try report()).data()
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(json["report"] as? String == "annual")
        #expect(json["year"] as? Int == 2022)
        #expect(json["asOf"] is Int)
        let figures = try #require(json["figures"] as? [[String: Any]])
        #expect(figures.map { $0["slot"] as? String } == ["#37", "#38", "#40"])
        for figure in figures {
            for key in ["slot", "indicator", "value", "word", "printed", "unit", "status", "rows", "expected", "reported", "operands", "inText"] {
                #expect(figure[key] != nil, "\(key)")
            }
        }
        #expect(figures[0]["value"] as? String == "20.005")
        #expect(figures[0]["printed"] as? String == "20.01")
        #expect(figures[0]["unit"] as? String == "亿元")
        #expect(figures[0]["inText"] as? Bool == true)
        #expect(figures[0]["rows"] as? Int == 1)
        #expect(figures[2]["value"] is NSNull)
        #expect(figures[2]["word"] as? String == "无数据")
        let facts = try #require(json["printedFacts"] as? [[String: Any]])
        #expect(facts.map { $0["id"] as? String } == ["P17", "P12"])
        #expect(facts[0]["value"] as? String == "2+6+N")
        let claims = try #require(json["claims"] as? [[String: Any]])
        #expect(claims.map { $0["verdict"] as? String } == ["holds", "undecidable"])
        #expect(claims.map { $0["form"] as? String } == ["record", "zero"])
        #expect(claims.allSatisfy { ($0["reason"] as? String)?.isEmpty == false && $0["evidence"] is [Any] })
        #expect((json["leftOut"] as? [Any])?.count == 1)
        #expect((json["unsourced"] as? [[String: Any]])?.first?["text"] as? String == "12公顷")
    }

    @Test("HTML links every figure, marks what is typed by hand, and lets no text become markup")
    func html() throws {
        let html = ReportHTML(try report()).article
        #expect(html.contains("<h1>年度&lt;报告&gt;</h1>"))
        #expect(html.contains("<h2>一、实绩</h2>"))
        #expect(html.contains("<a class=\"figure\" href=\"/figures/a/2022\" id=\"fig-37\" data-slot=\"#37\""))
        #expect(html.contains("href=\"/figures/a/2022?of=a.growth\""))
        #expect(html.contains("<mark class=\"unsourced\" title=\"手工数字，无记录支持\">12公顷</mark>&amp;其他"))
        #expect(html.contains("<span class=\"claim\" data-claim=\"C1\">，为"))
        #expect(html.contains("<ul>\n<li>一项</li>\n</ul>"))
        #expect(html.contains("<th>指标a（亿元）</th>"))
        #expect(!html.contains("data-claim=\"C2\""))
        // Every id stands once.
        let ids = html.components(separatedBy: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
        #expect(Set(ids).count == ids.count)
        let page = ReportHTML(try report()).page
        #expect(page.hasPrefix("<!doctype html>"))
        #expect(page.contains("<b>C2 C2</b>：无法核实。"))
        #expect(page.contains("<td>#37</td><td>指标a</td><td>20.01亿元</td>"))
    }

    @Test("Addresses hold the expression and the change, and nothing unencoded")
    func addresses() throws {
        let report = try report()
        let marks = report.blocks.flatMap(\.runs).compactMap(\.figure)
        let growth = try #require(marks.first { $0.slot == "#38" })
        #expect(FigureAddress.text(growth, asOf: 41) == "/figures/a/2022?of=a.growth&asof=41")
        #expect(FigureAddress.encoded("a \"b\"/亿") == "a%20%22b%22%2F%E4%BA%BF")
        let parameter = try #require(marks.first { $0.slot == "P17" })
        #expect(FigureAddress.text(parameter, asOf: nil) == nil)
        // A function is no indicator, and what a claim found in records opens onto their register.
        let park = try LittlePark(
            report: "{round(ratio, 0)}、{C1.count}、{C2.count}。\n",
            claims: "C1: { form: run, records: honor where grade = excellent }\nC2: { form: vague_plural, of: visits, least: 2 }\n",
            fill: { records, catalogue, writing in
                let datum = try #require(catalogue.register("datum"))
                try records.add(
                    ["item": .text("visits"), "month": .text("2022-12"), "firms": .text("3"), "standing": .text("final")], to: datum, in: writing)
            })
        #expect(park.diagnostics.isEmpty)
        let opened = try park.compiled().blocks.flatMap(\.runs).compactMap(\.figure).map { FigureAddress.text($0, asOf: nil) }
        #expect(opened == ["/figures/ratio/2022?of=round%28ratio%2C%200%29", "/registers/honor", "/figures/visits/2022"])
    }

    @Test("DOCX has headings, a bookmark for each slot in the text, the marks, and the table of origins")
    func docx() throws {
        let report = try report()
        let day = try #require(Day(2023, 1, 12))
        let data = try DocumentWriter(ReportDocument(report, made: day, declarations: "abc").document).data()
        let read = try DocumentReader(data: data)
        let texts = read.paragraphs.map(\.text)
        #expect(texts.contains("年度<报告>"))
        #expect(texts.contains("一、实绩"))
        #expect(texts.contains { $0.hasPrefix("产值20.01亿元，同比增长33.4%，为") })
        #expect(texts.contains("数据来源表"))
        for cell in ["序号", "1", "指标a", "20.01亿元", "指标b", "布局", "2+6+N", "最终核实数"] { #expect(texts.contains(cell), "\(cell)") }
        let zip = try ZipReader(data: data)
        let xml = String(decoding: try zip.data(try #require(zip.entry("word/document.xml"))), as: UTF8.self)
        #expect(xml.contains("w:name=\"fig_37\""))
        #expect(xml.contains("w:name=\"fig_38\""))
        #expect(!xml.contains("w:name=\"fig_40\""))
        #expect(xml.contains("w:highlight"))
        // The same report gives the same bytes.
        #expect(try DocumentWriter(ReportDocument(report, made: day, declarations: "abc").document).data() == data)
    }
}
