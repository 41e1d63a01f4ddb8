import Registers
import Storage

/// The later part of a year from forms that carry cumulatives: series by series, the last form of the period less the last
/// one before it. So a firm that moved in between counts where it is now, with what it made in the period and no more.
struct SeriesDifference {
    private let counting: Counting
    private let period: CountedSQL.Span
    private let all: CountedSQL.Span
    private let before: CountedSQL.Span

    init(_ counting: Counting, _ period: CountedSQL.Span, _ all: CountedSQL.Span, _ before: CountedSQL.Span) {
        self.counting = counting
        self.period = period
        self.all = all
        self.before = before
    }

    /// The last record of a series.
    private struct Last {
        var id: Int64
        var group: Int64
        var value: Int64?
        var isOpen: Bool
        var standing: String?
        var series: [Value]
    }

    func answer() throws -> Answer {
        let (now, earlier) = try lasts()
        var groups: [Int64: (values: [Int128], rows: Int, status: FigureStatus)] = counting.question.by == nil ? [0: ([], 0, .locked)] : [:]
        for last in now {
            let before = earlier[last.series]
            var group = groups[last.group] ?? ([], 0, .locked)
            if let value = last.value { group.values.append(Int128(value) - Int128(before?.value ?? 0)) }
            group.rows += before == nil || before?.id == last.id ? 1 : 2
            group.status = min(group.status, status(last), before.map { status($0) } ?? .locked)
            groups[last.group] = group
        }
        return groups.mapValues { group in
            Tally(
                value: value(group.values), rows: group.rows, status: group.rows == 0 && !counting.indicator.standing.isFixed ? .flash : group.status)
        }
    }

    /// The records that it rests on, the latest first.
    func ids(permitted: SQL) throws -> [Int64] {
        let (now, earlier) = try lasts(permitted: permitted)
        // A series without a new form rests on the same form twice.
        return now.map(\.id) + now.compactMap { last in earlier[last.series].flatMap { $0.id == last.id ? nil : $0.id } }
    }

    /// The last records in the scope, and the last before the period of any series, in whatever scope they were then.
    private func lasts(permitted: SQL = .empty) throws -> (now: [Last], before: [[Value]: Last]) {
        var unscoped = counting
        unscoped.scope = nil
        let now = try lasts(counting, all, permitted)
        let earlier = try lasts(unscoped, before, permitted)
        return (now, Dictionary(earlier.map { ($0.series, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    private func lasts(_ counting: Counting, _ span: CountedSQL.Span, _ permitted: SQL) throws -> [Last] {
        guard let sql = counting.sql(for: span) else { return [] }
        var lasts: [Last] = []
        try counting.reading.forEach(try sql.lasts(period, span, by: counting.group, permitted: permitted)) { row in
            lasts.append(
                Last(
                    id: row.integer(at: 0) ?? 0, group: row.integer(at: 1) ?? 0, value: row.integer(at: 2), isOpen: row.integer(at: 3) != 0,
                    standing: row.text(at: 4), series: (5..<max(5, row.count)).map { row[$0] }))
        }
        return lasts
    }

    private func status(_ last: Last) -> FigureStatus {
        if case .fixed(let status) = counting.indicator.standing { return status }
        return last.isOpen ? .flash : last.standing.flatMap { FigureStatus(rawValue: $0) } ?? .locked
    }

    private func value(_ values: [Int128]) -> FigureValue {
        guard !values.isEmpty else { return .nothing }
        let sum = values.reduce(Int128(0), +)
        switch counting.counted.aggregate {
        case .average: return counting.shown(sum, over: Int128(values.count))
        case .median: return counting.middle(values.sorted())
        case .min: return counting.shown(values.min() ?? 0, over: 1)
        case .max: return counting.shown(values.max() ?? 0, over: 1)
        default: return counting.shown(sum, over: 1)
        }
    }
}
