extension Writing {
    /// Adds a row; columns that are not named get their initial value. Answers its number.
    @discardableResult
    public func add(_ values: [Name: Value], to table: VersionedTable) throws -> Int64 {
        try add(try table.row(values), to: table)
    }

    /// Adds a row whose values stand in the order of the table's columns. Answers its number.
    @discardableResult
    public func add(_ values: [Value], to table: VersionedTable) throws -> Int64 {
        try table.check(values)
        let content = try content(of: table)
        let names = table.columns.map { SQL(", \($0)") }
        let marks = values.map { SQL(", \($0)") }
        try execute(
            "INSERT INTO \(table.current) (since\(names, joined: .empty)) VALUES (\(change.number)\(marks, joined: .empty))")
        let id = connection.lastKey
        content.add(id, values)
        return id
    }

    /// Replaces some columns of a row; the version before goes to the past table. Answers whether anything differed:
    /// where nothing does, nothing is written. Throws `missing` where there is no such row.
    @discardableResult
    public func replace(_ id: Int64, with values: [Name: Value], in table: VersionedTable) throws -> Bool {
        let names = table.columns.map { SQL(", \($0)") }
        guard let row = try row("SELECT since\(names, joined: .empty) FROM \(table.current) WHERE id = \(id)"),
            let since = row.integer(at: 0)
        else { throw StoreError(.missing(table: table.name.text, id: id)) }
        let before = Array(row.values.dropFirst())
        let after = try table.row(values, over: before)
        let differing = table.columns.indices.filter { !after[$0].isIdentical(to: before[$0]) }
        guard !differing.isEmpty else { return false }
        let content = try content(of: table)
        let sets = differing.map { SQL(", \(table.columns[$0]) = \(after[$0])") }
        try execute("UPDATE \(table.current) SET since = \(change.number)\(sets, joined: .empty) WHERE id = \(id)")
        content.replace(id, after)
        guard since != change.number else { return true }
        do {
            let marks = before.map { SQL(", \($0)") }
            try execute(
                """
                INSERT INTO \(table.past) (id, since, until\(names, joined: .empty)) \
                VALUES (\(id), \(since), \(change.number)\(marks, joined: .empty))
                """)
        } catch {
            failure = error
            throw error
        }
        return true
    }

    /// Adds many rows by one prepared statement. `columns` are the ones that the rows will fill, in that order; the others
    /// get their initial value.
    @discardableResult
    public func append<T>(to table: VersionedTable, columns: [Name], _ body: (Appender) throws -> T) throws -> T {
        let appender = try Appender(to: table, columns: columns, in: self)
        return try body(appender)
    }
}

extension VersionedTable {
    /// A whole row from the named values, the others as in `base` or initial.
    func row(_ values: [Name: Value], over base: [Value]? = nil) throws -> [Value] {
        var row = base ?? columns.map(\.initial)
        for (column, value) in values {
            guard let position = position(of: column) else { throw StoreError(.other, detail: "no column \(column.text) in \(name.text)") }
            row[position] = value
        }
        try check(row)
        return row
    }

    /// Refuses values of another kind than their column's: the database would convert them silently.
    func check(_ values: [Value]) throws {
        guard values.count == columns.count else { throw StoreError(.other, detail: "\(values.count) values for \(name.text)") }
        for (value, column) in zip(values, columns) where !column.kind.admits(value) {
            throw StoreError(.other, detail: "a value of another kind in \(name.text).\(column.name.text)")
        }
    }
}

extension Column.Kind {
    func admits(_ value: Value) -> Bool {
        switch (self, value) {
        case (_, .null), (.integer, .integer), (.text, .text), (.data, .data): true
        default: false
        }
    }
}
