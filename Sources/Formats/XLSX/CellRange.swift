/// A block of cells that a sheet shows as one; its content stands in the first. Rows and columns count from 1.
public struct CellRange: Hashable, Sendable, CustomStringConvertible {
    /// First and last row.
    public let rows: ClosedRange<Int>
    /// First and last column.
    public let columns: ClosedRange<Int>

    /// As workbooks write it, `A1:C2`.
    public var description: String {
        "\(CellReference.letters(columns.lowerBound - 1))\(rows.lowerBound):\(CellReference.letters(columns.upperBound - 1))\(rows.upperBound)"
    }

    init?(_ text: String) {
        let ends = text.split(separator: ":")
        guard let first = ends.first, let last = ends.last, ends.count <= 2,
            let from = String(first).withCString({ CellReference($0) }), let to = String(last).withCString({ CellReference($0) }),
            from.row <= to.row, from.column <= to.column
        else { return nil }
        rows = from.row...to.row
        columns = from.column...to.column
    }
}
