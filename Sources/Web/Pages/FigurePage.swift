import Indicators
import Registers
import Storage

/// One figure with everything behind it: base, growth, operands, definition, series, breakdown, rows, and where it is printed.
struct FigurePage: Page {
    /// A figure that the main one is compared with, and how it came about.
    struct Comparison {
        enum Kind { case prior, growth, increment }
        let kind: Kind
        let figure: Figure
    }

    let indicator: Indicator
    let figure: Figure
    let period: Period
    let scope: Scope?
    let scopes: [Scope]
    let asOf: Change?
    let comparisons: [Comparison]
    let asked: AskedExpression?
    let change: Figure?
    let series: [Figure]
    let target: Target?
    let breakdown: Breakdown?
    let rows: FigureRowsPart?
    let uses: [FigureUse]
    let definition: FigureDefinition
    let years: [Int]

    var room: Frame.Room { .indicators }
    func title(_ visit: Visit) -> String { "\(visit(indicator.name)) · \(visit(period.words))" }

    init(_ indicator: Indicator, _ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        self.indicator = indicator
        let since = desk.catalogue.site.since
        let latest = max(since, try desk.latestYear(reading))
        let period = try FigurePage.period(visit, latest)
        self.period = period
        years = try desk.years(reading)
        let scope = try FigurePage.scope(visit, desk)
        self.scope = desk.catalogue.scope(scope)
        let number = try desk.asOf(visit, reading)
        asOf = try number.flatMap { try reading.change(number: $0) }
        let question = FigureQuestion(indicator: indicator, period: period, scope: scope, asOf: number, desk: desk)
        scopes = try desk.catalogue.scopes.filter { try question.canAsk($0.id, reading) }
        do {
            figure = try desk.figures.figure(indicator.id, period, scope: scope, asOf: number, in: reading)
        } catch let diagnostic as Diagnostic {
            throw Problem.invalid([diagnostic.message])
        }
        comparisons = try question.comparisons(reading)
        asked = try AskedExpression(question, visit, reading)
        change = try desk.change(of: indicator, period, scope: scope, asOf: number, reading)
        let periods = (since...max(latest, min(period.year, latest + 1))).compactMap { period.same(in: $0) }
        series = try desk.figures.series(indicator.id, Array(periods.suffix(12)), scope: scope, asOf: number, in: reading)
        target = try? desk.figures.target(indicator.id, period, scope: scope, asOf: number, in: reading)
        breakdown = try Breakdown(question, figure, asked: visit["by"], visit, reading)
        rows = try FigureRowsPart(question, visit, reading)
        uses = FigureUse.all(of: indicator.id, period, desk.reports)
        definition = FigureDefinition(indicator, figure, desk.catalogue, desk.indicators)
    }

    static func period(_ visit: Visit, _ latest: Int) throws(Problem) -> Period {
        guard let written = visit["period"] else {
            guard let year = Period(year: latest) else { throw Problem.nowhere }
            return year
        }
        guard let period = Period(written) else {
            throw Problem.invalid([
                Words(
                    zh: "“\(written.prefix(30))”不是期间。写成 2022、2022-03、2022Q1、2022H1。",
                    en: "“\(written.prefix(30))” is no period. Write 2022, 2022-03, 2022Q1 or 2022H1.")
            ])
        }
        return period
    }

    static func scope(_ visit: Visit, _ desk: Desk) throws(Problem) -> Name {
        guard let written = visit["scope"] else { return "park" }
        guard let scope = Name(written).flatMap({ desk.catalogue.scope($0) }) else {
            throw Problem.missing(zh: "没有“\(written.prefix(30))”这个统计范围。", en: "There is no scope “\(written.prefix(30))”.")
        }
        return scope.id
    }

    /// The pairs that this page's own links keep.
    var kept: [(String, String)] {
        var pairs: [(String, String)] = []
        if let scope, scope.id != "park" { pairs.append(("scope", scope.id.text)) }
        if let asOf { pairs.append(("asof", String(asOf.number))) }
        return pairs
    }

    /// The same figure for another period.
    func link(_ other: Period) -> String { Link.figure(indicator.id, other, kept) }
}

/// What is asked of an indicator, so that the parts of its page ask the same.
struct FigureQuestion {
    let indicator: Indicator
    let period: Period
    let scope: Name
    let asOf: Int64?
    let desk: Desk

    /// The indicator with a comparison behind its name.
    func formula(_ member: String? = nil) -> Formula {
        Formula(.path([indicator.id.text] + (member.map { [$0] } ?? [])), indicator.place)
    }

    /// Whether the records that are counted can be told apart by a scope.
    func canAsk(_ scope: Name, _ reading: Reading) throws -> Bool {
        do {
            _ = try desk.figures.figure(indicator.id, period, scope: scope, asOf: asOf, in: reading)
            return true
        } catch is Diagnostic {
            return false
        }
    }

    /// Base, growth and increment; in percentage points for an indicator in %.
    func comparisons(_ reading: Reading) throws -> [FigurePage.Comparison] {
        guard indicator.gives == .number else { return [] }
        let members: [(FigurePage.Comparison.Kind, String)] = [
            (.prior, "prior"), (.growth, indicator.unit?.symbol == "%" ? "points" : "growth"), (.increment, "increment"),
        ]
        return try members.compactMap { kind, member in
            if kind == .increment, indicator.unit?.symbol == "%" { return nil }
            let figure = try desk.figures.evaluate(formula(member), period, scope: scope, asOf: asOf, in: reading)
            return FigurePage.Comparison(kind: kind, figure: figure)
        }
    }
}
