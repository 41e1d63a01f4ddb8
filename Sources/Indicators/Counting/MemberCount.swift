import Registers
import Storage

/// Counts the members of a register for which a condition on figures holds.
struct MemberCount {
    private let calculation: Calculation
    private let members: Members

    init(_ calculation: Calculation, _ members: Members) {
        self.calculation = calculation
        self.members = members
    }

    /// Those of whom it holds, with the value of the first figure; those of whom it can't be told, with nothing.
    func holders(_ question: Question) throws -> Answer {
        guard let register = calculation.catalogue.register(members.register), question.period.end.year >= calculation.catalogue.site.since else {
            return [:]
        }
        let term = members.having
        let records = try MemberCount.records(of: register, where: members.filter, question, calculation)
        // Who has no record in any of the figures is absent, unless it is asked who has none.
        let asked = term.testsZero ? records : records.intersection(try calculation.members(of: term, question))
        let own = try OwnRecords(term, of: register, question, calculation)
        let asking = Array(asked)
        let reckoner = Reckoner(calculation, question, members: asking, own: own)
        guard let leaf = term.leaves.first else { return [:] }
        let firsts = try reckoner.leaf(leaf)
        var answer: Answer = [:]
        for (index, result) in try reckoner.reckon(term).enumerated() {
            switch result.value {
            case .truth(true):
                let first = firsts[index]
                answer[asking[index]] = Tally(value: first.value == .nothing ? .truth(true) : first.value, rows: first.rows, status: result.status)
            case .nothing: answer[asking[index]] = Tally(value: .nothing, rows: 0, status: .flash)
            default: break
            }
        }
        return answer
    }

    /// The numbers of a register's records that are not void and meet a condition.
    static func records(of register: Register, where filter: Term?, _ question: Question, _ calculation: Calculation, permitted: SQL = .empty) throws
        -> Set<Int64>
    {
        let catalogue = calculation.catalogue
        let terms = TermSQL(
            alias: "t", dialect: calculation.reading.dialect, period: (question.period.start, question.period.end),
            source: { catalogue.register($0)?.table.source(asOf: question.asOf) ?? "\(Register.tableName($0))" })
        var conditions: [SQL] = ["t.\(Register.voidColumn) = 0"]
        if let filter { conditions.append(try terms.condition(filter)) }
        if !permitted.isEmpty { conditions.append(permitted) }
        var ids: Set<Int64> = []
        try calculation.reading.forEach("SELECT t.id FROM \(register.table.source(asOf: question.asOf)) AS t WHERE \(conditions, joined: " AND ")") {
            row in
            if let id = row.integer(at: 0) { ids.insert(id) }
        }
        return ids
    }
}
