import Foundation
import Testing

@testable import Formats

/// A workbook made by hand of sheets of cells. A cell is a text, `=formula`, nothing (`.`), or nothing with a number format (`.0.00`).
struct HandMadeForm {
    var sheets: [(name: String, rows: [[String]], merged: [String])]
    /// What stands behind the rows of the first sheet.
    var after = ""
    /// Rows of the first sheet that are hidden.
    var hidden: Set<Int> = []

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packages = "http://schemas.openxmlformats.org/package/2006"

    var data: Data {
        get throws {
            var codes: [String] = []
            var writer = ZipWriter()
            writer.add(
                "[Content_Types].xml",
                "<Types xmlns=\"\(Self.packages)/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>")
            writer.add(
                "_rels/.rels",
                "<Relationships xmlns=\"\(Self.packages)/relationships\"><Relationship Id=\"a\" Type=\"\(Self.office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            )
            let listed = sheets.enumerated().map { "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>" }.joined()
            writer.add("xl/workbook.xml", "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><sheets>\(listed)</sheets></workbook>")
            let links = sheets.indices.map {
                "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(Self.office)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
            }.joined()
            writer.add(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"\(Self.packages)/relationships\">\(links)<Relationship Id=\"s\" Type=\"\(Self.office)/styles\" Target=\"styles.xml\"/></Relationships>"
            )
            for (index, sheet) in sheets.enumerated() {
                writer.add("xl/worksheets/sheet\(index + 1).xml", xml(sheet.rows, sheet.merged, isFirst: index == 0, &codes))
            }
            let formats = codes.enumerated().map { "<numFmt numFmtId=\"\(170 + $0)\" formatCode=\"\($1)\"/>" }.joined()
            let styles = (["<xf/>"] + codes.indices.map { "<xf numFmtId=\"\(170 + $0)\"/>" }).joined()
            writer.add("xl/styles.xml", "<styleSheet xmlns=\"\(Self.main)\"><numFmts>\(formats)</numFmts><cellXfs>\(styles)</cellXfs></styleSheet>")
            return try writer.data()
        }
    }

    private func xml(_ rows: [[String]], _ merged: [String], isFirst: Bool, _ codes: inout [String]) -> String {
        var text = "<worksheet xmlns=\"\(Self.main)\"><sheetData>"
        for (row, cells) in rows.enumerated() {
            text += "<row r=\"\(row + 1)\"\(isFirst && hidden.contains(row + 1) ? " hidden=\"1\"" : "")>"
            for (column, cell) in cells.enumerated() {
                let place = FormPlace(row: row + 1, column: column + 1)
                if cell.isEmpty { continue }
                if cell.hasPrefix(".") {
                    let code = String(cell.dropFirst())
                    if !code.isEmpty, !codes.contains(code) { codes.append(code) }
                    let style = codes.firstIndex(of: code).map { " s=\"\($0 + 1)\"" } ?? ""
                    text += "<c r=\"\(place)\"\(style)/>"
                } else if cell.hasPrefix("=") {
                    text += "<c r=\"\(place)\"><f>\(cell.dropFirst())</f><v>0</v></c>"
                } else {
                    text += "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
                }
            }
            text += "</row>"
        }
        text += "</sheetData>" + (isFirst ? after : "")
        if !merged.isEmpty { text += "<mergeCells>" + merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>" }
        return text + "</worksheet>"
    }

    /// What stands in a cell of a file; the formula where it has one.
    static func cell(_ file: Data, _ sheet: String, _ row: Int, _ column: Int) throws -> String {
        let sheet = try #require(try FormWorkbook(data: file).sheets.first { $0.name == sheet })
        let cell = sheet.cell(FormPlace(row: row, column: column))
        return cell.hasFormula ? "formula" : cell.content.plain
    }
}
