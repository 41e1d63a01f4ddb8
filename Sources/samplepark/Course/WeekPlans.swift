import Storage

/// 部室周计划: every office by Friday since 2021; some late, few never. Fewer were late in 2022.
struct WeekPlans {
    let plans: [WeekPlan]

    private static let columns: [Name] = ["unit", "week", "due", "filed", "planned", "done", "carried"]
    private static let subject = "综合办公室督查岗"

    init(days: OfficeDays, seed: UInt64) {
        var draw = SplitMix64(seed, "week plans")
        var plans: [WeekPlan] = []
        var monday = Day(2021, 1, 4)
        while let first = monday, let friday = first.adding(days: 4), friday <= Start.end {
            // The last working day from Monday to Friday; a week without one has no plan.
            if let due = days.days.last(where: { first <= $0 && $0 <= friday }) {
                for line in days.lines(on: due) { plans.append(Self.plan(line.unit, first, due, days, &draw)) }
            }
            monday = first.adding(days: 7)
        }
        self.plans = plans
    }

    private static func plan(_ unit: String, _ monday: Day, _ due: Day, _ days: OfficeDays, _ draw: inout SplitMix64) -> WeekPlan {
        let planned = draw.whole(5...11)
        let isLater = due.year > 2021
        let carried = draw.once(in: isLater ? 3 : 2) ? draw.whole(1...2) : 0
        let isLate = draw.once(in: isLater ? 40 : 14)
        let isNever = isLate && draw.once(in: 5)
        let next = days.days.first { $0 > due }
        return WeekPlan(unit: unit, monday: monday, due: due, filed: isNever ? nil : isLate ? next : due, planned: planned, done: planned - carried)
    }

    func events() -> [TimelineEvent] {
        Dictionary(grouping: plans) { $0.due }.sorted { $0.key < $1.key }.flatMap { due, plans in
            let rows = plans.map { plan in
                [plan.unit, plan.monday.iso, due.iso] + (plan.isInTime ? [due.iso] + numbers(plan) : ["", "", "", ""])
            }
            var events = [event(SiteTime.at(due, hour: 16, minute: 50), "部室周计划汇总", .add(SampleTable(Self.columns, rows)))]
            for plan in plans {
                guard !plan.isInTime, let filed = plan.filed else { continue }
                let values = Dictionary(uniqueKeysWithValues: zip(Self.columns.dropFirst(3), [filed.iso] + numbers(plan)))
                let step = SampleStep(["unit": plan.unit, "week": plan.monday.iso], values)
                events.append(event(SiteTime.at(filed, hour: 9, minute: 50), "补报周计划", .change([step])))
            }
            return events
        }
    }

    private func numbers(_ plan: WeekPlan) -> [String] { ["\(plan.planned)", "\(plan.done)", "\(plan.planned - plan.done)"] }

    private func event(_ at: Moment, _ reason: String, _ act: TimelineEvent.Act) -> TimelineEvent {
        TimelineEvent(at: at, subject: Self.subject, reason: reason, register: "week_plan", act: act)
    }
}
