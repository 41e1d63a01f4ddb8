import Foundation

/// The little workbook inside a document that holds a chart's numbers, so that its data can be edited where the document is.
struct ChartWorkbook {
    let chart: DocumentChart

    /// The sheet that the chart's ranges name.
    static let sheet = "Data"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    /// The file. Throws `FormatError.unwritable`.
    func data() throws -> Data {
        var zip = ZipWriter()
        zip.add("[Content_Types].xml", contentTypes)
        zip.add("_rels/.rels", relations([("\(DocumentParts.office)/officeDocument", "xl/workbook.xml")]))
        zip.add("xl/workbook.xml", workbook)
        zip.add("xl/_rels/workbook.xml.rels", relations([("\(DocumentParts.office)/worksheet", "worksheets/sheet1.xml")]))
        zip.add("xl/worksheets/sheet1.xml", rows)
        return try zip.data()
    }

    /// The letters of a column, counted from 0.
    static func column(_ place: Int) -> String {
        guard place >= 26 else { return String(UnicodeScalar(UInt8(65 + place))) }
        return column(place / 26 - 1) + column(place % 26)
    }

    private var contentTypes: String {
        var xml = XMLWriter()
        xml.element("Types", ["xmlns": "\(ChartWorkbook.package)/content-types"]) { xml in
            xml.element("Default", ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"])
            xml.element("Default", ["Extension": "xml", "ContentType": "application/xml"])
            xml.element("Override", ["PartName": "/xl/workbook.xml", "ContentType": "\(ChartWorkbook.kind).sheet.main+xml"])
            xml.element("Override", ["PartName": "/xl/worksheets/sheet1.xml", "ContentType": "\(ChartWorkbook.kind).worksheet+xml"])
        }
        return xml.text
    }

    private func relations(_ targets: [(type: String, part: String)]) -> String {
        var xml = XMLWriter()
        xml.element("Relationships", ["xmlns": "\(ChartWorkbook.package)/relationships"]) { xml in
            for (place, target) in targets.enumerated() {
                xml.element("Relationship", ["Id": "rId\(place + 1)", "Type": target.type, "Target": target.part])
            }
        }
        return xml.text
    }

    private var workbook: String {
        var xml = XMLWriter()
        xml.element("workbook", ["xmlns": ChartWorkbook.main, "xmlns:r": DocumentParts.office]) { xml in
            xml.element("sheets") { $0.element("sheet", ["name": ChartWorkbook.sheet, "sheetId": "1", "r:id": "rId1"]) }
        }
        return xml.text
    }

    private var rows: String {
        var xml = XMLWriter()
        xml.element("worksheet", ["xmlns": ChartWorkbook.main]) { xml in
            xml.element("sheetData") { xml in
                xml.element("row", ["r": "1"]) { xml in
                    for (place, series) in chart.series.enumerated() { word(series.name, "\(ChartWorkbook.column(place + 1))1", &xml) }
                }
                for (index, category) in chart.categories.enumerated() {
                    let row = String(index + 2)
                    xml.element("row", ["r": row]) { xml in
                        word(category, "A" + row, &xml)
                        for (place, series) in chart.series.enumerated() {
                            guard index < series.values.count, let value = series.values[index] else { continue }
                            xml.element("c", ["r": ChartWorkbook.column(place + 1) + row]) { $0.element("v", text: value) }
                        }
                    }
                }
            }
        }
        return xml.text
    }

    private func word(_ text: String, _ cell: String, _ xml: inout XMLWriter) {
        xml.element("c", ["r": cell, "t": "inlineStr"]) { xml in
            xml.element("is") { $0.element("t", ["xml:space": "preserve"], text: text) }
        }
    }
}
