public import Storage

/// How much of one register is late with one holder.
public struct Lateness: Sendable {
    public let register: Register
    /// The field that says whose it is, and what stands in it; nil where it stands nowhere.
    public let holder: (field: Name, value: Value)?
    /// For people; nil where it stands nowhere.
    public let whose: Words?
    public let count: Int
    /// The oldest limit that was missed.
    public let oldest: Day
    /// The day on which it was counted.
    public let asOf: Day
}

extension Records {
    /// What is late and whose it is, of all that may be seen; the most first within a holder.
    public func lateness(on today: Day, in reading: Reading) throws -> [Lateness] {
        try book.catalogue.registers.compactMap { WorkRows($0, permission) }.flatMap { rows in try lateness(rows, today, in: reading) }
    }

    private func lateness(_ rows: WorkRows, _ today: Day, in reading: Reading) throws -> [Lateness] {
        guard let late = rows.late(on: today), let due = rows.due else { return [] }
        let register = rows.register
        let fields = rows.work.whose.compactMap { register.field($0) }.filter { permission.sees($0) }
        let groups = fields.map { SQL("\(WorkRows.alias).\($0.column)") }
        let columns = groups.map { SQL("\($0), ") }
        let grouped: SQL = groups.isEmpty ? .empty : "GROUP BY \(groups, joined: ", ")"
        let visible = permission.condition(register, alias: WorkRows.alias)
        let found = try reading.rows(
            """
            SELECT \(columns, joined: .empty)count(*), min(\(due)) FROM \(register.table.current) AS \(WorkRows.alias) \
            WHERE (\(late)) AND \(visible) \(grouped)
            """)
        var sums: [Holder: (count: Int, oldest: Int64)] = [:]
        for row in found {
            guard let count = row.integer(at: fields.count), count > 0, let oldest = row.integer(at: fields.count + 1) else { continue }
            let index = fields.indices.first { !row[$0].isNull && row[$0].text != "" }
            let holder = Holder(field: index, value: index.map { row[$0] } ?? .null)
            let before = sums[holder]
            sums[holder] = ((before?.count ?? 0) + Int(count), min(before?.oldest ?? .max, oldest))
        }
        let titles = try titles(sums.keys, fields, in: reading)
        return sums.compactMap { holder, sum in
            guard let oldest = Day(number: sum.oldest) else { return nil }
            let field = holder.field.map { fields[$0] }
            let title = field?.kind.target.flatMap { target in holder.value.integer.flatMap { titles[target]?[$0] } }
            let text = field.map { Words(zh: $0.kind.text(holder.value, .zh), en: $0.kind.text(holder.value, .en)) }
            return Lateness(
                register: register, holder: field.map { ($0.id, holder.value) }, whose: title.map { Words(zh: $0, en: $0) } ?? text,
                count: sum.count, oldest: oldest, asOf: today)
        }
        .sorted { ($1.count, $0.whose?.zh ?? "") < ($0.count, $1.whose?.zh ?? "") }
    }

    private struct Holder: Hashable {
        let field: Int?
        let value: Value
    }

    private func titles(_ holders: some Sequence<Holder>, _ fields: [Field], in reading: Reading) throws -> [Name: [Int64: String]] {
        var wanted: [Name: Set<Int64>] = [:]
        for holder in holders {
            guard let target = holder.field.flatMap({ fields[$0].kind.target }), let id = holder.value.integer else { continue }
            wanted[target, default: []].insert(id)
        }
        var titles: [Name: [Int64: String]] = [:]
        for (target, ids) in wanted {
            guard let register = book.catalogue.register(target) else { continue }
            titles[target] = try RecordSelect.titles(of: register, ids, asOf: nil, in: reading)
        }
        return titles
    }
}
