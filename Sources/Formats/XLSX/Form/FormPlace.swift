/// A cell's place in a sheet; row and column count from 1.
public struct FormPlace: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let row: Int
    public let column: Int

    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// As workbooks write it, `B3`.
    public var description: String { CellReference.letters(column - 1) + String(row) }

    /// Row by row, then from the left.
    public static func < (left: FormPlace, right: FormPlace) -> Bool { (left.row, left.column) < (right.row, right.column) }
}
