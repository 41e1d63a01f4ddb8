import Storage

/// The conditions on the rows of a register whose records are work: which are open, which are late, which are somebody's.
struct WorkRows {
    let register: Register
    let work: Work
    let permission: Permission

    static let alias = RecordSelect.alias

    /// Nil where the register's records are only kept, or nothing of them may be seen.
    init?(_ register: Register, _ permission: Permission) {
        guard let work = register.work, permission.sees(register) else { return nil }
        self.register = register
        self.work = work
        self.permission = permission
    }

    private func column(_ name: Name) -> SQL { "\(WorkRows.alias).\(register.dayColumn(of: name))" }

    /// The day of the limit.
    var due: SQL? { work.due.map(column) }

    /// Neither voided nor finished.
    var open: SQL {
        let counts: SQL = "\(WorkRows.alias).\(Register.voidColumn) = 0"
        guard !register.states.isEmpty else { return "\(counts) AND \(unmet)" }
        return "\(counts) AND \(state(register.states.filter { $0.stage == .open || $0.stage == .waiting }.map(\.id)))"
    }

    /// What keeps the limit isn't filled yet.
    var unmet: SQL { work.met.map { "\(column($0)) IS NULL" } ?? "1 = 1" }

    /// Open, past its limit, and the clock runs.
    func late(on today: Day) -> SQL? {
        guard let due else { return nil }
        let running: SQL = work.paused.isEmpty ? "1 = 1" : "NOT \(state(work.paused.sorted { $0.text < $1.text }))"
        return "\(open) AND \(unmet) AND \(running) AND \(due) < \(today)"
    }

    /// Open, and waiting for this hand: a step that it may take, a limit of a record that it keeps, or a limit that the own office,
    /// grid or enterprise has to keep. Nil where nothing can be.
    var mine: SQL? {
        var ways: [SQL] = register.moves.compactMap { move in
            guard let reach = permission.moving(register, by: move, alias: WorkRows.alias) else { return nil }
            return "(\(state(move.from)) AND \(reach))"
        }
        if let keeping { ways.append(keeping) }
        guard !ways.isEmpty else { return nil }
        return "\(open) AND (\(ways, joined: " OR "))"
    }

    /// A limit that this hand has to see to, whoever takes the next step.
    var keeping: SQL? {
        let kept = [permission.writing(register, alias: WorkRows.alias)].compactMap { $0 } + held
        guard !kept.isEmpty, due != nil || register.states.isEmpty else { return nil }
        let limited: SQL = due.map { "\($0) IS NOT NULL" } ?? "1 = 1"
        return "(\(unmet) AND \(limited) AND (\(kept, joined: " OR ")))"
    }

    /// Those that the own office, grid or enterprise answers for.
    private var held: [SQL] {
        work.whose.compactMap { register.field($0) }.compactMap { field in
            let own = (field.kind.target.map(permission.answers) ?? []).sorted()
            guard !own.isEmpty else { return nil }
            return "\(WorkRows.alias).\(field.column) IN (\(own.map { SQL("\($0)") }, joined: ", "))"
        }
    }

    /// What comes first: the nearest limit, then what has none.
    func order(_ dialect: any Dialect) -> SQL {
        let own: SQL = "\(WorkRows.alias).id"
        guard let due else { return own }
        return "(CASE WHEN \(due) IS NULL THEN 1 ELSE 0 END), \(due), \(own)"
    }

    private func state(_ names: [Name]) -> SQL {
        names.isEmpty ? "0 = 1" : "\(WorkRows.alias).\(Register.stateColumn) IN (\(names.map { SQL("\($0.text)") }, joined: ", "))"
    }
}
