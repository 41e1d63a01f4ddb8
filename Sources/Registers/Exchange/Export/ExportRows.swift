import Storage

/// The rows of a query, all of them, one after another.
struct ExportRows {
    private let query: Query
    private let catalogue: Catalogue
    private let permission: Permission
    private let alias: Name = "r"

    init(_ query: Query, _ catalogue: Catalogue, _ permission: Permission) {
        self.query = query
        self.catalogue = catalogue
        self.permission = permission
    }

    func count(in reading: Reading) throws -> Int {
        Int(try reading.value("SELECT count(*) FROM \(source) WHERE \(condition(reading.dialect))").integer ?? 0)
    }

    /// Hands over each row's values in the order of the table's columns.
    func forEach(in reading: Reading, _ body: ([Value]) throws -> Void) throws {
        let names = query.register.table.columns.map { SQL("\(alias).\($0)") }
        try reading.forEach(
            "SELECT \(names, joined: ", ") FROM \(source) WHERE \(condition(reading.dialect)) ORDER BY \(order, joined: ", ")"
        ) { row in
            try body(row.values)
        }
    }

    private var source: SQL { "\(query.register.table.source(asOf: query.asOf)) AS \(alias)" }

    private func condition(_ dialect: any Dialect) -> SQL {
        var parts: [SQL] = [permission.condition(query.register, alias: alias)]
        parts.append(query.showsVoid ? "\(alias).\(Register.voidColumn) <> 0" : "\(alias).\(Register.voidColumn) = 0")
        parts.append(query.filters.condition(alias, dialect, catalogue, asOf: query.asOf))
        parts += SearchText.words(query.search).map { dialect.contains("\(alias).\(Register.searchColumn)", $0) }
        return parts.map { SQL("(\($0))") }.joined(by: " AND ")
    }

    /// The query's own order, then the order in which the records came into the book.
    private var order: [SQL] {
        let table = query.register.table
        var order: [SQL] = query.sort.compactMap { field, descending in
            let column = field == Register.titleColumn ? Register.searchColumn : query.register.field(field)?.column ?? field
            guard table.position(of: column) != nil else { return nil }
            return descending ? "\(alias).\(column) DESC" : "\(alias).\(column)"
        }
        order.append("\(alias).id")
        return order
    }
}
