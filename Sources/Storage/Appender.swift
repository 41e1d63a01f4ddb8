/// Adds many new rows to a versioned table, each by `add`.
public final class Appender {
    private let filler: any Filler
    private let content: TableContent
    private let spelling: AppendSpelling
    private var row: NewRow

    init(to table: VersionedTable, columns: [Name], in writing: Writing) throws {
        let kinds = try columns.map { name in
            guard let column = table.column(name) else { throw StoreError(.other, detail: "no column \(name.text) in \(table.name.text)") }
            return column
        }
        guard Set(columns).count == columns.count else { throw StoreError(.other, detail: "a column twice in \(table.name.text)") }
        content = try writing.content(of: table)
        let names = columns.map { SQL(", \($0)") }
        let marks = columns.map { _ in SQL(", \(Value.null)") }
        let sql: SQL =
            "INSERT INTO \(table.current) (since\(names, joined: .empty)) VALUES (\(writing.change.number)\(marks, joined: .empty))"
        filler = try writing.connection.filler(writing.dialect.render(sql).text, constant: writing.change.number)
        spelling = AppendSpelling(table.encoding, order: columns.map { table.position(of: $0) ?? 0 })
        row = NewRow(kinds)
    }

    /// Adds a row that the closure fills, column after column. Answers its number.
    @discardableResult
    public func add(_ fill: (inout NewRow) throws -> Void) throws -> Int64 { try add(&row, fill) }

    /// Takes the row once for all its steps: each access to a stored property of a class is checked.
    @inline(__always)
    private func add(_ row: inout NewRow, _ fill: (inout NewRow) throws -> Void) throws -> Int64 {
        row.start()
        try fill(&row)
        try row.check()
        let id = try filler.run(row)
        content.add(id, row, spelling)
        return id
    }

    /// Adds a row of values in the order of the columns. Answers its number.
    @discardableResult
    public func add(_ values: [Value]) throws -> Int64 {
        try add { row in
            for value in values { row.value(value) }
        }
    }
}
