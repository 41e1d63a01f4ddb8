import Registers
import Storage

/// Puts a figure together: the value with its unit, completeness, operands and definition.
struct Figuring {
    private let calculation: Calculation
    private let question: Question

    init(_ calculation: Calculation, _ question: Question) {
        self.calculation = calculation
        self.question = question
    }

    /// The figure of an indicator.
    func figure(_ indicator: Indicator) throws -> Figure {
        try check(FigureTerm.leaf(.init(indicator: indicator.id, comparison: .value, text: indicator.id.text)))
        let result = try Reckoner(calculation, question).value(indicator)
        var figure = Figure(
            indicator: indicator.id.text, name: indicator.name, period: question.period, scope: question.scope, value: result.value,
            unit: indicator.unit?.symbol, places: indicator.places, status: Figuring.status(result), rows: result.rows, missing: [], undecided: [],
            operands: try operands(of: indicator), asOf: question.asOf, definition: indicator.digest)
        try complete(&figure, indicator)
        return figure
    }

    /// The figure of an expression that was checked.
    func figure(_ term: FigureTerm, _ type: TermType, text: String) throws -> Figure {
        if case .leaf(let leaf) = term, leaf.comparison == .value { return try figure(try calculation.indicator(leaf.indicator)) }
        try check(term)
        let result = try Reckoner(calculation, question).one(term)
        var figure = Figure(
            indicator: text, name: try name(term, text), period: question.period, scope: question.scope, value: result.value, unit: unit(type),
            places: try places(term, type, result.value), status: Figuring.status(result), rows: result.rows, missing: [], undecided: [],
            operands: try operands(of: term), asOf: question.asOf, definition: definition(term, text))
        if case .leaf(let leaf) = term { try complete(&figure, try calculation.indicator(leaf.indicator)) }
        return figure
    }

    /// Nothing is known of what isn't there, so nothing about it is settled.
    private static func status(_ result: Reckoner.Result) -> FigureStatus { result.value == .nothing ? .flash : result.status }

    /// Refuses a scope that one of the counted registers can't be divided by, before anything is counted.
    private func check(_ term: FigureTerm) throws {
        guard question.scope != "park" else { return }
        for leaf in term.leaves {
            let indicator = try calculation.indicator(leaf.indicator)
            if case .scope = leaf.comparison { continue }
            if case .counted(let counted) = indicator.definition { _ = try calculation.scope(question.scope, on: counted.register) }
            for inner in indicator.leaves { try check(.leaf(inner)) }
        }
    }

    private func complete(_ figure: inout Figure, _ indicator: Indicator) throws {
        if let completeness = try calculation.completeness(indicator, question) {
            figure.expected = completeness.expected
            figure.reported = completeness.reported
            figure.missing = completeness.missing
        }
        guard case .members(let members) = indicator.definition else { return }
        let undecided = try calculation.holders(indicator, members, question).filter { $0.value.value == .nothing }
        guard !undecided.isEmpty, let register = calculation.catalogue.register(members.register) else { return }
        let titles = try Titles(reading: calculation.reading, register: register, asOf: question.asOf).of(Array(undecided.keys))
        figure.undecided = Array(titles.values.sorted().prefix(Figure.missingLimit))
    }

    // MARK: operands

    private func operands(of indicator: Indicator) throws -> [Figure.Operand] {
        guard case .derived = indicator.definition else { return [] }
        return try operands(of: indicator.term)
    }

    /// The figures that an expression was computed from; a comparison is told by what it compares.
    private func operands(of term: FigureTerm) throws -> [Figure.Operand] {
        var operands: [Figure.Operand] = []
        for leaf in term.leaves {
            for part in try parts(of: leaf) where !operands.contains(part) { operands.append(part) }
        }
        return operands
    }

