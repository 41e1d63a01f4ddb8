import Registers
import Storage

/// Who had to report for a period, and who did.
struct Completeness: Sendable, Hashable {
    var expected: Int
    var reported: Int
    /// By title, at most `Figure.missingLimit`.
    var missing: [String]

    var isComplete: Bool { reported >= expected }
}

/// Compares a roster with the records that came.
struct RosterCount {
    let catalogue: Catalogue
    let reading: Reading
    let roster: Roster
    let counted: Counted
    /// From the counted records to those who report.
    let reporter: FieldPath
    let period: Period
    let asOf: Int64?

    /// Nil where no form lies in the period as a whole, so that none was due.
    func completeness() throws -> Completeness? {
        guard let told = counted.told((period.start, period.end), catalogue), let members = catalogue.register(roster.register),
            let target = members.field(roster.member)?.kind.target, let titled = catalogue.register(target)
        else { return nil }
        let expected = try expected(members)
        let reported = try reported(told)
        let missing = expected.subtracting(reported)
        let titles = try Titles(reading: reading, register: titled, asOf: asOf).of(Array(missing))
        return Completeness(
            expected: expected.count, reported: expected.count - missing.count,
            missing: Array(titles.values.sorted().prefix(Figure.missingLimit)))
    }

    private func expected(_ register: Register) throws -> Set<Int64> {
        let terms = terms
        let member = register.column(of: roster.member)
        var conditions: [SQL] = ["t.\(Register.voidColumn) = 0", "t.\(member) IS NOT NULL"]
        if let condition = roster.condition { conditions.append(try terms.condition(condition)) }
        return try ids("SELECT DISTINCT t.\(member) FROM \(source(register.id)) AS t WHERE \(conditions, joined: " AND ")")
    }

    /// Those with a form for the last month (quarter, year) of the period; with any record where there are no forms.
    private func reported(_ told: CountedSQL.Span) throws -> Set<Int64> {
        let terms = terms
        var conditions: [SQL] = ["t.\(Register.voidColumn) = 0"]
        if let time = counted.time {
            let column = terms.column(time)
            conditions += ["\(column) >= \(lastStart(time, told))", "\(column) <= \(told.end)"]
        }
        let member = terms.column(reporter)
        return try ids("SELECT DISTINCT \(member) FROM \(source(counted.register)) AS t WHERE \(conditions, joined: " AND ")")
    }

    private func lastStart(_ time: FieldPath, _ told: CountedSQL.Span) -> Day {
        guard time.hops.isEmpty, let form = catalogue.register(counted.register)?.form(time.field) else { return told.start }
        return form.first(of: told.end) ?? told.start
    }

    private var terms: TermSQL {
        TermSQL(alias: "t", dialect: reading.dialect, period: (period.start, period.end)) { source($0) }
    }

    private func source(_ register: Name) -> SQL {
        catalogue.register(register)?.table.source(asOf: asOf) ?? "\(Register.tableName(register))"
    }

    private func ids(_ sql: SQL) throws -> Set<Int64> {
        var ids: Set<Int64> = []
        try reading.forEach(sql) { row in
            if let id = row.integer(at: 0) { ids.insert(id) }
        }
        return ids
    }
}
