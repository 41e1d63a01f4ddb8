import Indicators
import Registers
import Storage

/// Reads what was promised for a year from its two registers, and looks at the figures.
struct CommitmentSource {
    static let targetRegister: Name = "target"
    static let promiseRegister: Name = "promise"
    private static let pageSize = 200

    let figures: Figures
    let year: Int
    let day: Day
    let asOf: Int64?
    let reading: Reading

    private var catalogue: Catalogue { figures.book.catalogue }
    private var lastDay: Day { Day(year, 12, 31) ?? day }

    func targets() throws -> [Commitment] {
        guard let register = catalogue.register(CommitmentSource.targetRegister) else { return [] }
        let chapter = Words(zh: "年度目标", en: "Targets")
        return try records(of: register).map { record in
            let metOn = record.day("met_on")
            var one = commitment(record, register, chapter, name: "subject", promised: "words", proof: "proof")
            if let metOn { one.progress = metOn.iso }
            if let target = target(record, register) { one.measure = try measure(target, record) }
            if let measure = one.measure {
                one.light = try light(measure, due: one.due)
            } else {
                one.light = .ofWords(isKept: metOn.map { $0 <= day } ?? false, isUnderWay: false, due: one.due, on: day)
            }
            return one
        }
    }

    func promises() throws -> [Commitment] {
        guard let register = catalogue.register(CommitmentSource.promiseRegister) else { return [] }
        return try records(of: register).map { record in
            let kind = register.field("chapter").map { Words(zh: record.text($0, .zh), en: record.text($0, .en)) }
            var one = commitment(record, register, kind ?? register.name, name: "name", promised: "words", proof: "proof")
            if let field = register.field("progress") { one.progress = record.text(field, .zh) }
            if let low = amount("mark", record, register) {
                one.measure = try measure(Target(subject: one.name, direction: .atLeast, low: low), record)
            }
            one.light = try light(record, register, one)
            return one
        }
    }

    /// A person's finding goes before the figure: who says that a promise is kept says why.
    private func light(_ record: Record, _ register: Register, _ one: Commitment) throws -> CommitmentLight {
        let state = record.state.flatMap { register.state($0) }
        if state?.stage == .void { return .withdrawn }
        if state?.id == "carried" { return .carried }
        let keptOn = record.day("kept_on")
        if state?.stage == .done || keptOn.map({ $0 <= day }) == true { return .kept }
        if let measure = one.measure { return try light(measure, due: one.due) }
        return .ofWords(isKept: false, isUnderWay: state?.stage == .waiting, due: one.due, on: day)
    }

    private func commitment(
        _ record: Record, _ register: Register, _ chapter: Words, name: Name, promised: Name, proof: Name
    ) -> Commitment {
        func text(_ field: Name) -> String { register.field(field).map { record.text($0, .zh) } ?? "" }
        return Commitment(
            record: RecordNumber(register: register.id, id: record.id), chapter: chapter, name: text(name), promised: text(promised),
            owner: text("owner"), due: record.day("due") ?? lastDay, measure: nil, progress: "", proof: text(proof), light: .open)
    }

    // MARK: numbers

    private func target(_ record: Record, _ register: Register) -> Target? {
        guard let direction = record["direction"].text.flatMap({ Target.Direction(rawValue: $0) }) else { return nil }
        return Target(
            subject: record.title, direction: direction, isGrowth: record["measured"].text == "growth",
            low: amount("low", record, register), high: amount("high", record, register),
            lowAdjusted: amount("low_adjusted", record, register), highAdjusted: amount("high_adjusted", record, register))
    }

    private func amount(_ field: Name, _ record: Record, _ register: Register) -> Amount? {
        guard let units = record[field].integer, let kind = register.field(field)?.kind else { return nil }
        return Amount(units: units, places: kind.places)
    }

    /// The aim with the figure as it stands; nil where the record names no indicator of the park. Under a scope that the indicator
    /// can't be asked for nothing is known to be reached.
    private func measure(_ aim: Target, _ record: Record) throws -> Commitment.Measure? {
        guard let indicator = record["indicator"].text.flatMap({ figures.indicators.indicator(named: $0) }) else { return nil }
        let scope = record["scope"].text.flatMap { Name($0) } ?? "park"
        guard let period = period(through: day.month) else { return nil }
        let target = try reached(aim, indicator, scope, period) ?? aim
        return Commitment.Measure(indicator: indicator, scope: scope, period: period, target: target)
    }

    private func reached(_ aim: Target, _ indicator: Indicator, _ scope: Name, _ period: Period) throws -> Target? {
        do { return try figures.reached(aim, by: indicator.id, period, scope: scope, asOf: asOf, in: reading) } catch is Diagnostic { return nil }
    }

    private func light(_ measure: Commitment.Measure, due: Day) throws -> CommitmentLight {
        let isAdding = measure.indicator.kind == .flow
        var whole: Target? = measure.target
        if isAdding, day.year == year, day.day < Day.length(ofMonth: day.month, in: year) {
            whole = try period(through: day.month - 1).flatMap { try reached(measure.target, measure.indicator, measure.scope, $0) }
        }
        return .ofNumber(measure.target, whole: whole, isAdding: isAdding, due: due, on: day)
    }

    /// The year as far as it has come: to the end of a month while it runs, the whole of it before and afterwards.
    private func period(through month: Int) -> Period? {
        guard day.year == year, month < 12 else { return Period(year: year) }
        return month < 1 ? nil : Period(year: year, months: 1...month)
    }

    private func records(of register: Register) throws -> [Record] {
        guard figures.permission.sees(register) else { return [] }
        let filters = try Filters.read([("year.in_period", String(year))], register, catalogue)
        var found: [Record] = []
        while true {
            let query = Query(
                register, filters: filters, start: .after(found.last?.id ?? 0), limit: CommitmentSource.pageSize, asOf: asOf)
            let page = try Records(figures.book, figures.permission).listing(query, in: reading).records
            found += page
            if page.count < CommitmentSource.pageSize { return found }
        }
    }
}

extension Record {
    /// A field that is a day.
    fileprivate func day(_ field: Name) -> Day? { self[field].integer.flatMap { Day(number: $0) } }
}
