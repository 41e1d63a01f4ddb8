import Foundation
import Testing

@testable import Formats

@Suite struct DocumentWriterTests {
    private func part(_ name: String, _ blocks: [DocumentBlock], properties: [String: String] = [:]) throws -> String {
        let document = Document(
            title: "工作报告", author: "云川工业园区管理委员会", made: (2023, 1, 5), properties: properties, blocks: blocks)
        let zip = try ZipReader(data: DocumentWriter(document).data())
        return try String(decoding: zip.data(#require(zip.entry(name))), as: UTF8.self)
    }

    private func body(_ blocks: DocumentBlock...) throws -> String { try part("word/document.xml", blocks) }

    @Test("The page is that of GB/T 9704-2012: A4, its margins, 22 lines of 28 letters, page numbers that differ on odd and even pages")
    func page() throws {
        let text = try body()
        #expect(text.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"))
        #expect(text.contains("w:top=\"2098\" w:right=\"1474\" w:bottom=\"1985\" w:left=\"1588\""))
        // 12755 twips of text are 22 lines of 579; 8844 are 28 letters of 315.857, which is 0.2071 points below 16.
        #expect(text.contains("<w:docGrid w:type=\"linesAndChars\" w:linePitch=\"579\" w:charSpace=\"-849\"/>"))
        #expect(text.contains("<w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"even\" r:id=\"rId5\"/>"))
        #expect(try part("word/settings.xml", []).contains("<w:evenAndOddHeaders/>"))
        let odd = try part("word/footer1.xml", [])
        #expect(odd.contains("<w:ind w:rightChars=\"100\" w:right=\"280\"/><w:jc w:val=\"right\"/>"))
        #expect(odd.contains("— </w:t>") && odd.contains("> PAGE <") && odd.contains("> —</w:t>"))
        #expect(try part("word/footer2.xml", []).contains("<w:ind w:leftChars=\"100\" w:left=\"280\"/><w:jc w:val=\"left\"/>"))
    }

    @Test("Tracked changes bear who made them and when, and what was struck out is marked as such")
    func revisions() throws {
        let text = try body(.paragraph([DocumentRun("产值"), DocumentRun("1", revision: .deleted), DocumentRun("2", revision: .inserted)]))
        #expect(
            text.contains(
                "<w:del w:id=\"1\" w:author=\"云川工业园区管理委员会\" w:date=\"2023-01-05T00:00:00Z\"><w:r><w:delText xml:space=\"preserve\">1</w:delText></w:r></w:del>"
                    + "<w:ins w:id=\"2\" w:author=\"云川工业园区管理委员会\" w:date=\"2023-01-05T00:00:00Z\"><w:r><w:t xml:space=\"preserve\">2</w:t></w:r></w:ins>"
            ))
    }

    @Test("28 letters of a line fit it with what is taken off each, and 29 do not")
    func letters() {
        let page = PageLayout.official
        #expect(page.tightening == -5)
        #expect((320 + page.tightening) * 28 <= page.textWidth && (320 + page.tightening) * 29 > page.textWidth)
        #expect(page.linePitch * 22 <= page.height - page.top - page.bottom && page.linePitch * 23 > page.height - page.top - page.bottom)
    }

    @Test("Styles have the typefaces and sizes of the standard, and headings their level in the navigation")
    func styles() throws {
        let text = try part("word/styles.xml", [])
        func style(_ id: String) throws -> String {
            let from = try #require(text.range(of: "w:styleId=\"\(id)\""))
            let to = try #require(text.range(of: "</w:style>", range: from.upperBound..<text.endIndex))
            return String(text[from.lowerBound..<to.lowerBound])
        }
        let normal = try style("Normal")
        #expect(normal.contains("w:eastAsia=\"仿宋_GB2312\"") && normal.contains("<w:sz w:val=\"32\"/>"))
        #expect(normal.contains("w:line=\"579\" w:lineRule=\"exact\"") && normal.contains("<w:spacing w:val=\"-5\"/>"))
        let title = try style("Title")
        #expect(
            title.contains("w:eastAsia=\"方正小标宋简体\"") && title.contains("<w:sz w:val=\"44\"/>") && title.contains("<w:jc w:val=\"center\"/>")
        )
        for (level, font) in [(1, "黑体"), (2, "楷体_GB2312"), (3, "仿宋_GB2312"), (4, "仿宋_GB2312")] {
            let heading = try style("Heading\(level)")
            #expect(heading.contains("<w:name w:val=\"heading \(level)\"/>") && heading.contains("<w:outlineLvl w:val=\"\(level - 1)\"/>"))
            #expect(heading.contains("w:eastAsia=\"\(font)\"") && !heading.contains("<w:b/>"))
        }
        #expect(try style("Body").contains("<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>"))
        let footer = try style("Footer")
        #expect(footer.contains("w:eastAsia=\"宋体\"") && footer.contains("<w:sz w:val=\"28\"/>"))
        // Digits are Western text, so that no program breaks a number (7.3.3); punctuation doesn't hang out of the text.
        #expect(text.contains("<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\""))
        #expect(normal.contains("<w:overflowPunct w:val=\"0\"/>"))
    }

