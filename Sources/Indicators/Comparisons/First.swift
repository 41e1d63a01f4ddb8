import Registers
import Storage

/// First crossings: who reaches a threshold now and did in no earlier year (practice.md 3.7).
extension Reckoner {
    /// Whether the member reaches the threshold for the first time; nothing where that can't be decided.
    func first(_ id: Name, _ operation: Formula.Operator, _ threshold: FigureTerm, _ factor: Amount) throws -> Result {
        let indicator = try calculation.indicator(id)
        let now = try value(indicator, question)
        let mark = try reckon(threshold).value
        let isReached = Reckoner.value(operation, now.value, mark, factor)
        guard isReached == .truth(true), let register = question.by.flatMap({ calculation.catalogue.register($0) }) else {
            return now.with(isReached)
        }
        let history = try calculation.history(of: register, question)
        let line = history.line(of: member)
        let since = calculation.catalogue.site.since
        var year = question.period.year - 1
        // Years before the book count as evidence too, where somebody wrote them down.
        while year >= min(since, history.earliest(line) ?? since) {
            if let period = question.period.same(in: year) {
                let answer = try calculation.earlier(indicator, question.over(period))
                let values = line.compactMap { answer[$0]?.value }
                if values.contains(where: { Reckoner.value(operation, $0, mark, factor) == .truth(true) }) { return now.with(.truth(false)) }
                if year < since, values.isEmpty { return now.with(.nothing) }
                if year == since, history.earliest(line) == nil, !values.isEmpty { return now.with(.nothing) }
            }
            year -= 1
        }
        return now.with(.truth(true))
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
