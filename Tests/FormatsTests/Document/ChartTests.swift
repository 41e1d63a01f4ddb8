import Foundation
import Testing

@testable import Formats

@Suite("A chart in a document")
struct ChartTests {
    private let chart = DocumentChart(
        title: "图1 2021—2022年产值、税收<亿元>", categories: ["2021年", "2022年"],
        series: [.init("产值", ["640.48", "742.31"], places: 2), .init("税收 & 费", [nil, "15.87"], places: 2)])

    private func zip() throws -> ZipReader {
        try ZipReader(
            data: DocumentWriter(
                Document(title: "报告", author: "园区", made: (2023, 1, 5), blocks: [.chart(chart), .paragraph([DocumentRun("正文")])])
            ).data())
    }

    private func part(_ name: String) throws -> String {
        let zip = try zip()
        return try String(decoding: zip.data(#require(zip.entry(name))), as: UTF8.self)
    }

    @Test("The text shows it by its relation, with its title below")
    func shown() throws {
        let body = try part("word/document.xml")
        #expect(body.contains("<c:chart r:id=\"rIdChart1\"/>"))
        #expect(body.contains("图1 2021—2022年产值、税收&lt;亿元&gt;</w:t>"))
        #expect(
            try part("word/_rels/document.xml.rels").contains("Id=\"rIdChart1\" Type=\"\(DocumentParts.office)/chart\" Target=\"charts/chart1.xml\""))
        #expect(try part("[Content_Types].xml").contains("/word/charts/chart1.xml"))
    }

    @Test("It keeps its numbers as they are printed, leaves a gap where there is none, and begins at zero")
    func numbers() throws {
        let text = try part("word/charts/chart1.xml")
        #expect(text.contains("<c:pt idx=\"0\"><c:v>640.48</c:v></c:pt><c:pt idx=\"1\"><c:v>742.31</c:v></c:pt>"))
        #expect(text.contains("<c:ptCount val=\"2\"/><c:pt idx=\"1\"><c:v>15.87</c:v></c:pt></c:numCache>"))
        #expect(text.contains("<c:v>税收 &amp; 费</c:v>") && text.contains("<c:min val=\"0\"/>") && text.contains("<c:legend>"))
        #expect(text.contains("<c:f>Data!$C$2:$C$3</c:f>") && text.contains("<c:formatCode>0.00</c:formatCode>"))
    }

    @Test("A chart that goes below zero lets its axis do so")
    func negative() {
        let loss = DocumentChart(title: "", categories: ["2022年"], series: [.init("利润", ["-1.5"], places: 1)])
        #expect(!ChartPart(chart: loss, page: .official).text.contains("<c:min "))
    }

    @Test("The workbook inside holds the same numbers, and our own reader reads them back")
    func workbook() throws {
        let zip = try zip()
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("chart-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: path) }
        try zip.data(#require(zip.entry("word/embeddings/chart1.xlsx"))).write(to: path)
        let book = try XLSXWorkbook(path: path.path)
        let reader = try book.reader()
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(row.cells.map(\.plain)) }
        #expect(rows == [["", "产值", "税收 & 费"], ["2021年", "640.48"], ["2022年", "742.31", "15.87"]])
    }

    @Test("Columns are lettered as workbooks letter them")
    func columns() { #expect([0, 25, 26, 51, 52, 701, 702].map { ChartWorkbook.column($0) } == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]) }
}