    @Test("Figures are bookmarked under names that no two share and that bookmarks can have")
    func bookmarks() throws {
        let text = try body(
            .paragraph([DocumentRun("1", bookmark: "fig_37"), DocumentRun("2", bookmark: "fig_37"), DocumentRun("3", bookmark: "9 a-b")]))
        #expect(
            text.contains(
                "<w:bookmarkStart w:id=\"1\" w:name=\"fig_37\"/><w:r><w:t xml:space=\"preserve\">1</w:t></w:r><w:bookmarkEnd w:id=\"1\"/>"))
        #expect(text.contains("w:id=\"2\" w:name=\"fig_37_2\"") && text.contains("w:id=\"3\" w:name=\"b_9_a_b\""))
    }

    @Test("Links lead to web addresses, mail and bookmarks; anything else is only text")
    func links() throws {
        let blocks: [DocumentBlock] = [
            .paragraph([
                DocumentRun("a", link: .address("https://example.org/?a=1&b=2")), DocumentRun("b", link: .address("javascript:alert(1)")),
                DocumentRun("c", link: .bookmark("fig_1")), DocumentRun("d", link: .address("https://example.org/?a=1&b=2")),
            ])
        ]
        let text = try part("word/document.xml", blocks)
        #expect(text.components(separatedBy: "<w:hyperlink r:id=\"rId8\">").count == 3)
        #expect(text.contains("<w:hyperlink w:anchor=\"fig_1\">"))
        let relations = try part("word/_rels/document.xml.rels", blocks)
        #expect(relations.contains("Target=\"https://example.org/?a=1&amp;b=2\" TargetMode=\"External\""))
        #expect(!relations.contains("javascript") && !relations.contains("rId9"))
    }

    @Test(
        "A name that signs is two letters from the right and the day begins two letters after it; the longer day, or a seal, has its own rule"
    )
    func signature() throws {
        // 11 letters and 6: the name takes 2...13 from the right, so the day takes 5...11.
        let plain = try body(.signature("云川工业园区管理委员会", day: "2023年1月5日", isSealed: false))
        #expect(plain.contains("w:rightChars=\"200\" w:right=\"640\"") && plain.contains("w:rightChars=\"500\" w:right=\"1600\""))
        // 2 letters and 7: the day takes 2...9, so the name takes 9...11.
        let short = try body(.signature("园区", day: "2023年10月15日", isSealed: false))
        #expect(short.contains("w:rightChars=\"900\"") && short.contains("w:rightChars=\"200\""))
        // The day takes 4...10 with its middle at 7, so the name takes 1.5...12.5.
        let sealed = try body(.signature("云川工业园区管理委员会", day: "2023年1月5日", isSealed: true))
        #expect(sealed.contains("w:rightChars=\"150\"") && sealed.contains("w:rightChars=\"400\""))
    }

    @Test("A table fills the text, repeats its header and fills up short rows")
    func table() throws {
        let table = DocumentTable(
            columns: [.init("指标", share: 2), .init("数值", .right), .init("同比", .center)],
            rows: [[[DocumentRun("税收")], [DocumentRun("9.1")], [], [DocumentRun("多余")]], []])
        let text = try body(.table(table))
        #expect(text.contains("<w:gridCol w:w=\"4422\"/><w:gridCol w:w=\"2211\"/><w:gridCol w:w=\"2211\"/>"))
        #expect(text.components(separatedBy: "<w:tblHeader/>").count == 2)
        #expect(text.components(separatedBy: "<w:tc>").count == 10)
        #expect(text.contains("<w:jc w:val=\"right\"/></w:pPr><w:r><w:t xml:space=\"preserve\">9.1</w:t>"))
        #expect(!text.contains("多余"))
    }

    @Test("A paragraph stands between two tables, and after one that is last")
    func tables() throws {
        let table = DocumentTable(columns: [.init("a")], rows: [])
        let text = try body(.table(table), .table(table))
        #expect(text.components(separatedBy: "</w:tbl><w:p></w:p>").count == 2)
        #expect(text.contains("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Tail\"/></w:pPr></w:p><w:sectPr>"))
    }

    @Test("Text is escaped, and letters that XML forbids are left out")
    func escaping() throws {
        let text = try body(.paragraph([DocumentRun("<a>&\"\u{0}\u{8}\u{FFFF}]]>\n\t末")]))
        #expect(text.contains("&lt;a&gt;&amp;\"]]&gt;</w:t><w:br/><w:tab/><w:t xml:space=\"preserve\">末</w:t>"))
    }

    @Test("Title, maker and day are properties; what else is told stays in the file")
    func properties() throws {
        let core = try part("docProps/core.xml", [])
        #expect(core.contains("<dc:title>工作报告</dc:title><dc:creator>云川工业园区管理委员会</dc:creator>"))
        #expect(core.contains(">2023-01-05T00:00:00Z</dcterms:created>"))
        #expect(
            try part("docProps/custom.xml", [], properties: ["digest": "a1<"]).contains("name=\"digest\"><vt:lpwstr>a1&lt;</vt:lpwstr>"))
    }

    @Test("The same document gives the same bytes at any time")
    func deterministic() throws {
        let document = Document(
            title: "a", author: "b", made: (2023, 1, 5), properties: ["x": "1", "y": "2", "z": "3"],
            blocks: [.paragraph([DocumentRun("甲", bookmark: "f")])])
        let first = try DocumentWriter(document).data()
        #expect(try DocumentWriter(document).data() == first)
        #expect(stamps(of: first) == [[0, 0, 0x21, 0]])
    }
}
