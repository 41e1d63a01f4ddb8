/// A table as it should be.
public struct Table: Sendable, Hashable {
    /// Its name, unique in the book.
    public var name: Name
    /// Its columns; the key first.
    public var columns: [Column]
    /// Columns that are unique together, each list one constraint. Rows with a null in the list do not clash.
    public var uniques: [[Name]]
    /// Columns by which rows are found, each list one index.
    public var indexes: [[Name]]

    /// A table of columns.
    public init(_ name: Name, _ columns: [Column], uniques: [[Name]] = [], indexes: [[Name]] = []) {
        self.name = name
        self.columns = columns
        self.uniques = uniques
        self.indexes = indexes
    }

    /// The column of that name.
    public func column(_ name: Name) -> Column? { columns.first { $0.name == name } }
}

/// A column as it should be.
public struct Column: Sendable, Hashable {
    /// What a column holds.
    public enum Kind: Sendable, Hashable { case integer, text, data }

    /// Its name, unique in the table.
    public var name: Name
    /// What it holds.
    public var kind: Kind
    /// The row's own number, given by the database. At most one a table, the first.
    public var isKey: Bool
    /// Whether every row must have a value; enforced by the database.
    public var isRequired: Bool
    /// The table whose key this column holds; enforced by the database.
    public var references: Name?
    /// What rows get that were there before the column.
    public var initial: Value

    /// A column; by default optional, and empty for rows that were there before it.
    public init(
        _ name: Name, _ kind: Kind, isKey: Bool = false, isRequired: Bool = false, references: Name? = nil, initial: Value = .null
    ) {
        self.name = name
        self.kind = kind
        self.isKey = isKey
        self.isRequired = isRequired
        self.references = references
        self.initial = initial
    }
}
