public import Indicators
import Registers
public import Storage

/// Where reports are asked for: each is put together anew from the book, as it is known now or was at a change.
public struct Drafts: Sendable {
    /// Where the figures are asked for.
    public let figures: Figures
    /// The declared reports.
    public let catalogue: ReportCatalogue

    /// Drafts of the declared reports, from the book of the figures.
    public init(_ figures: Figures, _ catalogue: ReportCatalogue) {
        self.figures = figures
        self.catalogue = catalogue
    }

    /// The report of a period of its own rhythm. `asOf` is the number of the change up to which the book was known; nil for now.
    /// Throws `Refused` where there is no such report, or the period is of another rhythm.
    public func report(_ id: Name, _ period: Period, asOf: Int64? = nil, in reading: Reading) throws -> CompiledReport {
        guard let declaration = catalogue.report(id) else {
            let names = catalogue.reports.map(\.id.text)
            throw Refused(
                zh: "没有报告“\(id.text)”，现有：\(names.joined(separator: "、"))。",
                en: "There is no report “\(id.text)”; there are: \(names.joined(separator: ", ")).")
        }
        guard period.kind == declaration.rhythm.kind else {
            let words = declaration.rhythm.refusal(declaration.title)
            throw Refused(zh: words.zh, en: words.en)
        }
        return try ReportCompiler(declaration: declaration, bench: Bench(figures, period, asOf: asOf, in: reading)).compile()
    }

    /// The report of a period on a snapshot of its own.
    public func report(_ id: Name, _ period: Period, asOf: Int64? = nil) throws -> CompiledReport {
        try figures.book.store.read { try report(id, period, asOf: asOf, in: $0) }
    }

    /// The report of a year. Throws `Refused` where there is no such report or year, or the report is of another rhythm.
    public func report(_ id: Name, year: Int, asOf: Int64? = nil, in reading: Reading) throws -> CompiledReport {
        guard let period = Period(year: year) else {
            throw Refused(zh: "年份 \(year) 不在 1 到 9999 之间。", en: "The year \(year) is not between 1 and 9999.")
        }
        return try report(id, period, asOf: asOf, in: reading)
    }

    /// The report of a year on a snapshot of its own.
    public func report(_ id: Name, year: Int, asOf: Int64? = nil) throws -> CompiledReport {
        try figures.book.store.read { try report(id, year: year, asOf: asOf, in: $0) }
    }
}
