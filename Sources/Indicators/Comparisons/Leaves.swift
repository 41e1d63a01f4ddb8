import Registers
import Storage

/// What an indicator's name and what follows it come to.
extension Reckoner {
    func leaf(_ leaf: FigureTerm.Leaf) throws -> [Result] {
        let indicator = try calculation.indicator(leaf.indicator)
        let places = leaf.comparison.places ?? indicator.places
        switch leaf.comparison {
        case .value: return try values(indicator, question)
        case .prior: return try priors(indicator, question)
        case .next:
            guard let period = question.period.same(in: question.period.year + 1) else { return all(Result(value: .nothing, status: .flash)) }
            return try values(indicator, question.over(period))
        case .at(let year):
            guard let period = question.period.same(in: year) else { return all(Result(value: .nothing, status: .flash)) }
            return try values(indicator, question.over(period))
        case .cumulative: return try values(indicator, question.over(Reckoner.cumulative(indicator, question.period)))
        case .scope(let scope): return try values(indicator, question.under(scope))
        case .growth: return try compared(indicator, question) { Growth.rate($0, over: $1) }
        case .increment, .points: return try compared(indicator, question) { Growth.increment($0, over: $1) }
        case .multiple: return try compared(indicator, question) { Growth.multiple($0, over: $1) }
        case .change where indicator.unit?.symbol == "%":
            return try compared(indicator, question) { Growth.pointsChange($0, over: $1, places: places) }
        case .change: return try compared(indicator, question) { Growth.change($0, over: $1, places: places) }
        case .chain:
            guard let previous = question.period.previous else { return all(Result(value: .word(.noBase), status: .flash)) }
            return Reckoner.combined(try values(indicator, question), try values(indicator, question.over(previous))) { Growth.rate($0, over: $1) }
        case .twoYear: return try twoYear(indicator)
        case .share(let other, let factor):
            let wholes = try values(try calculation.indicator(other), question)
            return Reckoner.combined(try values(indicator, question), wholes) { Growth.share($0, of: $1, factor: factor) }
        case .names(let count):
            let names = try Naming(calculation).names(indicator, question.whole)
            let text = FigureValue.text(names.prefix(count ?? names.count).joined(separator: "、"))
            return try values(indicator, question).map { $0.with(text) }
        case .target(let part, let choice): return try target(part, choice, indicator)
        case .reporters(let part): return try reporters(part, indicator)
        case .toDate(let inner):
            let other = Reckoner(calculation, question.over(Reckoner.toDate(indicator, question.period)), members: members, own: own)
            return try other.leaf(.init(indicator: leaf.indicator, comparison: inner, text: leaf.text))
        }
    }

    private static func combined(_ left: [Result], _ right: [Result], _ combine: (FigureValue, FigureValue) -> FigureValue) -> [Result] {
        zip(left, right).map { $0.with(combine($0.value, $1.value), and: $1) }
    }

    /// Everything up to the period's end; what holds at the end holds anyway.
    static func cumulative(_ indicator: Indicator, _ period: Period) -> Period {
        indicator.kind == .stock ? period : Period(until: period.end)
    }

    /// The year up to the period's end; what holds at the end holds anyway.
    static func toDate(_ indicator: Indicator, _ period: Period) -> Period { indicator.kind == .stock ? period : period.yearToDate }

    private func compared(_ indicator: Indicator, _ question: Question, _ compare: (FigureValue, FigureValue) -> FigureValue) throws -> [Result] {
        // A member without a record this time is not the same as one that made nothing.
        Reckoner.combined(try values(indicator, question, fills: false), try priors(indicator, question, fills: false), compare)
    }

    /// Each year's multiple is taken on its own base, so a list of reporters that changes doesn't matter.
    private func twoYear(_ indicator: Indicator) throws -> [Result] {
        guard let before = question.period.sameLastYear else { return all(Result(value: .word(.noBase), status: .flash)) }
        let second = try compared(indicator, question) { Growth.multiple($0, over: $1) }
        let first = try compared(indicator, question.over(before)) { Growth.multiple($0, over: $1) }
        return Reckoner.combined(second, first) { Growth.twoYear($1, $0) }
    }

