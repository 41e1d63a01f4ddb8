import Foundation
import Formats

/// A workbook of one sheet that is written by hand.
enum TestWorkbook {
    static func data(sheet: String) throws -> Data {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        var zip = ZipWriter()
        zip.add(
            "_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
        zip.add(
            "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"\(office)\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
        )
        zip.add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"\(office)/worksheet\" Target=\"worksheets/one.xml\"/></Relationships>")
        zip.add("xl/worksheets/one.xml", sheet)
        return try zip.data()
    }

    /// Rows of a file, CSV or workbook, as an import would meet them.
    static func rows(_ path: String) throws -> [[SheetCell]] {
        let isText = try FileKind(path: path) == .other
        let reader: any SheetReader = isText ? try CSVReader(path: path) : try XLSXWorkbook(path: path).reader()
        var rows: [[SheetCell]] = []
        while let row = try reader.next() { rows.append(row.cells) }
        return rows
    }
}
