import Formats
import Registers
import Storage

/// A sheet as a person sees it: a merged block is one cell, and its text stands in all of it.
struct FormGrid {
    /// A text of the sheet, with the block of cells that it stands in.
    struct Label: Hashable {
        var text: String
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    let sheet: FormSheet
    let last: FormPlace
    private var blocks: [FormPlace: CellRange] = [:]
    /// The rows that are the head of a table: more of their cells are words than are blank or numbers.
    private(set) var heads: Set<Int> = []
    /// The columns whose texts are units of measure.
    private(set) var unitColumns: Set<Int> = []

    /// No form that people fill is larger.
    static let greatest = FormPlace(row: 2000, column: 200)

    /// Throws `Refused` for a sheet that no person fills.
    init(_ sheet: FormSheet) throws(Refused) {
        guard sheet.last.row <= FormGrid.greatest.row, sheet.last.column <= FormGrid.greatest.column else {
            throw Refused(
                zh:
                    "工作表“\(sheet.name)”有 \(sheet.last.row) 行 \(sheet.last.column) 列，不像人填的报表（最多 \(FormGrid.greatest.row) 行 \(FormGrid.greatest.column) 列）。",
                en:
                    "The sheet “\(sheet.name)” has \(sheet.last.row) rows and \(sheet.last.column) columns; a form that people fill has at most \(FormGrid.greatest.row) and \(FormGrid.greatest.column)."
            )
        }
        self.sheet = sheet
        last = sheet.last
        for block in sheet.merged {
            for row in block.rows.clamped(to: 1...max(1, last.row)) {
                for column in block.columns.clamped(to: 1...max(1, last.column)) {
                    blocks[FormPlace(row: row, column: column)] = block
                }
            }
        }
        findHeads()
    }

    private mutating func findHeads() {
        guard last.row > 0, last.column > 0 else { return }
        for row in 1...last.row {
            var (words, others) = (Set<Label>(), 0)
            for column in 1...last.column {
                let place = FormPlace(row: row, column: column)
                if let label = label(place) {
                    words.insert(label)
                    if FormGrid.unitHeads.contains(HeaderText(label.text).whole) { unitColumns.formUnion(label.columns) }
                } else if anchor(place) == place, sheet.isWritten(place) {
                    others += 1
                }
            }
            if words.count > others { heads.insert(row) }
        }
    }

    private static let unitHeads: Set<String> = ["计量单位", "单位", "指标单位"]

    /// The first cell of the block that a place is in.
    func anchor(_ place: FormPlace) -> FormPlace {
        blocks[place].map { FormPlace(row: $0.rows.lowerBound, column: $0.columns.lowerBound) } ?? place
    }

    /// The text that is seen at a place; nil where there is none, a number, or only a dash.
    func label(_ place: FormPlace) -> Label? {
        let anchor = anchor(place)
        let cell = sheet.cell(anchor)
        guard !cell.hasFormula, case .text(let text) = cell.content else { return nil }
        let plain = Narrow.trimmed(text)
        guard !plain.isEmpty, plain.utf8.count <= 400, !FormGrid.dashes.contains(Narrow.text(plain)) else { return nil }
        let block = blocks[place]
        return Label(text: plain, rows: block?.rows ?? place.row...place.row, columns: block?.columns ?? place.column...place.column)
    }

    /// The cells that hold nothing, compute nothing and are not the covered part of a block.
    var blanks: [FormPlace] {
        guard last.row > 0, last.column > 0 else { return [] }
        var blanks: [FormPlace] = []
        for row in 1...last.row {
            for column in 1...last.column {
                let place = FormPlace(row: row, column: column)
                if anchor(place) == place, sheet.cell(place).isBlank, !sheet.isTaken(place) { blanks.append(place) }
            }
        }
        return blanks
    }

    private static let dashes: Set<String> = ["-", "--", "—", "——", "/", "…", "……", "×", "x", "X"]
}
