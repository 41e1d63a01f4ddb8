import Foundation
import Testing

@testable import Formats

@Suite("The red head and the imprint of an official document")
struct LetterheadTests {
    private func parts(_ blocks: [DocumentBlock]) throws -> ZipReader {
        try ZipReader(data: DocumentWriter(Document(title: "报告", author: "园区", made: (2023, 1, 5), blocks: blocks)).data())
    }

    private func body(_ blocks: [DocumentBlock]) throws -> String {
        let zip = try parts(blocks)
        return try String(decoding: zip.data(#require(zip.entry("word/document.xml"))), as: UTF8.self)
    }

    @Test("The organisation is red, 35 mm below the upper edge of the text; the number stands in the middle above a red line")
    func head() throws {
        let text = try body([.letterhead(Letterhead(organisation: "云川工业园区管理委员会", number: "云园管报〔2023〕3号", signer: nil))])
        #expect(text.contains("<w:pStyle w:val=\"Letterhead\"/><w:spacing w:before=\"1984\""))
        #expect(text.contains("<w:bottom w:val=\"single\" w:sz=\"18\" w:space=\"11\" w:color=\"FF0000\"/></w:pBdr><w:jc w:val=\"center\"/>"))
        #expect(text.contains("云园管报〔2023〕3号") && !text.contains("签发人"))
    }

    @Test("A report to those above names its signer on the right and has its number on the left")
    func signer() throws {
        let text = try body([.letterhead(Letterhead(organisation: "园区", number: "园报〔2023〕1号", signer: "某主任"))])
        #expect(text.contains("<w:tab w:val=\"right\" w:pos=\"8524\"/></w:tabs></w:pPr>"))
        // One letter in by a blank, so that the line under it is as wide as the text.
        #expect(text.contains("　园报〔2023〕1号") && !text.contains("<w:ind w:leftChars"))
        #expect(text.contains("签发人：</w:t>") && text.contains("w:eastAsia=\"楷体_GB2312\""))
    }

    @Test("A long organisation is made smaller so that it fits its line")
    func size() throws {
        func half(_ letters: Int) throws -> String {
            let text = try body([.letterhead(Letterhead(organisation: String(repeating: "园", count: letters), number: nil, signer: nil))])
            let from = try #require(text.range(of: "<w:rPr><w:sz w:val=\""))
            return String(text[from.upperBound...].prefix { $0.isNumber })
        }
        // 8844 twips are 442 points: 20 letters of 22 points fill them; 5 letters may be as large as 36 points.
        #expect(try half(20) == "44")
        #expect(try half(5) == "72")
    }

    @Test("The imprint stands at the foot of an even page without a number, in a section of its own")
    func imprint() throws {
        let blocks: [DocumentBlock] = [
            .paragraph([DocumentRun("正文")]), .imprint(Imprint(copies: ["市统计局", "市财政局"], printer: "综合办公室", day: "2023年1月5日")),
        ]
        let text = try body(blocks)
        #expect(text.contains("抄送：市统计局，市财政局。") && text.contains("2023年1月5日印发"))
        #expect(text.components(separatedBy: "<w:sectPr>").count == 3)
        #expect(
            text.contains(
                "<w:footerReference w:type=\"default\" r:id=\"rId6\"/><w:footerReference w:type=\"even\" r:id=\"rId6\"/><w:type w:val=\"evenPage\"/>")
        )
        // 22 lines of 579 twips, less two of the imprint and one that ends the section.
        #expect(text.components(separatedBy: "<w:spacing w:before=\"11001\"/>").count == 2)
        // A third line, for copies that don't fit into one of 29 letters, leaves a line less above.
        let many = try body([.imprint(Imprint(copies: Array(repeating: "市发展改革委", count: 5), printer: "办", day: "2023年1月5日"))])
        #expect(many.contains("<w:spacing w:before=\"10422\"/>"))
        let zip = try parts(blocks)
        #expect(try !String(decoding: zip.data(#require(zip.entry("word/footer3.xml"))), as: UTF8.self).contains("PAGE"))
        #expect(try !body([.paragraph([DocumentRun("正文")])]).contains("evenPage"))
    }
}
