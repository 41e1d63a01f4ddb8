import Indicators
import Registers
import Reports
import Storage

/// The periods of a report to go to from one of them: all years, or those around it, the one before and the one after.
struct ReportPeriods {
    let periods: [Period]
    let current: Period

    /// How many periods stand on either side of the current one.
    private static let near = 5

    init(_ report: CompiledReport, _ desk: Desk, _ reading: Reading) throws {
        current = report.period
        guard current.kind != .year else {
            periods = try desk.years(reading).compactMap { Period(year: $0) }
            return
        }
        var found = [current]
        while found.count <= ReportPeriods.near, let before = found[0].previous, before.year >= desk.catalogue.site.since {
            found.insert(before, at: 0)
        }
        for _ in 0..<ReportPeriods.near {
            guard let next = found.last?.next, next.start <= desk.today else { break }
            found.append(next)
        }
        periods = found
    }

    func view(_ visit: Visit, href: (Period) -> String) -> HTML {
        let links: [HTML] = periods.map { period in
            let mark: HTML = period == current ? " aria-current=\"page\"" : ""
            return "<a href=\"\(href(period))\"\(mark)>\(visit(ReportPeriods.short(period)))</a>"
        }
        return "<nav class=\"periods\" aria-label=\"\(visit("期间", "Periods"))\">\(links)</nav>"
    }

    /// A period as a word in a row of them: the year only where it would be missed.
    static func short(_ period: Period) -> Words {
        switch period.kind {
        case .day: Words(zh: "\(period.end.month)月\(period.end.day)日", en: period.end.iso)
        case .week: Words(zh: "\(period.year)年第\(period.week)周", en: period.description)
        default: period.words
        }
    }
}
