public import Storage

/// Many rows of one register, read, checked and written as one: for imports and for whoever fills a book.
///
/// It looks up everything beforehand (the records that references name, the keys that are taken), so that a row costs no
/// question to the database unless its record is there already. It holds only inside the transaction of its reading.
/// A row whose natural key is taken changes that record: columns that are given take its value, an empty cell clears it,
/// and what is not given stays.
public struct RecordBatch {
    private let layout: RecordLayout
    private let permission: Permission
    private let rules: RecordRules
    private let reading: Reading
    private let day: Day
    private let balances: Balances
    private var directory = ReferenceDirectory()
    private var pinyin = Pinyin()
    private var numbering = Numbering()
    private var uniques: [UniqueIndex]
    private var columns: [BatchColumn] = []
    private var readers: [BatchReader] = []
    /// A new row: the defaults, and the first state.
    private let beginning: [Value]

    /// Throws `Refused` where the permission doesn't write the register.
    public init(_ register: Register, _ book: Book, _ permission: Permission, in reading: Reading) throws {
        try permission.demandWriting(register)
        let layout = RecordLayout(register)
        self.layout = layout
        self.permission = permission
        self.reading = reading
        rules = RecordRules(layout)
        balances = Balances(catalogue: book.catalogue, permission: permission)
        if let writing = reading as? Writing { day = writing.change.day } else { day = try reading.lastChange().day }
        for target in Set(register.fields.compactMap(\.kind.target)) {
            if let target = book.catalogue.register(target) { try directory.load(target, in: reading) }
        }
        uniques = try layout.uniques.map { try UniqueIndex($0, layout, in: reading) }
        var draft = RecordDraft(layout, row: layout.blank)
        for (index, slot) in layout.slots.enumerated() where !slot.field.initial.isEmpty && !slot.field.isRetired {
            draft.read(slot.field.initial, at: index, directory.context)
        }
        if let first = register.states.first { draft.row[layout.state] = .text(first.id.text) }
        beginning = draft.row
    }

    /// Reads one row whose cells stand under the columns; cells beyond the columns are passed over. `row` is its number for messages.
    public mutating func prepare(cells: [Input], columns: [BatchColumn], row number: Int) -> Result<PreparedRow, Invalid> {
        if columns != self.columns {
            self.columns = columns
            readers = columns.map { BatchReader($0, layout) }
        }
        var draft = RecordDraft(layout, row: beginning)
        read(cells, &draft, number)
        do {
            guard let found = holder(draft) else { return try finish(&draft, nil, number) }
            if found.row != 0 {
                draft.faults.append(repeated(found.row, number))
                throw Invalid(draft.faults)
            }
            guard let stored = try RecordSelect.row(found.id, layout, in: reading) else { return try finish(&draft, nil, number) }
            guard permission.sees(found.id, stored.row, layout) else { throw Permission.missing(layout.register) }
            var merged = RecordDraft(layout, row: stored.row)
            read(cells, &merged, number)
            return try finish(&merged, (found.id, stored.since, stored.row), number)
        } catch let invalid as Invalid {
            return .failure(invalid)
        } catch let refused as Refused {
            return .failure(Invalid([Invalid.Item(row: number, fault: Fault(refused.words))]))
        } catch {
            return .failure(
                Invalid([
                    Invalid.Item(row: number, fault: Fault(zh: "这一行没能与已有记录核对，请重试。", en: "This row could not be compared with the book; try again."))
                ]))
        }
    }

    /// Reads one row by field names; slower, since the columns are worked out for it alone.
    public mutating func prepare(_ inputs: [Name: Input], units: [Name: Unit] = [:], row: Int) -> Result<PreparedRow, Invalid> {
        let sorted = inputs.sorted { $0.key.text < $1.key.text }
        return prepare(cells: sorted.map(\.value), columns: sorted.map { BatchColumn($0.key, unit: units[$0.key]) }, row: row)
    }

    /// Writes rows that were prepared in this transaction, or in an earlier one since which their records have not changed.
    @discardableResult
    public mutating func write(_ rows: [PreparedRow], in writing: Writing) throws -> BatchOutcome {
        var outcome = BatchOutcome()
        var years: Set<Int> = []
        let new = rows.filter { $0.effect == .adds }
        if !new.isEmpty {
            try writing.append(to: layout.table, columns: layout.table.columns.map(\.name)) { appender in
                for row in new {
                    let id = try RecordBatch.unique(row) { try appender.add(row.values) }
                    directory.take(id, title: row.title, search: row.values[layout.search].text ?? "", of: layout.register.id)
                    years.formUnion(layout.years(row.values))
                }
            }
            outcome.added = new.count
        }
        for row in rows where row.effect != .adds {
            guard row.effect == .changes, let id = row.id, let before = row.before else {
                outcome.unchanged += 1
                continue
            }
            guard try writing.value("SELECT since FROM \(layout.table.current) WHERE id = \(id)").integer == row.since else {
                throw Refused(zh: "“\(row.title)”刚被别人改过，请重新导入。", en: "“\(row.title)” was changed meanwhile; import it again.")
            }
            var differing: [Name: Value] = [:]
            for (index, column) in layout.table.columns.enumerated() where row.values[index] != before[index] {
                differing[column.name] = row.values[index]
            }
            try RecordBatch.unique(row) { _ = try writing.replace(id, with: differing, in: layout.table) }
            years.formUnion(layout.years(before))
            years.formUnion(layout.years(row.values))
            outcome.changed += 1
        }
        try balances.check(layout, rows.filter { $0.effect != .leaves }.flatMap { [$0.values] + ($0.before.map { [$0] } ?? []) }, in: writing)
        if outcome.added + outcome.changed > 0 { Records.move(counters: layout.register.id, years, in: writing) }
        return outcome
    }

