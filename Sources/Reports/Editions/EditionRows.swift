import Registers
import Storage

/// The rows of an edition's tables, before they are written or after they are read, without the edition's own number.
struct EditionRows {
    /// By table; in the order of `n`.
    private(set) var rows: [Name: [[Name: Value]]] = [:]

    subscript(table: Table) -> [[Name: Value]] { rows[table.name] ?? [] }

    /// Adds a row at the end of a table; `n` is given where the table has it.
    mutating func add(_ values: [Name: Value], to table: Table) {
        var row = values
        if table.column("n") != nil { row["n"] = .integer(Int64(self[table].count + 1)) }
        rows[table.name, default: []].append(row)
    }

    init() {}

    /// What is kept of an edition.
    init(_ edition: Int64, in reading: Reading) throws {
        for table in EditionTables.all where try reading.exists(table.name) {
            let order: SQL = table.column("n") == nil ? .empty : "ORDER BY n"
            try reading.forEach("SELECT \(table.columns.map { "\($0)" }, joined: ", ") FROM \(table) WHERE edition = \(edition) \(order)") { row in
                var values: [Name: Value] = [:]
                for (column, value) in zip(table.columns, row.values) where column.name != "edition" { values[column.name] = value }
                rows[table.name, default: []].append(values)
            }
        }
    }

    func write(_ edition: Int64, in writing: Writing) throws {
        for table in EditionTables.all {
            for var row in self[table] {
                row["edition"] = .integer(edition)
                try writing.insert(row, into: table)
            }
        }
    }

    /// All cells in the order of tables, rows and columns, each with its kind, so that no two contents read the same.
    var texts: [String] {
        var texts: [String] = []
        for table in EditionTables.all {
            texts.append("\(table.name.text) \(self[table].count)")
            for row in self[table] {
                for column in table.columns where column.name != "edition" {
                    switch row[column.name] ?? .null {
                    case .null: texts.append("-")
                    case .integer(let number): texts.append("i\(number)")
                    case .text(let text): texts.append("t" + text)
                    case .data(let bytes): texts.append("d\(bytes)")
                    }
                }
            }
        }
        return texts
    }
}
