import Registers
import Storage

/// First crossings: who reaches a threshold now and did in no earlier year (practice.md 3.7).
extension Reckoner {
    /// Whether each member reaches the threshold for the first time; nothing where that can't be decided.
    func first(_ id: Name, _ operation: Formula.Operator, _ threshold: FigureTerm, _ factor: Amount) throws -> [Result] {
        let indicator = try calculation.indicator(id)
        let marks = try reckon(threshold)
        let now = zip(try values(indicator, question), marks).map { now, mark in
            now.with(Reckoner.value(operation, now.value, mark.value, factor), and: mark)
        }
        guard let register = question.by.flatMap({ calculation.catalogue.register($0) }) else { return now }
        let history = try calculation.history(of: register, question)
        return try zip(members, zip(now, marks)).map { member, both in
            let (result, mark) = both
            guard result.value == .truth(true) else { return result }
            let isFirst = try isFirst(indicator, history.line(of: member), history) {
                Reckoner.value(operation, $0, mark.value, factor) == .truth(true)
            }
            return result.with(isFirst.map { .truth($0) } ?? .nothing)
        }
    }

    /// Whether nobody of a line was there in any earlier year; nil where nobody can tell.
    private func isFirst(_ indicator: Indicator, _ line: [Int64], _ history: MemberHistory, _ isReached: (FigureValue) -> Bool) throws -> Bool? {
        let since = calculation.catalogue.site.since
        let earliest = history.earliest(line)
        var year = question.period.year - 1
        // Years before the book count as evidence too, where somebody wrote them down.
        while year >= min(since, earliest ?? since), let period = question.period.same(in: year) {
            let answer = try calculation.earlier(indicator, question.over(period))
            let values = line.compactMap { answer[$0]?.value }
            if values.contains(where: isReached) { return false }
            // Who was there already when the book began may have been there for long.
            if values.isEmpty ? year < since : year == since && earliest == nil { return nil }
            year -= 1
        }
        return true
    }
}

/// When the records of a register began, and whom they followed.
struct MemberHistory {
    private var began: [Int64: Int] = [:]
    private var predecessors: [Int64: Int64] = [:]

    static let predecessor: Name = "predecessor"

    init(_ register: Register, _ question: Question, _ reading: Reading) throws {
        let from: SQL = register.valid.map { "t.\(register.dayColumn(of: $0.from))" } ?? "NULL"
        let hasPredecessor = register.field(MemberHistory.predecessor)?.kind.target == register.id
        let before: SQL = hasPredecessor ? "t.\(register.column(of: MemberHistory.predecessor))" : "NULL"
        try reading.forEach(
            "SELECT t.id, \(from), \(before) FROM \(register.table.source(asOf: question.asOf)) AS t WHERE t.\(Register.voidColumn) = 0"
        ) { row in
            guard let id = row.integer(at: 0) else { return }
            if let day = row.integer(at: 1).flatMap({ Day(number: $0) }) { began[id] = day.year }
            predecessors[id] = row.integer(at: 2)
        }
    }

    /// The member and all it followed, itself first.
    func line(of member: Int64) -> [Int64] {
        var line = [member]
        while let last = line.last, let before = predecessors[last], !line.contains(before) { line.append(before) }
        return line
    }

    /// The year in which the first of a line began; nil where that is not known of all.
    func earliest(_ line: [Int64]) -> Int? {
        let years = line.compactMap { began[$0] }
        return years.count == line.count ? years.min() : nil
    }
}
