import Indicators
import Registers
import Reports
import Storage

/// How far a report can be written: to the last day of which its records tell.
struct ReportReach {
    private let desk: Desk
    private let reading: Reading

    init(_ desk: Desk, _ reading: Reading) {
        self.desk = desk
        self.reading = reading
    }

    /// The latest periods, the newest first; of a yearly report all years of the book.
    func periods(of report: ReportDeclaration) throws -> [Period] {
        if report.rhythm == .year { return try desk.years(reading).reversed().compactMap { Period(year: $0) } }
        var periods: [Period] = []
        var next = report.rhythm.period(of: try last(of: report) ?? desk.today)
        while let period = next, periods.count < ReportReach.count(report.rhythm), period.year >= desk.catalogue.site.since {
            periods.append(period)
            next = period.previous
        }
        return periods
    }

    /// How many periods stand in a list.
    private static func count(_ rhythm: Rhythm) -> Int {
        switch rhythm {
        case .day: 7
        case .week: 8
        case .month: 12
        case .quarter: 8
        case .half, .year: 6
        }
    }

    /// The last day, up to today, of the records that its first figure is counted from, or its first list made of; nil where there are none.
    private func last(of report: ReportDeclaration) throws -> Day? {
        let names = report.formulas.flatMap(\.paths).compactMap(\.path.first)
        for name in names {
            guard let indicator = desk.indicators.indicator(named: name), indicator.kind == .flow,
                let register = indicator.register.flatMap({ desk.catalogue.register($0) }), let day = try last(of: register)
            else { continue }
            return day
        }
        return try report.registers.lazy.compactMap { desk.catalogue.register(named: $0) }.compactMap { try last(of: $0) }.first
    }

    private func last(of register: Register) throws -> Day? {
        guard let time = register.time else { return nil }
        let day: SQL = "\(register.dayColumn(of: time))"
        return try reading.value(
            "SELECT max(\(day)) FROM \(register.table.current) WHERE \(Register.voidColumn) = 0 AND \(day) <= \(desk.today)"
        ).integer.flatMap { Day(number: $0) }
    }
}
