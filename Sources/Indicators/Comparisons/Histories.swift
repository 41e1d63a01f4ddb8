public import Registers
public import Storage

/// Comparisons that look back over the years of the book.
extension Figures {
    /// Who reaches a threshold in the period and did in no earlier year, predecessors followed (practice.md 3.7).
    public func crossing(
        _ id: Name, by register: Name, over threshold: Formula, _ period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading
    ) throws -> Crossing {
        let first = Formula(.pair(.atLeast, Formula(.path([id.text, "first"]), threshold.place), threshold), threshold.place)
        let term = try read(first, over: register).term
        let calculation = Calculation(self, reading)
        let question = Question(period: period, scope: scope, asOf: asOf, by: register)
        let holders = try MemberCount(calculation, Members(register: register, filter: nil, having: term)).holders(question)
        let naming = Naming(calculation)
        var undecided = holders.filter { $0.value.value == .nothing }
        for member in undecided.keys {
            let indicator = try calculation.indicator(id)
            undecided[member] = try calculation.answer(indicator, question)[member]
        }
        return Crossing(
            members: try naming.members(holders.filter { $0.value.value != .nothing }, of: register, question),
            undecided: try naming.members(undecided, of: register, question))
    }

    /// How many years in a row, up to the year of the period, a condition on figures held.
    public func run(_ condition: Formula, until period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading) throws -> Run {
        let term = try truth(condition)
        let calculation = Calculation(self, reading)
        var run = Run(count: 0, first: nil, undecided: nil)
        var year = period.year
        while year >= book.catalogue.site.since - 1, let asked = period.same(in: year) {
            let result = try Reckoner(calculation, Question(period: asked, scope: scope, asOf: asOf)).one(term).value
            guard let holds = result.truth else {
                run.undecided = year
                break
            }
            guard holds else { break }
            run.count += 1
            run.first = year
            year -= 1
        }
        return run
    }

    /// How many years in a row, up to the year of the period, a register has a record that meets a condition; `at` is the
    /// field that says of which year it is, the register's time where none is given.
    public func run(
        recordsOf register: Name, where filter: Formula?, at field: Name? = nil, until period: Period, asOf: Int64? = nil, in reading: Reading
    ) throws -> Run {
        let place = filter?.place ?? Calculation.asked
        let members = try MeasureReader.register(register.text, book.catalogue, place)
        let terms = TermReading(book.catalogue, register: members)
        guard let time = field ?? members.time else {
            throw Diagnostic(place, "time", Words(zh: "“\(members.name.zh)”没有时间字段。", en: "“\(members.name.en)” has no field for time."))
        }
        _ = try terms.field([time.text], place)
        let column = members.dayColumn(of: time)
        let condition: Term? = if let filter { try terms.condition(filter) } else { nil }
        let calculation = Calculation(self, reading)
        let sql = TermSQL(
            alias: "t", dialect: reading.dialect, period: (period.start, period.end),
            source: { book.catalogue.register($0)?.table.source(asOf: asOf) ?? "\(Register.tableName($0))" })
        var conditions: [SQL] = ["t.\(Register.voidColumn) = 0", "t.\(column) IS NOT NULL"]
        if let condition { conditions.append(try sql.condition(condition)) }
        var years: Set<Int> = []
        try calculation.reading.forEach(
            "SELECT DISTINCT \(reading.dialect.year(of: "t.\(column)")) FROM \(members.table.source(asOf: asOf)) AS t WHERE \(conditions, joined: " AND ")"
        ) { row in
            if let year = row.integer(at: 0) { years.insert(Int(year)) }
        }
        var run = Run(count: 0, first: nil, undecided: nil)
        var year = period.year
        while years.contains(year) {
            run.count += 1
            run.first = year
            year -= 1
        }
        if run.count > 0, year < book.catalogue.site.since { run.undecided = year }
        return run
    }

    /// Whether the value of an expression is above that of every earlier year of the book, strictly.
    /// - Parameter years: how many years are compared, this one included; nil for all. Where the book has fewer, or one of
    ///   them has no figure, it can't be decided unless an earlier year is higher.
    public func record(
        _ formula: Formula, _ period: Period, years: Int? = nil, scope: Name = "park", asOf: Int64? = nil, in reading: Reading
    ) throws -> Peak {
        let typed = try read(formula, over: nil)
        let calculation = Calculation(self, reading)
        let since = book.catalogue.site.since
        let first = years.map { period.year - max(1, $0) + 1 } ?? since
        var peak = Peak(isRecord: nil, compared: [], without: [])
        for year in first...max(first, period.year) {
            guard let asked = period.same(in: year) else { continue }
            let figure = try Figuring(calculation, Question(period: asked, scope: scope, asOf: asOf))
                .figure(typed.term, typed.type, text: FormulaText.text(formula))
            peak.compared.append(figure)
            if figure.value.amount == nil { peak.without.append(year) }
        }
        guard let own = peak.compared.last?.value.amount else { return peak }
        let others = peak.compared.dropLast().compactMap(\.value.amount)
        if others.contains(where: { $0 >= own }) {
            peak.isRecord = false
        } else if years != nil {
            peak.isRecord = peak.without.isEmpty && !others.isEmpty ? true : nil
        } else {
            // The first years of an increment or a growth have nothing to compare with, and that is no gap.
            let gaps = peak.compared.drop { $0.value.amount == nil }.contains { $0.value.amount == nil }
            peak.isRecord = gaps || others.isEmpty ? nil : true
        }
        return peak
    }

    private func truth(_ formula: Formula) throws -> FigureTerm {
        let typed = try read(formula, over: nil)
        guard typed.type == .truth else {
            throw Diagnostic(formula.place, "condition", Words(zh: "这里要写一个条件。", en: "A condition is needed here."))
        }
        return typed.term
    }
}
