import Storage

/// Reads records from the table of a register, now or as of a change, with the titles that their references have.
struct RecordSelect {
    let layout: RecordLayout
    let permission: Permission
    let catalogue: Catalogue
    let asOf: Int64?

    /// The alias of the register's own rows in every condition.
    static let alias: Name = "r"

    /// `id`, `since`, then the table's columns.
    private var columns: SQL {
        let names = layout.table.columns.map { SQL("\(RecordSelect.alias).\($0)") }
        return "\(RecordSelect.alias).id, \(RecordSelect.alias).since, \(names, joined: ", ")"
    }

    /// What stands between FROM and WHERE.
    var source: SQL { "\(layout.table.source(asOf: asOf)) AS \(RecordSelect.alias)" }

    /// The records that meet a condition, in an order; `rest` is what follows the condition.
    func records(where condition: SQL, _ rest: SQL = .empty, in reading: Reading) throws -> [Record] {
        var found: [(id: Int64, since: Int64, row: [Value])] = []
        let visible = permission.condition(layout.register, alias: RecordSelect.alias)
        try reading.forEach("SELECT \(columns) FROM \(source) WHERE (\(condition)) AND \(visible) \(rest)") { row in
            found.append((row.integer(at: 0) ?? 0, row.integer(at: 1) ?? 0, Array(row.values.dropFirst(2))))
        }
        return try records(found, in: reading)
    }

    /// Records of rows that were read elsewhere.
    func records(_ rows: [(id: Int64, since: Int64, row: [Value])], in reading: Reading) throws -> [Record] {
        let shown = layout.slots.filter { permission.sees($0.field) }
        let titles = try titles(shown, rows.map(\.row), in: reading)
        return rows.map { id, since, row in
            var values: [Name: Value] = [:]
            var named: [Name: String] = [:]
            values.reserveCapacity(shown.count)
            for slot in shown where !row[slot.position].isNull {
                values[slot.field.id] = row[slot.position]
                guard let target = slot.field.kind.target, let number = row[slot.position].integer else { continue }
                named[slot.field.id] = titles[target]?[number]
            }
            return Record(
                register: layout.register.id, id: id, since: since, values: values, titles: named, state: layout.stateName(row),
                isVoid: row[layout.void] != 0, title: row[layout.title].text ?? "")
        }
    }

    /// The titles of the records that the rows point to, by register and number.
    private func titles(_ slots: [RecordLayout.Slot], _ rows: [[Value]], in reading: Reading) throws -> [Name: [Int64: String]] {
        var wanted: [Name: Set<Int64>] = [:]
        for slot in slots {
            guard let target = slot.field.kind.target else { continue }
            for row in rows { if let id = row[slot.position].integer { wanted[target, default: []].insert(id) } }
        }
        var titles: [Name: [Int64: String]] = [:]
        for (target, ids) in wanted {
            guard let register = catalogue.register(target) else { continue }
            titles[target] = try RecordSelect.titles(of: register, ids, asOf: asOf, in: reading)
        }
        return titles
    }

    /// The titles of some records of a register.
    static func titles(of register: Register, _ ids: Set<Int64>, asOf: Int64?, in reading: Reading) throws -> [Int64: String] {
        let source = register.table.source(asOf: asOf)
        let sorted = ids.sorted()
        var titles: [Int64: String] = [:]
        for start in stride(from: 0, to: sorted.count, by: 500) {
            let marks = sorted[start..<min(start + 500, sorted.count)].map { SQL("\($0)") }
            try reading.forEach("SELECT t.id, t.\(Register.titleColumn) FROM \(source) AS t WHERE t.id IN (\(marks, joined: ", "))") { row in
                if let id = row.integer(at: 0) { titles[id] = row.text(at: 1) }
            }
        }
        return titles
    }

    /// One row as it stands now, whole: for whoever writes it.
    static func row(_ id: Int64, _ layout: RecordLayout, in reading: Reading) throws -> (since: Int64, row: [Value])? {
        let names = layout.table.columns.map { SQL("\($0)") }
        guard let row = try reading.row("SELECT since, \(names, joined: ", ") FROM \(layout.table.current) WHERE id = \(id)") else { return nil }
        return (row.integer(at: 0) ?? 0, Array(row.values.dropFirst()))
    }
}
