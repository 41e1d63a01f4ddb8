/// A table in two times: what is so now, and what was so before.
///
/// A row carries the change `since` which it is so. When it is replaced, the version before moves to the past table
/// with the change `until` which it was so. Nothing is deleted: to void a record is a column of the register.
public struct VersionedTable: Sendable, Hashable {
    /// The name of the current table.
    public let name: Name
    /// The register's own columns, without `id` and `since`.
    public let columns: [Column]
    /// What is so now: `id`, `since`, then the columns.
    public let current: Table
    /// What was so before: `id`, `since`, `until`, then the columns. It has no uniques and no references.
    public let past: Table

    let encoding: RowEncoding
    private let positions: [Name: Int]

    /// The column that numbers a row, in both tables.
    public static let id = Column("id", .integer, isKey: true)
    /// The change since which a version is so.
    public static let since = Column("since", .integer, isRequired: true, references: "change")
    /// The change until which a past version was so.
    public static let until = Column("until", .integer, isRequired: true, references: "change")

    /// A register's table; `columns` without `id` and `since`, those that are retired among them.
    public init(_ name: Name, _ columns: [Column], uniques: [[Name]] = [], indexes: [[Name]] = []) {
        self.name = name
        self.columns = columns
        current = Table(
            name, [VersionedTable.id, VersionedTable.since] + columns, uniques: uniques, indexes: indexes)
        let remembered = columns.map { Column($0.name, $0.kind, initial: $0.initial) }
        past = Table(
            name.appending("_past"),
            [Column("id", .integer, isRequired: true), Column("since", .integer, isRequired: true), VersionedTable.until] + remembered,
            indexes: [["id", "since"], ["until"]])
        encoding = RowEncoding(columns: columns)
        positions = Dictionary(columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Both tables, for `Store.plan`.
    public var tables: [Table] { [current, past] }

    /// The column of that name.
    public func column(_ name: Name) -> Column? { positions[name].map { columns[$0] } }

    /// Where a column stands among `columns`.
    public func position(of column: Name) -> Int? { positions[column] }

    /// What stands after FROM, for the caller to alias: the current table, or the rows as they were known when the
    /// change of that number was the last.
    public func source(asOf number: Int64?) -> SQL {
        guard let number else { return "\(current)" }
        let names: SQL = "\(([VersionedTable.id, VersionedTable.since] + columns).map { "\($0)" }, joined: ", ")"
        return """
            (SELECT \(names) FROM \(current) WHERE +since <= \(number) \
            UNION ALL SELECT \(names) FROM \(past) WHERE +since <= \(number) AND until > \(number))
            """
    }

    /// The versions that a change made, as a piece to stand after FROM, for the caller to alias: `id`, `since`, then the columns.
    public func source(madeBy number: Int64) -> SQL {
        let names: SQL = "\(([VersionedTable.id, VersionedTable.since] + columns).map { "v.\($0)" }, joined: ", ")"
        func part(_ table: Table) -> SQL {
            """
            SELECT \(names) FROM \(SystemTables.touched) AS x JOIN \(table) AS v ON v.id BETWEEN x.first AND x.last \
            WHERE x.change = \(number) AND x.register = \(name.text) AND v.since = \(number)
            """
        }
        return "(\(part(current)) UNION ALL \(part(past)))"
    }
}