    private func target(_ part: Comparison.TargetPart, _ choice: Comparison.TargetChoice, _ indicator: Indicator) throws -> [Result] {
        guard let period = question.period.same(in: choice.year(from: question.period)), let register = TargetRegister(calculation.catalogue) else {
            return all(Result(value: .nothing, status: .flash))
        }
        var asked = question.whole.over(period)
        if let scope = choice.scope { asked.scope = scope }
        guard var target = try register.aim(indicator, asked, isGrowth: choice.isGrowth, calculation) else {
            return all(Result(value: .nothing, status: .flash))
        }
        // Where growth isn't asked for, a target of the growth says nothing about the level.
        let isLevel = !target.isGrowth || choice.isGrowth == true
        switch part {
        case .low: return all(Result(value: .number(isLevel ? target.lowNow : nil), status: .aim))
        case .high: return all(Result(value: .number(isLevel ? target.highNow : nil), status: .aim))
        case .setLow: return all(Result(value: .number(isLevel ? target.low : nil), status: .aim))
        case .setHigh: return all(Result(value: .number(isLevel ? target.high : nil), status: .aim))
        case .done:
            try target.reach(indicator, asked, calculation)
            let status = try Reckoner(calculation, asked).value(indicator).status
            return all(Result(value: .number(target.done), status: status))
        case .pace:
            try target.reach(indicator, asked, calculation)
            return all(Result(value: .number(target.pace), status: .aim))
        }
    }

    /// Of those who had to report; nothing where nobody is expected. Who did not is told by title, as far as a figure tells them.
    private func reporters(_ part: Comparison.ReportersPart, _ indicator: Indicator) throws -> [Result] {
        guard let completeness = try calculation.completeness(indicator, question.whole) else { return all(Result(value: .nothing, status: .flash)) }
        switch part {
        case .expected: return all(Result(value: .amount(Amount(Int64(completeness.expected))), status: .counted))
        case .reported: return all(Result(value: .amount(Amount(Int64(completeness.reported))), status: .counted))
        case .missing:
            return all(Result(value: completeness.missing.isEmpty ? .nothing : .text(completeness.missing.joined(separator: "、")), status: .counted))
        }
    }

    // MARK: values

    /// The value for all together.
    func value(_ indicator: Indicator) throws -> Result { try values(indicator, question).first ?? Result(value: .nothing) }

    /// The base for all together.
    func prior(_ indicator: Indicator) throws -> Result { try priors(indicator, question).first ?? Result(value: .nothing) }

    func values(_ indicator: Indicator, _ question: Question, fills: Bool = true) throws -> [Result] {
        try results(try calculation.answer(indicator, question), indicator, question, fills)
    }

    private func priors(_ indicator: Indicator, _ question: Question, fills: Bool = true) throws -> [Result] {
        let answer = try calculation.prior(indicator, question)
        // What was printed is no flash figure, whoever had not reported.
        if indicator.base == .published {
            return members.map { answer[$0].map { Result(value: $0.value, status: $0.status, rows: $0.rows) } ?? Result(value: .nothing) }
        }
        let asked = indicator.comparable == nil ? question.period.sameLastYear.map { question.over($0) } : question
        return try results(answer, indicator, asked ?? question, fills)
    }

    /// A member that has no record where others have is zero in a sum or a count, and unknown in anything else.
    private func results(_ answer: Answer, _ indicator: Indicator, _ question: Question, _ fills: Bool) throws -> [Result] {
        let absent = Result(value: fills && indicator.isAdditive && !answer.isEmpty ? .amount(.zero) : .nothing)
        return try members.map { member in
            if member == 0 {
                let tally = answer[0] ?? .none
                return Result(value: tally.value, status: try calculation.settled(indicator, question, tally), rows: tally.rows)
            }
            guard let tally = answer[member] else { return absent }
            return Result(value: tally.value, status: tally.status, rows: tally.rows)
        }
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
