import Registers
import Storage

/// The records that made a figure, for those who may see them.
struct FigureRecords {
    private let calculation: Calculation

    init(_ calculation: Calculation) { self.calculation = calculation }

    func rows(_ indicator: Indicator, _ question: Question, limit: Int, offset: Int) throws -> FigureRows {
        switch indicator.definition {
        case .counted(let counted):
            return page(try ids(indicator, counted, question), of: counted.register, limit, offset)
        case .members(let members):
            let holders = try calculation.holders(indicator, members, question).filter { $0.value.value != .nothing }
            return page(try Naming(calculation).members(holders, of: members.register, question).map(\.id), of: members.register, limit, offset)
        case .derived:
            guard let leaf = indicator.term.leaves.first else {
                throw Refused(zh: "这个指标不是从记录数出来的。", en: "This indicator is not counted from records.")
            }
            return try rows(try calculation.indicator(leaf.indicator), question, limit: limit, offset: offset)
        }
    }

    /// The numbers of the counted records, the latest first; for a later part of a year, those whose cumulative was taken off too.
    func ids(_ indicator: Indicator, _ counted: Counted, _ question: Question) throws -> [Int64] {
        guard let register = calculation.catalogue.register(counted.register) else { return [] }
        let permission = calculation.figures.permission
        guard permission.sees(register) else { throw Naming.refused(register) }
        let counting = try calculation.counting(counted, of: indicator, question.whole)
        guard question.period.end.year >= calculation.catalogue.site.since else { return [] }
        let period: CountedSQL.Span = (question.period.start, question.period.end)
        guard let span = counting.span(period) else { return [] }
        let permitted: SQL = permission.reach == .everything ? .empty : permission.condition(register, alias: "t")
        if let before = span.before { return try SeriesDifference(counting, period, span.all, before).ids(permitted: permitted) }
        var ids: [Int64] = []
        guard let sql = counting.sql(for: span.all) else { return [] }
        try calculation.reading.forEach(try sql.ids(period, span.all, permitted: permitted)) { row in
            if let id = row.integer(at: 0) { ids.append(id) }
        }
        return ids
    }

    private func page(_ ids: [Int64], of register: Name, _ limit: Int, _ offset: Int) -> FigureRows {
        FigureRows(register: register, ids: Array(ids.dropFirst(max(0, offset)).prefix(max(0, limit))), total: ids.count)
    }
}
