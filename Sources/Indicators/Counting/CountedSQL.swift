import Registers
import Storage

/// Writes the SQL of a measure over records. The same text serves now and any earlier change: only the sources differ.
struct CountedSQL {
    let catalogue: Catalogue
    let dialect: any Dialect
    let counted: Counted
    let register: Register
    let standing: Indicator.Standing
    let scope: Term?
    let asOf: Int64?

    /// The days between which records count. For cumulatives it reaches back to the beginning of the year.
    typealias Span = (start: Day, end: Day)

    private let t: Name = "t"

    func source(_ register: Name) -> SQL {
        catalogue.register(register)?.table.source(asOf: asOf) ?? "\(Register.tableName(register))"
    }

    private func terms(_ period: Span) -> TermSQL {
        TermSQL(alias: t, dialect: dialect, period: period) { source($0) }
    }

    /// The records that are neither void nor outside the span, before the scope is asked of them.
    private func conditions(_ span: Span, _ terms: TermSQL) throws -> [SQL] {
        var all: [SQL] = ["\(t).\(Register.voidColumn) = 0"]
        let voids = register.states.filter { $0.stage == .void }
        if !voids.isEmpty, !counted.asksState {
            all.append(
                "(\(t).\(Register.stateColumn) IS NULL OR \(t).\(Register.stateColumn) NOT IN (\(voids.map { SQL("\($0.id.text)") }, joined: ", ")))")
        }
        if let time = counted.time {
            let column = terms.column(time)
            // A stock that says itself when it holds takes the last of what is there by then.
            if counted.kind == .flow || isPeriodic { all.append("\(column) >= \(span.start)") }
            if counted.kind == .flow || !counted.holdsByItself || isPeriodic { all.append("\(column) <= \(span.end)") }
        }
        if let filter = counted.filter { all.append(try terms.condition(filter)) }
        return all
    }

    /// Whether the records are periodic forms of which the last is taken; then one of an earlier year says nothing.
    private var isPeriodic: Bool { counted.isLatest && counted.time.map { isPeriod($0) } ?? false }

    private func isPeriod(_ path: FieldPath) -> Bool { path.hops.isEmpty && register.form(path.field) != nil }

    /// One row a group: `g`, how many, the value in one or two parts, then what the status depends on.
    ///
    /// - Parameters:
    ///   - period: the period that is asked for, whose ends conditions may name.
    ///   - span: the days whose records count.
    ///   - split: adds up quotients and rests of 10⁹ apart, for sums that leave 64 bits.
    func totals(_ period: Span, _ span: Span, by group: FieldPath?, split: Bool) throws -> SQL {
        let statuses = status(joined: true)
        let picked = try picked(period, span, by: group, columns: status(joined: false))
        let parts: SQL = "sum(p.f / 1000000000), sum(p.f % 1000000000)"
        let value = !split ? aggregate : counted.aggregate == .average ? parts + ", count(p.f)" : parts
        guard group != nil else { return "SELECT 0, count(*), \(value)\(statuses) FROM (\(picked)) AS p" }
        return "SELECT p.g, count(*), \(value)\(statuses) FROM (\(picked)) AS p GROUP BY p.g"
    }

    /// One row a record: `g` and the value, for what the database can't aggregate exactly.
    func values(_ period: Span, _ span: Span, by group: FieldPath?) throws -> SQL {
        "SELECT p.g, p.f FROM (\(try picked(period, span, by: group, columns: status(joined: false)))) AS p WHERE p.f IS NOT NULL ORDER BY p.g, p.f"
    }

    /// One row for the last record of each series: its number, `g`, the value, whether it is open, its standing, and what
    /// tells the series from others.
    func lasts(_ period: Span, _ span: Span, by group: FieldPath?, permitted: SQL = .empty) throws -> SQL {
        let terms = terms(period)
        let keys = counted.series.indices.map { Name("s\($0)") ?? "s" }
        let columns = zip(counted.series, keys).map { SQL(", \(terms.column($0)) AS \($1)") }
        let picked = try picked(period, span, by: group, columns: status(joined: false) + columns.joined(by: .empty), permitted: permitted)
        let isOpen: SQL = register.states.isEmpty || standing.isFixed ? "0" : "CASE WHEN p.state IN (\(done, joined: ", ")) THEN 0 ELSE 1 END"
        let stands: SQL = if case .byField = standing { "coalesce(p.standing, 'flash')" } else { "NULL" }
        return
            "SELECT p.id, p.g, p.f, \(isOpen), \(stands)\(keys.map { SQL(", p.\($0)") }, joined: .empty) FROM (\(picked)) AS p ORDER BY p.m DESC, p.id"
    }

    /// The counted records' numbers, the latest first, for those who may see them.
    func ids(_ period: Span, _ span: Span, permitted: SQL) throws -> SQL {
        let picked = try picked(period, span, by: nil, columns: .empty, permitted: permitted)
        return "SELECT p.id FROM (\(picked)) AS p ORDER BY p.m DESC, p.id"
    }

