import Indicators
import Registers
public import Storage

/// Holds the bulletins of a year against the year, on one snapshot.
struct BulletinReconciler {
    let drafts: Drafts
    let year: Period
    let reading: Reading

    private var figures: Figures { drafts.figures }

    func reconcile() throws -> BulletinReconciliation {
        var sums: [PartsSum] = []
        for indicator in printed(by: drafts.catalogue.reports.filter { $0.rhythm != .year }) { sums.append(try sum(indicator)) }
        let (bulletins, departures) = try BulletinReview(drafts: drafts, year: year, reading: reading).review()
        return BulletinReconciliation(year: year.year, sums: sums, bulletins: bulletins, departures: departures)
    }

    /// The flows of records that some texts print, each once.
    private func printed(by reports: [ReportDeclaration]) -> [Indicator] {
        var seen: Set<Name> = []
        return reports.flatMap { $0.flows(figures.indicators) }.filter { seen.insert($0.id).inserted }
    }

    private func sum(_ indicator: Indicator) throws -> PartsSum {
        let whole = try figures.figure(indicator.id, year, in: reading)
        let months = try total(indicator, year.parts(.month))
        let parts = year.parts(.month).flatMap { $0.parts(.week) }
        let weeks = try total(indicator, parts)
        var line = PartsSum(
            indicator: indicator.id, name: indicator.name, unit: whole.unit, places: whole.places, year: whole.value.amount, months: months,
            weeks: weeks,
            straddling: [], verdict: .agrees)
        guard indicator.addsUp else {
            line.verdict = .isNotAdded
            return line
        }
        line.straddling = weeks == nil ? [] : try straddling(indicator)
        // A forms' month tells of no week.
        if months == nil, weeks == nil, line.year == nil {
            line.verdict = .noData
        } else if weeks == nil, months != nil {
            line.verdict = months == line.year ? .agreesByMonth : .differs
        } else {
            line.verdict = (months ?? .zero) == (line.year ?? .zero) && (weeks ?? .zero) == (line.year ?? .zero) ? .agrees : .differs
        }
        return line
    }

    /// What periods come to; nil where none has data.
    private func total(_ indicator: Indicator, _ periods: [Period]) throws -> Amount? {
        let amounts = try figures.series(indicator.id, periods, in: reading).compactMap(\.value.amount)
        return amounts.isEmpty ? nil : try amounts.reduce(.zero) { try $0.adding($1) }
    }

    private func straddling(_ indicator: Indicator) throws -> [StraddlingWeek] {
        try year.parts(.week).filter { $0.kind == .week }.compactMap { week in
            let parts = week.parts(.month)
            guard parts.count > 1 else { return nil }
            let whole = try figures.figure(indicator.id, week, in: reading).value.amount ?? .zero
            let amounts = try figures.series(indicator.id, parts, in: reading).map { $0.value.amount ?? .zero }
            guard !whole.isZero || amounts.contains(where: { !$0.isZero }) else { return nil }
            return StraddlingWeek(week: week, whole: whole, parts: Array(zip(parts, amounts)).map { (period: $0.0, amount: $0.1) })
        }
    }
}

extension ReportDeclaration {
    /// The flows counted from records that its text prints, in its sentences and tables.
    func flows(_ indicators: IndicatorCatalogue) -> [Indicator] {
        var formulas = formulas
        for line in text.lines {
            if case .table(let table) = line.kind { formulas += table.columns }
        }
        var seen: Set<Name> = []
        return formulas.flatMap(\.paths).compactMap { $0.path.first }.compactMap { indicators.indicator(named: $0) }
            .filter { $0.kind == .flow && $0.gives == .number && $0.register != nil && !$0.isOfMembers && seen.insert($0.id).inserted }
    }
}

extension Drafts {
    /// The bulletins of a year held against the year: Σ weeks = Σ months = year for each flow that they print, and what was printed
    /// and has since gone down, with the change that did it. Throws `Refused` where there is no such year.
    public func reconciliation(year: Int, in reading: Reading) throws -> BulletinReconciliation {
        guard let period = Period(year: year) else {
            throw Refused(zh: "年份 \(year) 不在 1 到 9999 之间。", en: "The year \(year) is not between 1 and 9999.")
        }
        return try BulletinReconciler(drafts: self, year: period, reading: reading).reconcile()
    }
}
