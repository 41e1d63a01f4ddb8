public import Storage

/// A record that waits for somebody.
public struct WorkItem: Sendable {
    public let record: Record
    public let register: Register
    /// The last day that is in time; nil where there is no limit or it is kept.
    public let due: Day?
    public let light: WorkLight
    /// Whose it is, by the first field that says so; nil where none does.
    public let whose: Words?
    /// What may be done with it now.
    public let deeds: RecordDeeds
}

/// What waits for somebody, the nearest limit first.
public struct Workload: Sendable {
    /// How much of it lies in a register.
    public struct Share: Sendable {
        public let register: Register
        public let count: Int
        public let late: Int
        /// Whether there is more than was looked at.
        public let isMore: Bool
    }

    public let shares: [Share]
    /// The first of all, up to what was asked for.
    public let items: [WorkItem]

    public var count: Int { shares.reduce(0) { $0 + $1.count } }
    public var late: Int { shares.reduce(0) { $0 + $1.late } }
}

extension Records {
    /// The most records of one register that are looked at.
    public static let greatestShare = 500

    /// What waits for this permission's hand: records with a step that it may take, and records that it keeps and that have a limit.
    ///
    /// - Parameters:
    ///   - register: only of one register, for its items; the shares are of all.
    ///   - limit: how many items, at most; 0 to count only.
    public func workload(on today: Day, of register: Name? = nil, limit: Int, in reading: Reading) throws -> Workload {
        var shares: [Workload.Share] = []
        var found: [(id: Int64, due: Day?, register: Register)] = []
        for rows in book.catalogue.registers.compactMap({ WorkRows($0, permission) }) {
            let (mine, isMore) = try waiting(rows, in: reading)
            guard !mine.isEmpty else { continue }
            let late = mine.count { $0.light(rows, today).isLate }
            shares.append(Workload.Share(register: rows.register, count: mine.count, late: late, isMore: isMore))
            if register == nil || register == rows.register.id { found += mine.map { ($0.id, $0.isPaused(rows) ? nil : $0.due, rows.register) } }
        }
        // Those without a running clock come after those with one, each in the order of their registers.
        let ordered = found.enumerated().sorted { one, other in
            (one.element.due?.ordinal ?? .max, one.offset) < (other.element.due?.ordinal ?? .max, other.offset)
        }
        let items = try ordered.prefix(max(limit, 0)).compactMap { try item($0.element.id, $0.element.register, today, in: reading) }
        return Workload(shares: shares, items: items)
    }

    /// One record as work; nil where it is none, or may not be seen.
    public func item(_ id: Int64, _ register: Register, _ today: Day, in reading: Reading) throws -> WorkItem? {
        guard let work = register.work, let record = try record(id, of: register, in: reading) else { return nil }
        let stage = record.state.flatMap { register.state($0)?.stage }
        let isKept = work.met.map { !record[$0].isNull } ?? false
        let isOver = record.isVoid || stage == .done || stage == .void || (register.states.isEmpty && isKept)
        let due = work.due.flatMap { day(record[$0], of: $0, register) }
        let holder = work.whose.lazy.compactMap { register.field($0) }.first { !record.text($0, .zh).isEmpty }
        return WorkItem(
            record: record, register: register, due: isKept || isOver ? nil : due,
            light: WorkLight(due: due, isPaused: record.state.map(work.paused.contains) ?? false, isStopped: isKept || isOver, on: today),
            whose: holder.map { Words(zh: record.text($0, .zh), en: record.text($0, .en)) }, deeds: try deeds(id, of: register, in: reading))
    }

    private func day(_ value: Value, of field: Name, _ register: Register) -> Day? {
        guard let number = value.integer else { return nil }
        guard register.field(field)?.kind is MomentField else { return Day(number: number) }
        return Moment(milliseconds: number).day(offset: book.store.offset)
    }

    private struct Waiting {
        let id: Int64
        /// Nil where there is no limit or it is kept.
        let due: Day?
        let state: Name?
        /// Whether it waits even where no step of it may be taken.
        let isKept: Bool

        func isPaused(_ rows: WorkRows) -> Bool { state.map(rows.work.paused.contains) ?? false }

        func light(_ rows: WorkRows, _ today: Day) -> WorkLight {
            WorkLight(due: due, isPaused: isPaused(rows), isStopped: false, on: today)
        }
    }

    private func waiting(_ rows: WorkRows, in reading: Reading) throws -> ([Waiting], isMore: Bool) {
        guard let mine = rows.mine else { return ([], false) }
        let register = rows.register
        let due: SQL = rows.due.map { "CASE WHEN \(rows.unmet) THEN \($0) END" } ?? "NULL"
        let state: SQL = register.states.isEmpty ? "NULL" : "\(WorkRows.alias).\(Register.stateColumn)"
        let kept: SQL = rows.keeping.map { "CASE WHEN \($0) THEN 1 ELSE 0 END" } ?? "0"
        let visible = permission.condition(register, alias: WorkRows.alias)
        var found = try reading.rows(
            """
            SELECT \(WorkRows.alias).id, \(due), \(state), \(kept) FROM \(register.table.current) AS \(WorkRows.alias) WHERE (\(mine)) AND \(visible) \
            ORDER BY \(rows.order(reading.dialect)) \(reading.dialect.limit(Records.greatestShare + 1, offset: 0))
            """
        )
        .map { row in
            Waiting(
                id: row.integer(at: 0) ?? 0, due: row.integer(at: 1).flatMap { Day(number: $0) }, state: row.text(at: 2).flatMap { Name($0) },
                isKept: row.integer(at: 3) == 1)
        }
        let isMore = found.count > Records.greatestShare
        if isMore { found.removeLast() }
        // Whose hand took the step before is in the past of each record.
        if register.moves.contains(where: { $0.otherThan != nil }) {
            found = try found.filter { waiting in
                try waiting.isKept || !deeds(waiting.id, of: register, in: reading).moves.isEmpty
            }
        }
        return (found, isMore)
    }
}
