import Foundation

/// A plain sheet of texts and numbers that is put behind those of a workbook.
public struct FormAddedSheet: Sendable {
    public var name: String
    /// Widths in letters of the columns; as many as the rows have cells.
    public var widths: [Double]
    /// The first row is the header, which stays in view.
    public var rows: [[SheetCell]]

    public init(_ name: String, widths: [Double], rows: [[SheetCell]]) {
        self.name = name
        self.widths = widths
        self.rows = rows
    }

    /// The sheet's part.
    var xml: Data {
        var writer = XMLWriter()
        writer.element("worksheet", ["xmlns": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"]) { writer in
            writer.element("sheetPr") { $0.element("pageSetUpPr", ["fitToPage": "1"]) }
            writer.element("sheetViews") { writer in
                writer.element("sheetView", ["workbookViewId": "0"]) { writer in
                    writer.element("pane", ["ySplit": "1", "topLeftCell": "A2", "activePane": "bottomLeft", "state": "frozen"])
                }
            }
            writer.element("cols") { writer in
                for (index, width) in widths.enumerated() {
                    writer.element("col", ["min": "\(index + 1)", "max": "\(index + 1)", "width": "\(width)", "customWidth": "1"])
                }
            }
            writer.element("sheetData") { writer in
                for (index, row) in rows.enumerated() {
                    writer.element("row", ["r": "\(index + 1)"]) { writer in
                        for (column, cell) in row.enumerated() {
                            FormAddedSheet.write(cell, at: FormPlace(row: index + 1, column: column + 1), to: &writer)
                        }
                    }
                }
            }
            // As wide as a page laid across, and as long as it takes.
            writer.element("pageSetup", ["paperSize": "9", "orientation": "landscape", "fitToHeight": "0"])
        }
        return Data(writer.text.utf8)
    }

    private static func write(_ cell: SheetCell, at place: FormPlace, to writer: inout XMLWriter) {
        switch cell {
        case .empty: break
        // A workbook keeps fifteen digits of a number and all of a text.
        case .number(let decimal) where decimal.count { $0.isNumber } <= 15:
            writer.element("c", ["r": "\(place)"]) { $0.element("v", text: decimal) }
        default:
            writer.element("c", ["r": "\(place)", "t": "inlineStr"]) { writer in
                writer.element("is") { writer in
                    writer.element("t", ["xml:space": "preserve"], text: XLSXText.encoded(String(cell.plain.prefix(32_767))))
                }
            }
        }
    }
}
