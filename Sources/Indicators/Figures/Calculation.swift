import Registers
import Storage

/// One asking on one snapshot: what it has counted once it doesn't count again, and it knows which answers may be remembered.
final class Calculation {
    let figures: Figures
    let reading: Reading
    let catalogue: Catalogue
    private var counters: [Name: Int64] = [:]
    private var scopes: [ScopeKey: Term?] = [:]
    private var answers: [FigureMemory.Key: Answer] = [:]

    private var histories: [Name: MemberHistory] = [:]

    private struct ScopeKey: Hashable {
        var scope: Name
        var register: Name
    }

    init(_ figures: Figures, _ reading: Reading) {
        self.figures = figures
        self.reading = reading
        catalogue = figures.book.catalogue
    }

    func indicator(_ id: Name) throws -> Indicator {
        if let indicator = figures.indicators.indicator(id) { return indicator }
        throw Diagnostic(
            Calculation.asked, "unknown-indicator", Words(zh: "没有指标“\(id.text)”。", en: "There is no indicator “\(id.text)”."),
            suggestion: Suggestion.nearest(to: id.text, among: figures.indicators.indicators.map(\.id.text)))
    }

    /// Where something stands that was not declared but asked.
    static let asked = Place(file: "", line: 1, column: 1)

    // MARK: answers

    /// The answer of an indicator to a question.
    func answer(_ indicator: Indicator, _ question: Question) throws -> Answer {
        switch indicator.definition {
        case .counted(let counted): return try answer(counted, of: indicator, .value, question)
        case .members(let members): return try once(indicator, .value, question) { try self.count(indicator, members, question) }
        case .derived: return try once(indicator, .value, question) { try self.derived(indicator, question) }
        }
    }

    private func count(_ indicator: Indicator, _ members: Members, _ question: Question) throws -> Answer {
        let holders = try holders(indicator, members, question).filter { $0.value.value != .nothing }
        let status = try status(of: members.having, question)
        if question.by != nil { return holders.mapValues { Tally(value: .amount(.one), rows: $0.rows, status: status) } }
        if question.period.end.year < catalogue.site.since { return [0: .none] }
        return [0: Tally(value: .amount(Amount(Int64(holders.count))), rows: holders.count, status: status)]
    }

    /// Those of whom a `having` holds, with the value of its first figure; those of whom it can't be told, with nothing.
    func holders(_ indicator: Indicator, _ members: Members, _ question: Question) throws -> Answer {
        var grouped = question
        grouped.by = members.register
        return try remembered(indicator, .members, grouped) { try MemberCount(self, members).holders(grouped) }
    }

    /// A count of members is as settled as the figures that it is taken from.
    private func status(of term: FigureTerm, _ question: Question) throws -> FigureStatus {
        guard question.period.end.year >= catalogue.site.since else { return .flash }
        return try term.leaves.map { leaf in
            let indicator = try indicator(leaf.indicator)
            return try settled(indicator, question.whole, try answer(indicator, question.whole)[0] ?? .none)
        }.min() ?? .counted
    }

    /// A figure whose reporters are not all there is a flash figure.
    func settled(_ indicator: Indicator, _ question: Question, _ tally: Tally) throws -> FigureStatus {
        guard let completeness = try completeness(indicator, question), !completeness.isComplete else { return tally.status }
        return .flash
    }

    /// The answer of the base that an indicator declares.
    func prior(_ indicator: Indicator, _ question: Question) throws -> Answer {
        if let comparable = indicator.comparable { return try answer(comparable, of: indicator, .comparable, question) }
        if indicator.base == .published { return try published(indicator, question) }
        guard let period = question.period.sameLastYear else { return question.by == nil ? [0: .none] : [:] }
        return try answer(indicator, question.over(period))
    }

    /// What last year's edition printed; of the members nothing was.
    private func published(_ indicator: Indicator, _ question: Question) throws -> Answer {
        guard question.by == nil else { return [:] }
        guard let period = question.period.sameLastYear,
            let value = try figures.published?.value(
                indicator.id, period, scope: question.scope, unit: indicator.unit, asOf: question.asOf, in: reading)
        else { return [0: .none] }
        return [0: Tally(value: .amount(value), rows: 1, status: .final)]
    }

    private func answer(_ counted: Counted, of indicator: Indicator, _ part: FigureMemory.Part, _ question: Question) throws -> Answer {
        try remembered(indicator, part, question) {
            try self.counting(counted, of: indicator, question).answer()
        }
    }

    func counting(_ counted: Counted, of indicator: Indicator, _ question: Question) throws -> Counting {
        var group: FieldPath?
        if let by = question.by {
            guard let path = Grouping(catalogue, [:]).path(counted, to: by), let register = catalogue.register(by) else {
                try Grouping(catalogue, [:]).check(
                    indicator, by: try MeasureReader.register(by.text, catalogue, Calculation.asked), Calculation.asked)
                return try counting(counted, of: indicator, question.whole)
            }
            _ = register
            group = path
        }
        return Counting(
            catalogue: catalogue, reading: reading, counted: counted, indicator: indicator, question: question,
            scope: try scope(question.scope, on: counted.register), group: group)
    }

