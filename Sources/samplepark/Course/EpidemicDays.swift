import Storage

/// 疫情日报 and 消杀 of 2021 and 2022: a report for each day, zero or not, and what was disinfected week by week.
struct EpidemicDays {
    let content: SampleContent
    let seed: UInt64

    /// On the first day of the Spring Festival of 2021 nobody reported, and nobody can do so afterwards.
    private static let unreported = "2021-02-12"
    /// Days on which some units hadn't reported by the evening.
    private static let short = ["2021-01-20": 3, "2021-08-02": 1, "2021-11-09": 2]

    func events() -> [TimelineEvent] {
        (2021...2022).flatMap { year in
            let days = WorkingDays.days(of: year)
            return days.compactMap { report($0) } + weeks(days)
        }
    }

    private func report(_ day: Day) -> TimelineEvent? {
        guard day.iso != Self.unreported else { return nil }
        // The firms that were here, and the committee itself.
        let expected = content.enterprises.count { $0.isHere(day) } + 1
        let reported = expected - (Self.short[day.iso] ?? 0)
        let columns: [Name] = ["day", "imported", "confirmed", "suspected", "expected", "reported", "by"]
        let cells = [day.iso, "0", "0", "0", "\(expected)", "\(reported)", "综合办公室督查岗"]
        return TimelineEvent(
            at: SiteTime.at(day, hour: 17, minute: 30), subject: "综合办公室督查岗", reason: "疫情零报告", register: "epidemic_day",
            act: .add(SampleTable(columns, [cells])))
    }

    /// Written up on the last day of each week.
    private func weeks(_ days: [Day]) -> [TimelineEvent] {
        let columns: [Name] = ["day", "place", "person_times", "area", "vehicles"]
        var rows: [[String]] = []
        var events: [TimelineEvent] = []
        for day in days {
            rows += places(day)
            guard day.weekday == 7 || day == days.last else { continue }
            events.append(
                TimelineEvent(
                    at: SiteTime.at(day, hour: 18, minute: 10), subject: "企业服务中心走访岗", reason: "本周消杀登记", register: "disinfection",
                    act: .add(SampleTable(columns, rows))))
            rows = []
        }
        return events
    }

    /// Gates every day, dormitories twice a week, plants three times, offices on working days, roads on Saturdays.
    private func places(_ day: Day) -> [[String]] {
        var draw = SplitMix64(seed, "disinfection \(day.iso)")
        let isTense = day.year == 2022 && [3, 4, 7, 10, 11].contains(day.month)
        let more: Int64 = isTense ? 2 : 1
        func row(_ place: String, _ people: ClosedRange<Int64>, _ area: ClosedRange<Int64>, vehicles: ClosedRange<Int64>? = nil) -> [String] {
            let count = draw.whole(people) * more
            let squares = draw.whole(area) * 10 * more
            return [day.iso, place, "\(count)", "\(squares)", vehicles.map { "\(draw.whole($0))" } ?? ""]
        }
        var rows = [row("gates", 4...7, 40...75, vehicles: 160...340)]
        if [1, 4].contains(day.weekday) { rows.append(row("dormitory", 5...9, 320...520)) }
        if [2, 4, 6].contains(day.weekday) { rows.append(row("plant", 8...14, 900...1600)) }
        if WorkingDays.isWorked(day) { rows.append(row("office", 2...3, 45...80)) }
        if day.weekday == 6 { rows.append(row("public_way", 3...6, 700...1300)) }
        return rows
    }
}
