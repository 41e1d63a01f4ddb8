import Registers
import Storage

/// What an indicator's name and what follows it come to.
extension Reckoner {
    func leaf(_ leaf: FigureTerm.Leaf) throws -> Result {
        let indicator = try calculation.indicator(leaf.indicator)
        let places = leaf.comparison.places ?? indicator.places
        switch leaf.comparison {
        case .value: return try value(indicator, question)
        case .prior: return try prior(indicator, question)
        case .at(let year):
            guard let period = question.period.same(in: year) else { return Result(value: .nothing, status: .flash) }
            return try value(indicator, question.over(period))
        case .cumulative: return try value(indicator, question.over(Reckoner.cumulative(indicator, question.period)))
        case .scope(let scope): return try value(indicator, question.under(scope))
        case .growth: return try compared(indicator, question) { Growth.rate($0, over: $1) }
        case .increment, .points: return try compared(indicator, question) { Growth.increment($0, over: $1) }
        case .multiple: return try compared(indicator, question) { Growth.multiple($0, over: $1) }
        case .change where indicator.unit?.symbol == "%":
            return try compared(indicator, question) { Growth.pointsChange($0, over: $1, places: places) }
        case .change: return try compared(indicator, question) { Growth.change($0, over: $1, places: places) }
        case .chain:
            guard let previous = question.period.previous else { return Result(value: .word(.noBase), status: .flash) }
            let (now, before) = (try value(indicator, question), try value(indicator, question.over(previous)))
            return now.with(Growth.rate(now.value, over: before.value), and: before)
        case .twoYear: return try twoYear(indicator)
        case .share(let other, let factor):
            let (part, whole) = (try value(indicator, question), try value(try calculation.indicator(other), question))
            return part.with(Growth.share(part.value, of: whole.value, factor: factor), and: whole)
        case .names(let count):
            let names = try Naming(calculation).names(indicator, question.whole)
            let all = try value(indicator, question)
            return all.with(.text(names.prefix(count ?? names.count).joined(separator: "、")))
        case .target(let part): return try target(part, indicator)
        }
    }

    /// Everything up to the period's end; what holds at the end holds anyway.
    static func cumulative(_ indicator: Indicator, _ period: Period) -> Period {
        indicator.kind == .stock ? period : Period(until: period.end)
    }

    private func compared(_ indicator: Indicator, _ question: Question, _ compare: (FigureValue, FigureValue) -> FigureValue) throws -> Result {
        // A member without a record this time is not the same as one that made nothing.
        let (now, base) = (try value(indicator, question, fills: false), try prior(indicator, question, fills: false))
        return now.with(compare(now.value, base.value), and: base)
    }

    /// Each year's multiple is taken on its own base, so a list of reporters that changes doesn't matter.
    private func twoYear(_ indicator: Indicator) throws -> Result {
        guard let before = question.period.sameLastYear else { return Result(value: .word(.noBase), status: .flash) }
        let second = try compared(indicator, question) { Growth.multiple($0, over: $1) }
        let first = try compared(indicator, question.over(before)) { Growth.multiple($0, over: $1) }
        return second.with(Growth.twoYear(first.value, second.value), and: first)
    }

    private func target(_ part: Comparison.TargetPart, _ indicator: Indicator) throws -> Result {
        guard let target = try TargetRegister(calculation.catalogue)?.target(indicator, question, calculation) else {
            return Result(value: .nothing, status: .flash)
        }
        let amount: Amount? =
            switch part {
            case .low: target.isGrowth ? nil : target.lowNow
            case .high: target.isGrowth ? nil : target.highNow
            case .setLow: target.isGrowth ? nil : target.low
            case .setHigh: target.isGrowth ? nil : target.high
            case .done: target.done
            case .pace: target.pace
            }
        let isReached = part == .done
        return Result(
            value: amount.map { .amount($0) } ?? .nothing, status: isReached ? try value(indicator, question).status : .final, rows: 0)
    }

    // MARK: values

    func value(_ indicator: Indicator, _ question: Question, fills: Bool = true) throws -> Result {
        try result(try calculation.answer(indicator, question), indicator, question, fills)
    }

    func prior(_ indicator: Indicator, _ question: Question, fills: Bool = true) throws -> Result {
        let answer = try calculation.prior(indicator, question)
        let asked = indicator.comparable == nil ? question.period.sameLastYear.map { question.over($0) } : question
        return try result(answer, indicator, asked ?? question, fills)
    }

    /// A member that has no record where others have is zero in a sum or a count, and unknown in anything else.
    private func result(_ answer: Answer, _ indicator: Indicator, _ question: Question, _ fills: Bool) throws -> Result {
        if let tally = answer[member] {
            let status = member == 0 ? try calculation.settled(indicator, question, tally) : tally.status
            return Result(value: tally.value, status: status, rows: tally.rows)
        }
        if member != 0, fills, indicator.isAdditive, !answer.isEmpty { return Result(value: .amount(.zero)) }
        return Result(value: .nothing, status: member == 0 ? .flash : .final)
    }
}

extension Indicator {
    /// Whether nothing counted is zero: of sums and counts, not of averages or of the latest.
    var isAdditive: Bool {
        switch definition {
        case .counted(let counted): [.count, .distinct, .sum].contains(counted.aggregate)
        case .members: true
        case .derived: false
        }
    }
}