    /// The records that count, each with its group `g`, its value `f`, its time `m`.
    private func picked(_ period: Span, _ span: Span, by group: FieldPath?, columns: SQL, permitted: SQL = .empty) throws -> SQL {
        let terms = terms(period)
        var conditions = try conditions(span, terms)
        let inside = try scope.map { try terms.condition($0) }
        let g = group.map { terms.column($0) } ?? "0"
        let f = counted.field.map { terms.column($0) } ?? "1"
        let m = counted.time.map { terms.column($0) } ?? "0"
        let shown: SQL = "\(t).id AS id, \(g) AS g, \(f) AS f, \(m) AS m\(columns)"
        let gate: SQL = permitted.isEmpty ? .empty : " AND \(permitted)"
        guard counted.isLatest else {
            if let inside { conditions.append(inside) }
            return "SELECT \(shown) FROM \(source(register.id)) AS \(t) WHERE \(conditions, joined: " AND ")\(gate)"
        }
        var series = counted.series.map { terms.column($0) }
        if let group, counted.aggregate == .latest { series.append(terms.column(group)) }
        if counted.kind == .flow, counted.aggregate != .latest, span.start.year != span.end.year { series.append(dialect.year(of: m)) }
        // The scope is asked of the last record, not before: or a firm that moved would count in both zones.
        if counted.isKeyed {
            let keys = series.indices.map { Name("s\($0)") ?? "s" }
            let columns = zip(series, keys).map { SQL("\($0) AS \($1), ") }
            let joins = zip(counted.series, keys).map { SQL("\(terms.column($0)) = l.\($1) AND ") }
            var rest: [SQL] = ["\(t).\(Register.voidColumn) = 0"]
            if let inside { rest.append(inside) }
            return """
                SELECT \(shown) FROM (SELECT \(columns, joined: .empty)max(\(m)) AS m FROM \(source(register.id)) AS \(t) \
                WHERE \(conditions, joined: " AND ") GROUP BY \(series, joined: ", ")) AS l \
                JOIN \(source(register.id)) AS \(t) ON \(joins, joined: .empty)\(m) = l.m WHERE \(rest, joined: " AND ")\(gate)
                """
        }
        let partition: SQL = series.isEmpty ? .empty : "PARTITION BY \(series, joined: ", ") "
        let kept: SQL = inside.map { ", CASE WHEN \($0) THEN 1 ELSE 0 END AS inside" } ?? .empty
        let ranked: SQL = """
            SELECT \(shown)\(kept), row_number() OVER (\(partition)ORDER BY \(m) DESC, \(t).id DESC) AS nth \
            FROM \(source(register.id)) AS \(t) WHERE \(conditions, joined: " AND ")
            """
        let gated: SQL = permitted.isEmpty ? .empty : " AND t.id IN (SELECT \(t).id FROM \(source(register.id)) AS \(t) WHERE \(permitted))"
        return "SELECT * FROM (\(ranked)) AS t WHERE t.nth = 1\(inside == nil ? .empty : " AND t.inside = 1")\(gated)"
    }

    private var aggregate: SQL {
        switch counted.aggregate {
        case .count: counted.field == nil ? "count(*)" : "count(p.f)"
        case .distinct: "count(DISTINCT p.f)"
        case .sum: "sum(p.f)"
        case .average: "sum(p.f), count(p.f)"
        case .median: "0"
        case .min: "min(p.f)"
        case .max, .latest: "max(p.f)"
        }
    }

    /// How many values the aggregate takes in the answer.
    func width(split: Bool) -> Int { (split ? 2 : 1) + (counted.aggregate == .average ? 1 : 0) }

    /// Counts the records that keep a figure from being final: one column, or one for each status that is less, by field.
    private func status(joined: Bool) -> SQL {
        switch standing {
        case .fixed: return .empty
        case .byState: return joined ? openJoined : openColumn
        case .byField(let field):
            guard joined else { return ", \(t).\(register.column(of: field)) AS standing\(openColumn)" }
            let words = FigureStatus.unverified.map { SQL(", sum(CASE WHEN p.standing = \($0.rawValue) THEN 1 ELSE 0 END)") }
            return "\(openJoined)\(words, joined: .empty), sum(CASE WHEN p.standing IS NULL THEN 1 ELSE 0 END)"
        }
    }

    private var done: [SQL] { register.states.filter { $0.stage == .done }.map { "\($0.id.text)" } }

    private var openColumn: SQL {
        register.states.isEmpty ? .empty : ", \(t).\(Register.stateColumn) AS state"
    }

    private var openJoined: SQL {
        guard !register.states.isEmpty else { return ", 0" }
        guard !done.isEmpty else { return ", count(*)" }
        return ", sum(CASE WHEN p.state IN (\(done, joined: ", ")) THEN 0 ELSE 1 END)"
    }
}
