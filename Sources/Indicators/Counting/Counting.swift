import Registers
import Storage

/// Takes one measure over records for one question.
struct Counting {
    let catalogue: Catalogue
    let reading: Reading
    let counted: Counted
    let indicator: Indicator
    let question: Question
    /// The scope's condition on the counted register.
    var scope: Term?
    /// The way to the register by which the answer is broken down.
    let group: FieldPath?

    /// What one stored unit of the field is worth in the indicator's unit.
    private let unit: Amount

    private typealias Span = CountedSQL.Span

    init(
        catalogue: Catalogue, reading: Reading, counted: Counted, indicator: Indicator, question: Question, scope: Term?, group: FieldPath?
    ) {
        self.catalogue = catalogue
        self.reading = reading
        self.counted = counted
        self.indicator = indicator
        self.question = question
        self.scope = scope
        self.group = group
        let stored = Amount(units: 1, places: counted.field?.places ?? 0)
        unit = (try? stored.multiplied(by: counted.factor)) ?? stored
    }

    func answer() throws -> Answer {
        let period: Span = (question.period.start, question.period.end)
        // Before its first year the book knows nothing, so it says nothing rather than none.
        if question.period.end.year < catalogue.site.since, !question.isEvidence { return question.by == nil ? [0: .none] : [:] }
        guard let span = span(period) else { return question.by == nil ? [0: .none] : [:] }
        if let before = span.before { return try SeriesDifference(self, period, span.all, before).answer() }
        return try totals(period, span.all)
    }

    /// The days whose records count, and for the later part of a year those whose cumulative is taken off again. Nil where the
    /// records are forms of which none lies in the period as a whole.
    func span(_ asked: CountedSQL.Span) -> (all: CountedSQL.Span, before: CountedSQL.Span?)? {
        guard let period = counted.told(asked, catalogue) else { return nil }
        let isToDate =
            counted.isLatest && counted.kind == .flow && counted.aggregate != .latest && counted.aggregate != .count && counted.aggregate != .distinct
        guard counted.isLatest, isToDate || isYearly, question.period.kind != .since, let first = Day(period.end.year, 1, 1) else {
            return (period, nil)
        }
        guard isToDate, period.start > first, let last = period.start.adding(days: -1) else { return ((first, period.end), nil) }
        return ((first, period.end), (first, last))
    }

    /// Whether a stock is read from periodic forms, of which one of an earlier year says nothing.
    private var isYearly: Bool { counted.kind == .stock && isForm }

    private var isForm: Bool {
        guard let time = counted.time, time.hops.isEmpty else { return false }
        return catalogue.register(counted.register)?.form(time.field) != nil
    }

    /// What a figure is whose records are all done: a return, or a count of the book's own.
    private var done: FigureStatus { isForm ? .locked : .counted }

    private func totals(_ period: CountedSQL.Span, _ span: CountedSQL.Span) throws -> Answer {
        guard let sql = sql(for: span) else { return [0: .none] }
        var answer: Answer
        do {
            answer = try totals(try sql.totals(period, span, by: group, split: false), width: sql.width(split: false), split: false)
        } catch let error as StoreError where error.cause == .overflow && [.sum, .average].contains(counted.aggregate) {
            answer = try totals(try sql.totals(period, span, by: group, split: true), width: sql.width(split: true), split: true)
        }
        if counted.aggregate == .median { try median(try sql.values(period, span, by: group), into: &answer) }
        return answer
    }

    func sql(for span: CountedSQL.Span) -> CountedSQL? {
        guard let register = catalogue.register(counted.register) else { return nil }
        return CountedSQL(
            catalogue: catalogue, dialect: reading.dialect, counted: counted, register: register, standing: indicator.standing, scope: scope,
            asOf: question.asOf)
    }

    private func totals(_ sql: SQL, width: Int, split: Bool) throws -> Answer {
        var answer: Answer = [:]
        try reading.forEach(sql) { row in
            let rows = Int(row.integer(at: 1) ?? 0)
            answer[row.integer(at: 0) ?? 0] = Tally(value: value(row, split: split), rows: rows, status: status(row, from: 2 + width, rows))
        }
        return answer
    }

    private func value(_ row: Row, split: Bool) -> FigureValue {
        switch counted.aggregate {
        case .count, .distinct: return .amount(Amount(row.integer(at: 2) ?? 0))
        case .average, .sum:
            guard let sum = sum(row, split: split) else { return .nothing }
            let count = counted.aggregate == .average ? row.integer(at: split ? 4 : 3) ?? 0 : 1
            guard count > 0 else { return .nothing }
            return shown(sum, over: Int128(count))
        default: return shown(row[2])
        }
    }

    private func sum(_ row: Row, split: Bool) -> Int128? {
        guard let first = row.integer(at: 2) else { return nil }
        guard split else { return Int128(first) }
        return row.integer(at: 3).map { Int128(first) * 1_000_000_000 + Int128($0) }
    }

    /// A stored value of the field.
    private func shown(_ value: Value) -> FigureValue {
        guard let field = counted.field else { return .nothing }
        switch (field.type, value) {
        case (.number, .integer(let number)), (.mixed, .integer(let number)):
            return (try? Amount(number).multiplied(by: unit)).map { .amount($0) } ?? .word(.tooLarge)
        case (.day, .integer(let number)): return Day(number: number).map { .day($0) } ?? .nothing
        case (.choice, .text(let text)): return .text(label(text, field))
        case (_, .text(let text)): return .text(text)
        default: return .nothing
        }
    }

    /// A choice is told by its label.
    private func label(_ option: String, _ field: FieldPath) -> String {
        let register = catalogue.register(field.hops.last?.target ?? field.register)
        return register?.fields.first { $0.column == field.field }?.kind.text(.text(option), .zh) ?? option
    }

    private func status(_ row: Row, from first: Int, _ rows: Int) -> FigureStatus {
        switch indicator.standing {
        case .fixed(let status): return status
        case .byState:
            return row.integer(at: first) ?? 0 > 0 || rows == 0 && counted.aggregate != .count && counted.aggregate != .distinct ? .flash : done
        case .byField:
            if rows == 0 || row.integer(at: first) ?? 0 > 0 || row.integer(at: first + 1 + FigureStatus.unverified.count) ?? 0 > 0 { return .flash }
            for (index, status) in FigureStatus.unverified.enumerated() where row.integer(at: first + 1 + index) ?? 0 > 0 {
                return status
            }
            return .final
        }
    }

    private func median(_ sql: SQL, into answer: inout Answer) throws {
        var values: [Int64: [Int64]] = [:]
        try reading.forEach(sql) { row in
            if let value = row.integer(at: 1) { values[row.integer(at: 0) ?? 0, default: []].append(value) }
        }
        for (member, sorted) in values {
            answer[member]?.value = middle(sorted.map { Int128($0) })
        }
        for member in answer.keys where values[member] == nil { answer[member]?.value = .nothing }
    }

    /// The middle of sorted values; between two middle ones, half of their sum.
    func middle(_ sorted: [Int128]) -> FigureValue {
        guard !sorted.isEmpty else { return .nothing }
        let sum = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
        return shown(sum, over: 2)
    }

    /// Stored units as a value in the indicator's unit.
    func shown(_ units: Int128, over count: Int128) -> FigureValue {
        (try? Amount(units, over: count).multiplied(by: unit)).map { .amount($0) } ?? .word(.tooLarge)
    }
}
