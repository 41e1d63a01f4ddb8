import Registers
public import Storage

extension Figures {
    /// What was reached of an aim that stands in any record, by the end of the period.
    ///
    /// Throws a `Diagnostic` where the scope can't be asked.
    public func reached(
        _ aim: Target, by id: Name, _ period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading
    ) throws -> Target {
        let calculation = Calculation(self, reading)
        var target = aim
        try target.reach(try calculation.indicator(id), Question(period: period, scope: scope, asOf: asOf), calculation)
        return target
    }
}

extension Target {
    /// Adds what was reached, and what was due by then.
    mutating func reach(_ indicator: Indicator, _ question: Question, _ calculation: Calculation) throws {
        let whole = Reckoner(calculation, question.whole)
        let leaf = FigureTerm.Leaf(indicator: indicator.id, comparison: isGrowth ? .growth : .value, text: indicator.id.text)
        let result = try whole.one(.leaf(leaf))
        reached = result.value
        status = result.status
        settle()
        if !isGrowth, indicator.kind == .flow { pace = try Target.pace(indicator, question, calculation) }
    }

    /// What share of last year's whole had come by the same day: the profile of a year is not a straight line.
    private static func pace(_ indicator: Indicator, _ question: Question, _ calculation: Calculation) throws -> Amount? {
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
