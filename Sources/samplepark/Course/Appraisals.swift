import Storage

/// 考核: what each office's week comes to by its plan, its conduct and the day of filing; months, half-years and years are the means of their weeks.
struct Appraisals {
    let plans: [WeekPlan]
    let days: OfficeDays

    private static let columns: [Name] = ["cycle", "begins", "ends", "unit", "scores", "total", "grade", "action", "remark", "made_known", "state"]
    private static let subject = "综合办公室督查岗"
    /// Weeks are kept one by one since the bulletin of 2022.
    private static let weeklyFrom = Day(2022, 1, 1) ?? .first

    /// Tenths of a point out of 70, 20 and 10.
    private struct Score {
        let unit: String
        var plan: Int64
        var conduct: Int64
        var filing: Int64

        var total: Int64 { plan + conduct + filing }
    }

    func events() -> [TimelineEvent] {
        let weeks = Dictionary(grouping: plans) { $0.due }.sorted { $0.key < $1.key }.map { ($0.key, $0.value.map(score)) }
        var events: [TimelineEvent] = []
        for (due, scores) in weeks where due >= Self.weeklyFrom {
            let monday = plans.first { $0.due == due }?.monday ?? due
            events += told("weekly", monday, due, scores, after: 0)
        }
        for month in MonthOf.through(MonthOf(2021, 1), MonthOf(2022, 12)) {
            events += told("monthly", month.day(1), month.last, mean(weeks, month.day(1), month.last), after: 2)
        }
        for year in 2021...2022 {
            guard let first = Day(year, 1, 1), let half = Day(year, 6, 30), let last = Day(year, 12, 31) else { continue }
            events += told("half_yearly", first, half, mean(weeks, first, half), after: 5)
            events += told("yearly", first, last, mean(weeks, first, last), after: 10)
        }
        return events
    }

    private func score(_ plan: WeekPlan) -> Score {
        let breaches = days.breaches(plan.unit, plan.monday, plan.monday.adding(days: 6) ?? plan.due)
        let done = plan.filed == nil ? 0 : (plan.done * 700 + plan.planned / 2) / max(1, plan.planned)
        return Score(unit: plan.unit, plan: done, conduct: max(0, 200 - 30 * breaches), filing: plan.isInTime ? 100 : plan.filed == nil ? 0 : 50)
    }

    private func mean(_ weeks: [(Day, [Score])], _ from: Day, _ to: Day) -> [Score] {
        let within = weeks.filter { from <= $0.0 && $0.0 <= to }.flatMap(\.1)
        var units: [String] = []
        for score in within where !units.contains(score.unit) { units.append(score.unit) }
        return units.map { unit in
            let own = within.filter { $0.unit == unit }
            let half = Int64(own.count) / 2
            let part = { (path: KeyPath<Score, Int64>) in (own.reduce(0) { $0 + $1[keyPath: path] } + half) / Int64(own.count) }
            return Score(unit: unit, plan: part(\.plan), conduct: part(\.conduct), filing: part(\.filing))
        }
    }

    /// Made known on the working day after the period, or some days later.
    private func told(_ cycle: String, _ begins: Day, _ ends: Day, _ scores: [Score], after: Int) -> [TimelineEvent] {
        let later = days.days.filter { $0 > ends }
        guard !scores.isEmpty, later.count > after else { return [] }
        let known = later[after]
        let best = scores.map(\.total).max() ?? 0
        let praised = scores.first { $0.total == best }?.unit
        let rows = scores.map { score in
            let action = action(score, cycle, isBest: score.unit == praised && best >= 950)
            let remark = ["criticised", "called_in"].contains(action) ? "周计划落实得分\(tenths(score.plan))，出勤纪律得分\(tenths(score.conduct))" : ""
            return [
                cycle, begins.iso, ends.iso, score.unit, items(score), tenths(score.total), grade(score.total), action, remark, known.iso,
                "announced",
            ]
        }
        return [
            TimelineEvent(
                at: SiteTime.at(known, hour: 10, minute: 10), subject: Self.subject, reason: "考核通报", register: "appraisal",
                act: .add(SampleTable(Self.columns, rows)))
        ]
    }

    private func action(_ score: Score, _ cycle: String, isBest: Bool) -> String {
        if score.total < (cycle == "weekly" ? 600 : 800) { return "called_in" }
        if score.total < (cycle == "weekly" ? 750 : 850) { return "criticised" }
        return isBest ? "praised" : "nothing"
    }

    private func items(_ score: Score) -> String {
        let items: [(item: String, full: Int64, score: Int64, proof: String)] = [
            ("周计划落实", 700, score.plan, "部室周计划"), ("出勤纪律", 200, score.conduct, "出勤登记"), ("报送时效", 100, score.filing, "填报日期"),
        ]
        return items.map { "\($0.item)|\(tenths($0.full))|\(tenths($0.score))|\($0.proof)" }.joined(separator: "\n")
    }

    private func grade(_ total: Int64) -> String { total >= 950 ? "excellent" : total >= 850 ? "good" : total >= 600 ? "fair" : "poor" }

    private func tenths(_ value: Int64) -> String { "\(value / 10).\(value % 10)" }
}