    private func derived(_ indicator: Indicator, _ question: Question) throws -> Answer {
        let members: [Int64] = question.by == nil ? [0] : try Array(self.members(of: indicator.term, question)).sorted()
        var answer: Answer = [:]
        for (member, result) in zip(members, try Reckoner(self, question, members: members).reckon(indicator.term)) {
            var value = result.value
            if let amount = value.amount, indicator.factor != .one {
                value = (try? amount.multiplied(by: indicator.factor)).map { .amount($0) } ?? .word(.tooLarge)
            }
            var status = result.status
            if case .fixed(let fixed) = indicator.standing { status = fixed.isSettled ? status : min(status, fixed) }
            answer[member] = Tally(value: value, rows: result.rows, status: status)
        }
        return answer
    }

    /// Who has a record in any of the figures of an expression.
    func members(of term: FigureTerm, _ question: Question) throws -> Set<Int64> {
        var members: Set<Int64> = []
        for leaf in term.leaves {
            let indicator = try indicator(leaf.indicator)
            for answer in try answers(of: leaf, indicator, question) { members.formUnion(answer.keys) }
        }
        members.remove(0)
        return members
    }

    /// The answers that a leaf looks into.
    private func answers(of leaf: FigureTerm.Leaf, _ indicator: Indicator, _ question: Question) throws -> [Answer] {
        switch leaf.comparison {
        case .toDate(let inner):
            return try answers(
                of: .init(indicator: leaf.indicator, comparison: inner, text: leaf.text), indicator,
                question.over(Reckoner.toDate(indicator, question.period)))
        case .prior: return [try prior(indicator, question)]
        case .next:
            return try question.period.same(in: question.period.year + 1).map { [try answer(indicator, question.over($0))] } ?? []
        case .at(let year): return try question.period.same(in: year).map { [try answer(indicator, question.over($0))] } ?? []
        case .cumulative: return [try answer(indicator, question.over(Reckoner.cumulative(indicator, question.period)))]
        case .scope(let scope): return [try answer(indicator, question.under(scope))]
        case .growth, .increment, .multiple, .points, .change:
            return [try answer(indicator, question), try prior(indicator, question)]
        default: return [try answer(indicator, question)]
        }
    }

    /// The answer for an earlier year, also for one before the book.
    func earlier(_ indicator: Indicator, _ question: Question) throws -> Answer {
        var asked = question
        asked.isEvidence = question.period.end.year < catalogue.site.since
        return try answer(indicator, asked)
    }

    /// When the records of a register began.
    func history(of register: Register, _ question: Question) throws -> MemberHistory {
        if let known = histories[register.id] { return known }
        let history = try MemberHistory(register, question, reading)
        histories[register.id] = history
        return history
    }

    // MARK: scopes

    /// A scope's condition on a register; nil for the whole. Throws a diagnostic where the register lacks its fields.
    func scope(_ id: Name, on register: Name) throws -> Term? {
        let key = ScopeKey(scope: id, register: register)
        if let known = scopes[key] { return known }
        let term = try ScopeReading(catalogue).term(id, on: register)
        scopes[key] = .some(term)
        return term
    }

    // MARK: completeness

    /// Who had to report; nil where nobody is expected, or where only a part is counted.
    func completeness(_ indicator: Indicator, _ question: Question) throws -> Completeness? {
        guard let id = indicator.expected, let roster = catalogue.rosters[id], case .counted(let counted) = indicator.definition,
            let reporter = indicator.reporter, question.by == nil, question.period.end.year >= catalogue.site.since
        else { return nil }
        var whole = question
        // Whoever didn't report can't be placed in a scope.
        whole.scope = "park"
        let key = try key(indicator, .completeness, whole)
        if let key, case .completeness(let known) = figures.memory.recall(key) { return known }
        let result = try RosterCount(
            catalogue: catalogue, reading: reading, roster: roster, counted: counted, reporter: reporter, period: question.period, asOf: question.asOf
        ).completeness()
        if let key, let result { figures.memory.keep(.completeness(result), under: key) }
        return result
    }

    // MARK: memory

    /// Computes an answer once in this asking; every member of a breakdown asks for it again.
    private func once(_ indicator: Indicator, _ part: FigureMemory.Part, _ question: Question, _ compute: () throws -> Answer) throws -> Answer {
        let key = FigureMemory.Key(definition: indicator.digest, part: part, question: question, counters: [])
        if let known = answers[key] { return known }
        let answer = try compute()
        answers[key] = answer
        return answer
    }

    private func remembered(_ indicator: Indicator, _ part: FigureMemory.Part, _ question: Question, _ compute: () throws -> Answer) throws -> Answer
    {
        try once(indicator, part, question) {
            guard let key = try key(indicator, part, question) else { return try compute() }
            if case .answer(let known) = figures.memory.recall(key) { return known }
            let answer = try compute()
            figures.memory.keep(.answer(answer), under: key)
            return answer
        }
    }

    /// Nil inside a write: its counters stand for several states of the book, and it may yet be undone.
    private func key(_ indicator: Indicator, _ part: FigureMemory.Part, _ question: Question) throws -> FigureMemory.Key? {
        guard !(reading is Writing) else { return nil }
        let reads = try RegistersRead(self).of(indicator, question)
        return FigureMemory.Key(
            definition: indicator.digest + catalogue.digest, part: part, question: question,
            counters: try reads.sorted { $0.text < $1.text }.map { try counter($0) })
    }

    private func counter(_ register: Name) throws -> Int64 {
        if let known = counters[register] { return known }
        let counter = try reading.counter(Register.tableName(register), year: 0)
        counters[register] = counter
        return counter
    }
}
