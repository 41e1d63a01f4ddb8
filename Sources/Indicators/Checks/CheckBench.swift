import Registers
import Storage

/// What a check looks at: the book in a period as it is known, and the ways to ask it.
struct CheckBench {
    let figures: Figures
    let reading: Reading
    let period: Period
    let asOf: Int64?
    /// How far the book goes in the period: its end, or the day of the last change that is known.
    let until: Day
    /// How many findings are told one by one.
    let limit: Int

    var catalogue: Catalogue { figures.book.catalogue }
    var question: Question { Question(period: period, scope: "park", asOf: asOf) }

    /// The rows of a register as they are known.
    func source(_ register: Name) -> SQL {
        catalogue.register(register)?.table.source(asOf: asOf) ?? "\(Register.tableName(register))"
    }

    /// Renders conditions on a register's records under the alias `t`.
    func terms(_ span: (start: Day, end: Day)? = nil) -> TermSQL {
        TermSQL(alias: "t", dialect: reading.dialect, period: span ?? (period.start, period.end)) { source($0) }
    }

    /// What the records that a check asks for have in common: not void, in no void state unless asked for, seen by the reader.
    func conditions(_ set: CheckedSet, _ span: (start: Day, end: Day)? = nil) throws -> [SQL] {
        guard figures.permission.sees(set.register) else { throw Naming.refused(set.register) }
        var all: [SQL] = ["t.\(Register.voidColumn) = 0"]
        let voids = set.register.states.filter { $0.stage == .void }
        if !voids.isEmpty, !set.asksState {
            all.append(
                "(t.\(Register.stateColumn) IS NULL OR t.\(Register.stateColumn) NOT IN (\(voids.map { SQL("\($0.id.text)") }, joined: ", ")))")
        }
        if let condition = set.condition { all.append(try terms(span).condition(condition)) }
        if figures.permission.reach != .everything { all.append(figures.permission.condition(set.register, alias: "t")) }
        return all
    }

    /// The records that meet conditions, the latest first, with their titles.
    func offences(_ register: Register, where conditions: [SQL]) throws -> CheckOutcome {
        var outcome = CheckOutcome()
        try reading.forEach(
            """
            SELECT t.id, t.\(Register.titleColumn) FROM \(source(register.id)) AS t WHERE \(conditions, joined: " AND ") \
            ORDER BY \(order(register))t.id DESC
            """
        ) { row in
            outcome.count += 1
            guard outcome.offences.count < limit, let id = row.integer(at: 0) else { return }
            outcome.offences.append(
                Offence(row.text(at: 1) ?? "#\(id)", record: RecordNumber(register: register.id, id: id)))
        }
        return outcome
    }

    private func order(_ register: Register) -> SQL {
        guard let time = register.time else { return "" }
        return "t.\(register.dayColumn(of: time)) DESC, "
    }

    /// The titles of records.
    func titles(_ ids: some Sequence<Int64>, of register: Register) throws -> [Int64: String] {
        try Titles(reading: reading, register: register, asOf: asOf).of(Array(ids))
    }
}

/// The records of a register that a check asks for.
struct CheckedSet: Sendable {
    var register: Register
    var condition: Term?
    /// Whether the condition asks for the state, so that void states are its own affair.
    var asksState: Bool
    /// As it was written.
    var text: String
}
