/// One sheet of a workbook that is to be filled: what stands in it and where.
public struct FormSheet: Sendable {
    /// Its name as on the tab.
    public let name: String
    /// Hidden from whoever opens the workbook.
    public let isHidden: Bool
    /// Only cells whose style is not locked may be typed into.
    public let isProtected: Bool
    /// The blocks of cells that are shown as one.
    public let merged: [CellRange]
    public let hiddenRows: Set<Int>
    let hiddenColumns: [ClosedRange<Int>]
    let part: String
    let scan: FormSheetScan.Found
    let contents: [FormPlace: SheetCell]
    let looks: [FormLook]
    let is1904: Bool

    /// The last row and column that hold anything; 0 in an empty sheet.
    public let last: FormPlace

    /// What stands at a place; a place that the sheet doesn't write has the style of its row or column.
    public func cell(_ place: FormPlace) -> FormCell {
        let element = scan.cells[place]
        return FormCell(content: contents[place] ?? .empty, hasFormula: element?.hasFormula ?? false, look: look(at: place))
    }

    /// Whether something stands at a place that isn't seen as content and isn't to be written over.
    public func isTaken(_ place: FormPlace) -> Bool { scan.cells[place]?.isTaken ?? false }

    /// Whether the sheet has a cell at a place, and be it blank: what has a border or a format has one.
    public func isWritten(_ place: FormPlace) -> Bool { scan.cells[place] != nil }

    /// Whether a column is hidden.
    public func isHidden(column: Int) -> Bool { hiddenColumns.contains { $0.contains(column) } }

    /// The style that a new cell at a place has: of its row, else of its column.
    func style(at place: FormPlace) -> Int? {
        if let element = scan.cells[place] { return element.style }
        return scan.rows[place.row]?.style ?? scan.columns.first { $0.range.contains(place.column) }?.style
    }

    private func look(at place: FormPlace) -> FormLook {
        guard let style = style(at: place), looks.indices.contains(style) else { return looks.first ?? FormLook() }
        return looks[style]
    }
}
