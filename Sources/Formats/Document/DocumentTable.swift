/// A table with ruled cells as wide as the text.
public struct DocumentTable: Sendable, Hashable {
    /// How the cells of a column stand.
    public enum Alignment: String, Sendable, Hashable {
        /// For words.
        case left
        /// For short words of like length.
        case center
        /// For figures.
        case right
    }

    /// A column.
    public struct Column: Sendable, Hashable {
        /// What its header says.
        public var title: String
        /// How its cells stand; headers stand in the middle.
        public var alignment: Alignment
        /// Its part of the width, against the parts of the others.
        public var share: Int

        /// A column.
        public init(_ title: String, _ alignment: Alignment = .left, share: Int = 1) {
            self.title = title
            self.alignment = alignment
            self.share = share
        }
    }

    /// A line above the table, or nil.
    public var title: String?
    /// The columns. Their titles are repeated on every page that the table runs over.
    public var columns: [Column]
    /// Rows of cells of runs; short rows are filled up, cells beyond the columns left out.
    public var rows: [[[DocumentRun]]]

    /// Whether its letters are of size 五号 rather than 小四, for long tables of an annex.
    public var isSmall: Bool

    /// A table.
    public init(title: String? = nil, columns: [Column], rows: [[[DocumentRun]]], isSmall: Bool = false) {
        self.title = title
        self.isSmall = isSmall
        self.columns = columns
        self.rows = rows
    }
}