    private func parts(of leaf: FigureTerm.Leaf) throws -> [Figure.Operand] {
        let indicator = try calculation.indicator(leaf.indicator)
        let prior = question.period.sameLastYear
        switch leaf.comparison {
        case .growth, .increment, .multiple, .points, .change:
            return [try operand(indicator, .value, question.period)] + (try prior.map { [try operand(indicator, .prior, $0)] } ?? [])
        case .prior: return try prior.map { [try operand(indicator, .prior, $0)] } ?? []
        case .chain:
            return [try operand(indicator, .value, question.period)]
                + (try question.period.previous.map { [try operand(indicator, .value, $0)] } ?? [])
        case .twoYear:
            var all = [try operand(indicator, .value, question.period), try operand(indicator, .prior, prior ?? question.period)]
            if let prior, let before = prior.sameLastYear {
                let earlier = Figuring(calculation, question.over(prior))
                all += [try operand(indicator, .value, prior), try earlier.operand(indicator, .prior, before)]
            }
            return all
        case .share(let whole, _):
            return [try operand(indicator, .value, question.period), try operand(try calculation.indicator(whole), .value, question.period)]
        case .next: return try question.period.same(in: question.period.year + 1).map { [try operand(indicator, .value, $0)] } ?? []
        case .at(let year): return try question.period.same(in: year).map { [try operand(indicator, .value, $0)] } ?? []
        case .cumulative: return [try operand(indicator, .value, Reckoner.cumulative(indicator, question.period))]
        case .scope(let scope): return [try Figuring(calculation, question.under(scope)).operand(indicator, .value, question.period)]
        case .toDate(let inner):
            return try Figuring(calculation, question.over(Reckoner.toDate(indicator, question.period)))
                .parts(of: .init(indicator: leaf.indicator, comparison: inner, text: leaf.text))
        case .value, .names, .target, .reporters: return [try operand(indicator, .value, question.period)]
        }
    }

    private func operand(_ indicator: Indicator, _ comparison: Comparison, _ period: Period) throws -> Figure.Operand {
        let isPrior = comparison == .prior
        let result = try isPrior ? Reckoner(calculation, question).prior(indicator) : Reckoner(calculation, question.over(period)).value(indicator)
        return Figure.Operand(
            name: isPrior ? "\(indicator.id.text).prior" : indicator.id.text, period: period, value: result.value,
            unit: indicator.unit?.symbol, places: indicator.places, status: Figuring.status(result), rows: result.rows)
    }

    // MARK: how it is told

    /// What is rounded keeps its name; other expressions are told as they were written.
    private func name(_ term: FigureTerm, _ text: String) throws -> Words {
        if case .call(.round, let arguments) = term, let rounded = arguments.first { return try name(rounded, text) }
        guard case .leaf(let leaf) = term else { return Words(zh: text, en: text) }
        let indicator = try calculation.indicator(leaf.indicator)
        let words = leaf.comparison.words
        return Words(zh: indicator.name.zh + words.zh, en: indicator.name.en + words.en)
    }

    private func unit(_ type: TermType) -> String? {
        if case .number(let unit) = type { return unit?.symbol }
        return nil
    }

    /// A comparison has places of its own; what is rounded has those it is rounded to; an expression as many as its figures;
    /// a bare parameter, and what is aimed at, as many as they need: somebody set them so.
    private func places(_ term: FigureTerm, _ type: TermType, _ value: FigureValue) throws -> Int {
        switch term {
        case .leaf(let leaf) where leaf.comparison.isAim:
            let own = try leaf.comparison.places ?? calculation.indicator(leaf.indicator).places
            return value.amount.map { min($0.neededPlaces, own) } ?? own
        case .leaf(let leaf):
            let indicator = try calculation.indicator(leaf.indicator)
            return leaf.comparison.places ?? indicator.places
        case .call(.round, let arguments):
            guard case .constant(.amount(let places))? = arguments.last, let whole = places.units(places: 0) else { return 0 }
            return Int(min(max(whole, 0), 18))
        case .constant(.amount(let amount)): return amount.neededPlaces
        default:
            if case .number(let unit?) = type, unit.symbol == "%" { return 1 }
            return try term.leaves.map { leaf in try leaf.comparison.places ?? calculation.indicator(leaf.indicator).places }.max() ?? 0
        }
    }

    private func definition(_ term: FigureTerm, _ text: String) -> String {
        let digests = term.leaves.compactMap { calculation.figures.indicators.indicator($0.indicator)?.digest }
        return TextDigest.hexadecimal([text, "\(term)"] + digests)
    }
}
