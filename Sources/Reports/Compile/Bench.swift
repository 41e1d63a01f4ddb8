import Indicators
import Registers
import Storage

/// Where one report is put together: figures of one period as they were known at one change, each computed once.
///
/// It lives inside one `Store.read`, so that a whole report sees the same book.
final class Bench {
    let figures: Figures
    let reading: Reading
    /// The period of the report.
    let period: Period
    let asOf: Int64?
    private var remembered: [Key: Figure] = [:]

    private struct Key: Hashable {
        var text: String
        var period: Period
    }

    init(_ figures: Figures, _ period: Period, asOf: Int64?, in reading: Reading) {
        self.figures = figures
        self.period = period
        self.asOf = asOf
        self.reading = reading
    }

    /// The year that the report's period belongs to.
    var year: Int { period.year }
    /// The book's first year.
    var since: Int { figures.book.catalogue.site.since }

    /// The same period of another year; the report's own where the calendar has none.
    func period(_ year: Int) -> Period { period.same(in: year) ?? period }

    /// The figure of an expression for the report's period, or the same period of another year.
    func figure(_ formula: Formula, _ year: Int? = nil) throws -> Figure { try figure(formula, of: year.map { period($0) } ?? period) }

    /// The figure of an expression for any period.
    func figure(_ formula: Formula, of period: Period) throws -> Figure {
        let key = Key(text: text(formula), period: period)
        if let figure = remembered[key] { return figure }
        var figure = try figures.evaluate(formula, period, asOf: asOf, in: reading)
        if case .path(let path) = formula.kind, path.count == 2, path[0] == "parameter", let name = parameter(path[1]) { figure.name = name }
        remembered[key] = figure
        return figure
    }

    /// The expression written out, the same for the same meaning: what slots and addresses know a figure by.
    func text(_ formula: Formula) -> String { figures.text(of: formula) }

    private func parameter(_ text: String) -> Words? { Name(text).flatMap { figures.book.catalogue.parameters[$0]?.name } }

    /// The value of an expression for each record of a register that meets a condition.
    func members(_ formula: Formula, of set: RecordSet) throws -> [Member] {
        try figures.breakdown(
            formula, by: set.register, where: set.filter ?? Formula(.truth(true), formula.place), period, asOf: asOf, in: reading)
    }
}