    // MARK: one row

    private mutating func read(_ cells: [Input], _ draft: inout RecordDraft, _ number: Int) {
        for position in 0..<min(cells.count, readers.count) {
            readers[position].read(cells[position], &draft, &directory, number: number)
        }
    }

    /// Who holds the natural key that a row says.
    private func holder(_ draft: RecordDraft) -> UniqueIndex.Holder? {
        guard let index = uniques.first(where: { $0.unique.isKey }), !index.unique.slots.contains(where: { draft.failed.contains($0) }) else {
            return nil
        }
        return index.key(draft.row).flatMap { index.holders[$0] }
    }

    private mutating func finish(_ draft: inout RecordDraft, _ found: (id: Int64, since: Int64, row: [Value])?, _ number: Int) throws
        -> Result<PreparedRow, Invalid>
    {
        if let found {
            if RecordDraft.changes(layout, from: found.row, to: draft.row).isEmpty, draft.faults.isEmpty {
                hold(draft, id: found.id, number)
                return .success(
                    PreparedRow(row: number, effect: .leaves, id: found.id, since: found.since, before: found.row, values: found.row, layout: layout))
            }
            demandUnlocked(found.row, &draft, number)
            demandOwn(found.id, found.row, &draft, number)
        } else {
            try numbering.fill(&draft, day: day, in: reading)
        }
        rules.complete(&draft.row, failed: draft.failed, number: number, faults: &draft.faults)
        checkUniques(&draft, found?.id ?? 0, number)
        demandOwn(found?.id, draft.row, &draft, number, becoming: true)
        guard draft.faults.isEmpty else { throw Invalid(draft.faults) }
        rules.name(&draft.row, directory, &pinyin)
        hold(draft, id: found?.id ?? 0, number)
        return .success(
            PreparedRow(
                row: number, effect: found == nil ? .adds : .changes, id: found?.id, since: found?.since ?? 0, before: found?.row, values: draft.row,
                layout: layout))
    }

    private func demandUnlocked(_ before: [Value], _ draft: inout RecordDraft, _ number: Int) {
        do throws(Refused) {
            try Records.demandOpen(before, layout)
            guard before[layout.state] != draft.row[layout.state] else { return }
            throw Refused(
                zh: "已有记录的状态不能靠导入改变，请办理相应的动作。", en: "The state of an existing record can't be changed by an import; take the move.")
        } catch {
            draft.faults.append(Invalid.Item(row: number, fault: Fault(error.words)))
        }
    }

    /// A row that belongs to another office, grid or enterprise is refused, as it is or as it would become.
    private func demandOwn(_ id: Int64?, _ row: [Value], _ draft: inout RecordDraft, _ number: Int, becoming: Bool = false) {
        guard draft.faults.isEmpty else { return }
        do throws(Refused) { try permission.demandWriting(id, row, layout, becoming: becoming) } catch {
            draft.faults.append(Invalid.Item(row: number, fault: Fault(error.words)))
        }
    }

    private func checkUniques(_ draft: inout RecordDraft, _ id: Int64, _ number: Int) {
        for index in uniques {
            guard !index.unique.slots.contains(where: { draft.failed.contains($0) }), let key = index.key(draft.row), let holder = index.holders[key]
            else { continue }
            if holder.row != 0 {
                draft.faults.append(repeated(holder.row, number))
            } else if holder.id != id {
                let title = try? UniqueCheck.title(holder.id, layout, permission, in: reading)
                draft.faults.append(UniqueCheck.item(layout, index.unique, taken: title, number: number))
            }
        }
    }

    private mutating func hold(_ draft: RecordDraft, id: Int64, _ number: Int) {
        for position in uniques.indices {
            if let key = uniques[position].key(draft.row) { uniques[position].hold(key, id: id, row: number) }
        }
    }

    private func repeated(_ earlier: Int, _ number: Int) -> Invalid.Item {
        Invalid.Item(row: number, fault: Fault(zh: "与第 \(earlier) 行是同一条，请合并。", en: "It is the same record as row \(earlier); merge the two."))
    }

    private static func unique<T>(_ row: PreparedRow, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as StoreError {
            guard case .unique = error.cause else { throw error }
            throw Invalid([
                Invalid.Item(
                    row: row.row, fault: Fault(zh: "“\(row.title)”已在登记，请重新导入。", en: "“\(row.title)” was entered meanwhile; import it again."))
            ])
        }
    }
}
