public import Storage

/// What was and what is: the versions of a record, what a change did, and whether it can be undone.
public struct History: Sendable {
    public let book: Book
    public let permission: Permission

    public init(_ book: Book, _ permission: Permission) {
        self.book = book
        self.permission = permission
    }

    /// The versions of a record, newest first; none where it may not be seen.
    public func versions(of id: Int64, in register: Register, _ reading: Reading) throws -> [Version] {
        guard permission.sees(register), let layout = try visible(id, register, reading) else { return [] }
        let rows = try rows(layout, "id = \(id)", until: "id = \(id)", reading).sorted { $0.since < $1.since }
        let records = try select(layout).records(rows, in: reading)
        return try records.indices.reversed().compactMap { index in
            let before = index > 0 ? (rows[index - 1].row, records[index - 1]) : nil
            return try version(layout, rows[index].row, records[index], before: before, reading)
        }
    }

    /// What a change did to the records that may be seen, register by register in the order of the menu; at most `limit` records
    /// of each register. How many there are, `counts` says.
    public func written(by number: Int64, limit: Int = 200, _ reading: Reading) throws -> [Version] {
        var versions: [Version] = []
        for register in book.catalogue.registers where permission.sees(register) {
            let layout = RecordLayout(register)
            let page = reading.dialect.limit(limit, offset: 0)
            let rows = try rows(layout, "since = \(number)", until: "since = \(number)", reading, page: page)
            guard !rows.isEmpty else { continue }
            let records = try select(layout).records(rows, in: reading)
            let former = try former(layout, number, rows.map(\.id), reading)
            let formerRecords = try select(layout).records(former, in: reading)
            let byNumber = Dictionary(zip(former.map(\.id), zip(former.map(\.row), formerRecords)), uniquingKeysWith: { first, _ in first })
            for (row, record) in zip(rows, records) {
                let before = byNumber[row.id].map { ($0.0, $0.1) }
                if let version = try version(layout, row.row, record, before: before, reading) { versions.append(version) }
            }
        }
        return versions
    }

    /// How many records of each register a change added and changed.
    public func counts(by number: Int64, _ reading: Reading) throws -> [(register: Register, added: Int, changed: Int)] {
        try book.catalogue.registers.filter { permission.sees($0) }.compactMap { register in
            let table = register.table
            let changed = Int(try reading.value("SELECT count(*) FROM \(table.past) WHERE until = \(number)").integer ?? 0)
            let now = try reading.value("SELECT count(*) FROM \(table.current) WHERE since = \(number)").integer ?? 0
            let then = try reading.value("SELECT count(*) FROM \(table.past) WHERE since = \(number)").integer ?? 0
            let all = Int(now + then)
            return all == 0 ? nil : (register, all - changed, changed)
        }
    }

    // MARK: rows of both tables

    private typealias Stored = (id: Int64, since: Int64, row: [Value])

    private func visible(_ id: Int64, _ register: Register, _ reading: Reading) throws -> RecordLayout? {
        let alias = RecordSelect.alias
        let condition = permission.condition(register, alias: alias)
        let found = try reading.row("SELECT id FROM \(Register.tableName(register.id)) AS \(alias) WHERE id = \(id) AND \(condition)")
        return found == nil ? nil : RecordLayout(register)
    }

    private func rows(_ layout: RecordLayout, _ now: SQL, until then: SQL, _ reading: Reading, page: SQL = .empty) throws -> [Stored] {
        let alias = RecordSelect.alias
        let condition = permission.condition(layout.register, alias: alias)
        let names: SQL = "\(layout.table.columns.map { SQL("\($0)") }, joined: ", ")"
        let rows = try reading.rows(
            """
            SELECT id, since, \(names) FROM \(layout.table.current) AS \(alias) WHERE \(now) AND \(condition) \
            UNION ALL SELECT id, since, \(names) FROM \(layout.table.past) AS \(alias) WHERE \(then) AND \(condition) ORDER BY 1, 2 \(page)
            """)
        return rows.map { ($0.integer(at: 0) ?? 0, $0.integer(at: 1) ?? 0, Array($0.values.dropFirst(2))) }
    }

    /// The versions that a change replaced.
    private func former(_ layout: RecordLayout, _ number: Int64, _ ids: [Int64], _ reading: Reading) throws -> [Stored] {
        let names: SQL = "\(layout.table.columns.map { SQL("\($0)") }, joined: ", ")"
        let marks = ids.map { SQL("\($0)") }
        let rows = try reading.rows(
            "SELECT id, since, \(names) FROM \(layout.table.past) WHERE until = \(number) AND id IN (\(marks, joined: ", "))")
        return rows.map { ($0.integer(at: 0) ?? 0, $0.integer(at: 1) ?? 0, Array($0.values.dropFirst(2))) }
    }

    private func select(_ layout: RecordLayout) -> RecordSelect {
        RecordSelect(layout: layout, permission: permission, catalogue: book.catalogue, asOf: nil)
    }

    private func version(_ layout: RecordLayout, _ row: [Value], _ record: Record, before: (row: [Value], record: Record)?, _ reading: Reading) throws
        -> Version?
    {
        guard let change = try reading.change(number: record.since) else { return nil }
        let changes = RecordDraft.changes(layout, from: before?.row ?? layout.blank, to: row).filter { change in
            layout.register.field(change.field).map { permission.sees($0) } ?? true
        }
        let sentences = VersionSentences(register: layout.register).sentences(changes, from: before?.record, to: record)
        return Version(record: record, change: change, isFirst: before == nil, changes: changes, sentences: sentences)
    }
}
