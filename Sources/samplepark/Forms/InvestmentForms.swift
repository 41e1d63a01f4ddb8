import Storage

/// 项目投资月报: what was dispatched and what the statistics counted, by phase and month.
struct InvestmentForms {
    let projects: [Project]
    let seed: UInt64

    private static let columns: [Name] = ["phase", "month", "dispatched", "statutory", "zone", "state"]

    func events() -> [TimelineEvent] {
        var rows: [MonthOf: [[String]]] = [:]
        for project in projects {
            guard let started = project.started else { continue }
            for year in 2018...2022 { spread(project, started, year, &rows) }
        }
        return rows.sorted { $0.key < $1.key }.map { month, rows in
            TimelineEvent(
                at: SiteTime.at(SiteTime.weekday(month.next.day(5)), hour: 17, minute: 40), subject: "项目推进部投资统计岗",
                reason: "\(month.year)年\(month.month)月投资月报", register: "investment", act: .add(SampleTable(Self.columns, rows)))
        }
    }

    private func spread(_ project: Project, _ started: Day, _ year: Int, _ rows: inout [MonthOf: [[String]]]) {
        let total = project.dispatched[year] ?? 0
        guard total > 0 else { return }
        let first = max(MonthOf(started), MonthOf(year, 1))
        let last = min(project.commissioned.map(MonthOf.init) ?? MonthOf(2022, 12), MonthOf(year, 12))
        let months = first <= last ? MonthOf.through(first, last) : [MonthOf(year, 12)]
        var draw = SplitMix64(seed, "investment \(project.code) \(year)")
        let weights = months.map { _ in draw.whole(60...140) }
        let dispatched = Shares.split(total, weights)
        var counted = zip(months, weights).map { month, weight in
            project.statisticsFrom.map { MonthOf($0) <= month } ?? false ? weight : 0
        }
        let statutory = project.statutory[year] ?? 0
        if statutory > 0, counted.allSatisfy({ $0 == 0 }) { counted[counted.count - 1] = 1 }
        let parts = Shares.split(statutory, counted)
        for (index, month) in months.enumerated() {
            let cell = counted[index] > 0 && statutory > 0 ? Hundredths.text(parts[index]) : ""
            rows[month, default: []].append([project.phase, month.text, Hundredths.text(dispatched[index]), cell, project.row["zone"], "locked"])
        }
    }
}
