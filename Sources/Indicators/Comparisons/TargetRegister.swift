import Registers
import Storage

/// Reads what was aimed at from the register `target`, if the park keeps one.
struct TargetRegister {
    static let name: Name = "target"
    private let register: Register
    private let columns: [Name]

    /// Nil where there is no such register, or it lacks what a target needs.
    init?(_ catalogue: Catalogue) {
        guard let register = catalogue.register(TargetRegister.name) else { return nil }
        self.register = register
        columns = ["subject", "direction", "measured", "low", "high", "low_adjusted", "high_adjusted", "scope"]
        let needed: [Name] = ["year", "indicator", "direction", "low"]
        guard needed.allSatisfy({ register.field($0) != nil }) else { return nil }
    }

    /// The target of the year that the period ends in, with what was reached.
    func target(_ indicator: Indicator, _ question: Question, _ calculation: Calculation) throws -> Target? {
        guard var target = try aim(indicator, question, isGrowth: nil, calculation) else { return nil }
        try reach(&target, indicator, question, calculation)
        return target
    }

    /// What is aimed at, without a look at what was reached: of the level where there is one, else of the growth, or of the
    /// one that is asked for.
    func aim(_ indicator: Indicator, _ question: Question, isGrowth: Bool?, _ calculation: Calculation) throws -> Target? {
        guard let year = Day(question.period.year, 1, 1) else { return nil }
        let shown = columns.map { register.field($0) == nil ? SQL("NULL") : SQL("t.\(register.column(of: $0))") }
        var found: [Row] = []
        try calculation.reading.forEach(
            """
            SELECT \(shown, joined: ", ") FROM \(register.table.source(asOf: question.asOf)) AS t WHERE t.\(Register.voidColumn) = 0 \
            AND t.\(register.column(of: "year")) = \(year) AND t.\(register.column(of: "indicator")) = \(indicator.id.text) ORDER BY t.id
            """
        ) { row in
            if row.text(at: 7) ?? "park" == question.scope.text { found.append(row.kept()) }
        }
        if let isGrowth { found = found.filter { ($0.text(at: 2) == "growth") == isGrowth } }
        guard let row = found.first(where: { $0.text(at: 2) != "growth" }) ?? found.first,
            let direction = row.text(at: 1).flatMap({ Target.Direction(rawValue: $0) })
        else { return nil }
        return Target(
            subject: row.text(at: 0) ?? "", direction: direction, isGrowth: row.text(at: 2) == "growth", low: amount(row, 3, "low"),
            high: amount(row, 4, "high"), lowAdjusted: amount(row, 5, "low_adjusted"), highAdjusted: amount(row, 6, "high_adjusted"),
            reached: .nothing)
    }

    /// Adds what was reached, and what was due by then.
    func reach(_ target: inout Target, _ indicator: Indicator, _ question: Question, _ calculation: Calculation) throws {
        let whole = Reckoner(calculation, question.whole)
        let leaf = FigureTerm.Leaf(indicator: indicator.id, comparison: target.isGrowth ? .growth : .value, text: indicator.id.text)
        let result = try whole.one(.leaf(leaf))
        target.reached = result.value
        target.status = result.status
        target.settle()
        if !target.isGrowth, indicator.kind == .flow { target.pace = try pace(indicator, question, calculation) }
    }

    private func amount(_ row: Row, _ position: Int, _ field: Name) -> Amount? {
        guard let units = row.integer(at: position), let kind = register.field(field)?.kind else { return nil }
        return Amount(units: units, places: kind.places)
    }

    /// What share of last year's whole had come by the same day: the profile of a year is not a straight line.
    private func pace(_ indicator: Indicator, _ question: Question, _ calculation: Calculation) throws -> Amount? {
        let end = question.period.end
        let last = end.year - 1
        guard end.day == Day.length(ofMonth: end.month, in: end.year), let part = Period(year: last, months: 1...end.month),
            let all = Period(year: last)
        else { return nil }
        let some = try Reckoner(calculation, question.whole.over(part)).value(indicator).value
        let whole = try Reckoner(calculation, question.whole.over(all)).value(indicator).value
        guard let share = Growth.share(some, of: whole, factor: .one).amount, !share.isNegative else { return nil }
        return share
    }
}

extension Target {
    /// Compares what was reached with what holds now.
    mutating func settle() {
        guard let reached = reached.amount else { return }
        if let low = lowNow, low.isPositive { done = Growth.share(.amount(reached), of: .amount(low), factor: .one).amount }
        switch direction {
        case .atLeast: isMet = lowNow.map { reached >= $0 }
        case .atMost: isMet = (highNow ?? lowNow).map { reached <= $0 }
        case .binding: isMet = lowNow.map { low in highNow.map { low <= reached && reached <= $0 } ?? (reached == low) }
        }
    }
}
