/// One row of a table. Rows that are wholly empty are left out, so numbers may jump.
public struct SheetRow: Sendable, Hashable {
    /// The row as a spreadsheet counts it, from 1.
    public let number: Int
    /// The line of the file on which it begins, where that is another: cells of CSV may hold line ends.
    public let line: Int
    /// The cells from the first column to the last that holds something.
    public let cells: [SheetCell]

    /// A row of a reader.
    public init(number: Int, line: Int, cells: [SheetCell]) {
        self.number = number
        self.line = line
        self.cells = cells
    }

    /// The cell of a column counted from 0; empty beyond the last.
    public subscript(column: Int) -> SheetCell { cells.indices.contains(column) ? cells[column] : .empty }
}
