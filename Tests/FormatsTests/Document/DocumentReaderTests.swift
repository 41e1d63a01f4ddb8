import Foundation
import Testing

@testable import Formats

@Suite struct DocumentReaderTests {
    private func read(_ body: String, styles: String? = nil) throws -> [DocumentParagraph] {
        var zip = ZipWriter()
        zip.add(
            "word/document.xml",
            "<w:document xmlns:w=\"\(DocumentParts.main)\" xmlns:r=\"\(DocumentParts.office)\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>\(body)</w:body></w:document>"
        )
        if let styles {
            zip.add("word/styles.xml", "<w:styles xmlns:w=\"\(DocumentParts.main)\">\(styles)</w:styles>")
            zip.add(
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Id=\"s\" Type=\"\(DocumentParts.office)/styles\" Target=\"styles.xml\"/></Relationships>")
        }
        return try DocumentReader(data: zip.data()).paragraphs
    }

    private func texts(_ body: String) throws -> [String] { try read(body).map(\.text) }

    @Test("What was written is read: text, looks, bookmarks, links, headings, tables")
    func roundTrip() throws {
        let runs = [
            DocumentRun("产值"), DocumentRun("628.31", bookmark: "fig_37"), DocumentRun("亿元", isBold: true), DocumentRun("？", isMarked: true),
            DocumentRun("见表", link: .address("https://example.org/1")), DocumentRun("回", link: .bookmark("fig_37")), DocumentRun("一\n二\t三"),
        ]
        let document = Document(
            title: "t", author: "a", made: (2023, 1, 5),
            blocks: [
                .title([DocumentRun("报告")]), .heading(1, [DocumentRun("一、工作")]), .heading(4, [DocumentRun("（1）")]), .paragraph(runs),
                .table(DocumentTable(columns: [.init("指标")], rows: [[[DocumentRun("税收", bookmark: "fig_2")]]])), .blank,
            ])
        let paragraphs = try DocumentReader(data: DocumentWriter(document).data()).paragraphs
        #expect(paragraphs.map(\.text) == ["报告", "一、工作", "（1）", "产值628.31亿元？见表回一\n二\t三", "指标", "税收", ""])
        #expect(paragraphs.map(\.level) == [nil, 1, 4, nil, nil, nil, nil])
        #expect(paragraphs.map(\.isInTable) == [false, false, false, false, true, true, false])
        #expect(paragraphs[3].runs == runs)
        #expect(paragraphs[5].runs == [DocumentRun("税收", bookmark: "fig_2")])
    }

    @Test("What was struck out, hidden text, codes of fields and readings are left out; what was inserted is in")
    func unseen() throws {
        #expect(
            try texts(
                "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
                    + "<w:r><w:instrText>PAGE</w:instrText></w:r><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:r><w:ruby><w:rt><w:r><w:t>yuan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>园</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
            ) == ["新园"])
        #expect(try texts("<w:p><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>见</w:t></w:r></w:p>") == ["见"])
    }

    @Test("A text box stands once and after the paragraph that holds it; words of drawings are none of the text, formulas are")
    func nested() throws {
        let box = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"
        #expect(
            try texts(
                "<w:p><w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r><w:r><a:p><a:t>图</a:t></a:p></w:r><m:r><m:t>x</m:t></m:r></w:p>"
            ) == ["前后x", "框"])
    }

    @Test("Tab stops of a paragraph are no tabs of its text")
    func tabs() throws {
        #expect(
            try texts(
                "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs></w:pPr><w:r><w:tab/><w:t>a</w:t><w:noBreakHyphen/><w:br/></w:r></w:p>"
            ) == ["\ta-\n"])
    }

    @Test("A level comes from the style, from the style that it is based on, or from the paragraph itself; a ring of styles ends")
    func levels() throws {
        let styles =
            "<w:style w:styleId=\"1\"><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style><w:style w:styleId=\"x\"><w:basedOn w:val=\"1\"/></w:style>"
            + "<w:style w:styleId=\"p\"><w:basedOn w:val=\"q\"/></w:style><w:style w:styleId=\"q\"><w:basedOn w:val=\"p\"/></w:style>"
        let paragraphs = try read(
            [
                "<w:pStyle w:val=\"1\"/>", "<w:pStyle w:val=\"x\"/>", "<w:pStyle w:val=\"p\"/>", "<w:outlineLvl w:val=\"2\"/>",
                "<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/>",
            ]
            .map { "<w:p><w:pPr>\($0)</w:pPr></w:p>" }.joined(), styles: styles)
        #expect(paragraphs.map(\.level) == [2, 2, nil, 3, nil])
    }

    @Test("A bookmark reaches over runs and paragraphs until it ends")
    func bookmarks() throws {
        let paragraphs = try read(
            "<w:p><w:bookmarkStart w:id=\"0\" w:name=\"a\"/><w:r><w:t>1</w:t></w:r></w:p><w:p><w:r><w:t>2</w:t></w:r><w:bookmarkEnd w:id=\"0\"/><w:r><w:t>3</w:t></w:r></w:p>"
        )
        #expect(paragraphs.map(\.runs) == [[DocumentRun("1", bookmark: "a")], [DocumentRun("2", bookmark: "a"), DocumentRun("3")]])
    }

    @Test("What is no text document is refused, and so are entities")
    func hostile() throws {
        var zip = ZipWriter()
        zip.add("word/document.xml", "<html/>")
        let html = try zip.data()
        #expect(refusal(as: FormatError.self) { try DocumentReader(data: html) } == .missingPart("word/document.xml"))
        #expect(refusal(as: FormatError.self) { try DocumentReader(data: Data([0xD0, 0xCF])) } == .notContainer)
        var laughs = ZipWriter()
        laughs.add("word/document.xml", "<!DOCTYPE x [<!ENTITY a \"ha\">]><w:document xmlns:w=\"\(DocumentParts.main)\">&a;</w:document>")
        let data = try laughs.data()
        #expect(refusal(as: FormatError.self) { try DocumentReader(data: data) } == .entities(part: "word/document.xml"))
        #expect(
            refusal(as: FormatError.self) { try texts(String(repeating: "<w:p/>", count: 1_100_000)) }
                == .tooLarge(part: "word/document.xml", limit: DocumentReader.usualLimit))
    }
}
