import Storage

/// 企业走访 of 2021 and 2022: twice a week three firms, in turn, so that each is seen some three times a year.
struct Visits {
    let content: SampleContent
    let seed: UInt64

    private static let columns: [Name] = ["enterprise", "day", "grid", "by", "theme", "matters", "outcome"]

    /// In order of their days.
    func visits() -> [Visit] {
        let firms = content.enterprises
        guard !firms.isEmpty else { return [] }
        var visits: [Visit] = []
        var next = 0
        for day in (2021...2022).flatMap({ WorkingDays.of($0) }) where [2, 4].contains(day.weekday) {
            var left = 3
            // No firm is passed over for ever: whoever isn't here yet is asked again in the next turn.
            for _ in 0..<firms.count where left > 0 {
                let firm = firms[next % firms.count]
                next += 1
                guard firm.isHere(day), !firm.row["grid"].isEmpty else { continue }
                left -= 1
                visits.append(visit(firm, day))
            }
        }
        return visits
    }

    func events() -> [TimelineEvent] {
        visits().map { visit in
            let cells = [
                visit.firm.code, visit.day.iso, visit.grid, "企业服务中心走访岗", visit.theme, matters(visit), visit.isOpening ? "opened" : "nothing",
            ]
            return TimelineEvent(
                at: SiteTime.weekly(visit.day, hour: 15), subject: "企业服务中心走访岗", reason: "本周走访登记", register: "visit",
                act: .add(SampleTable(Self.columns, [cells])))
        }
    }

    private func visit(_ firm: Enterprise, _ day: Day) -> Visit {
        var draw = SplitMix64(seed, "visit \(firm.short) \(day.iso)")
        let isOpening = draw.once(in: 5)
        let themes = ["routine", "routine", "policy", "project", "request"]
        let isSeason = (day.month == 1 && day.day > 14) || (day.month == 9 && day.day > 24)
        return Visit(firm: firm, day: day, theme: isSeason ? "season" : themes[Int(draw.whole(0...4))], isOpening: isOpening)
    }

    private func matters(_ visit: Visit) -> String {
        var draw = SplitMix64(seed, "matters \(visit.title)")
        let seen = ["生产正常，订单平稳", "设备检修，产能利用率有所下降", "新产品试制，正在开拓市场", "原料价格上涨，成本压力较大", "用工稳定，安全管理制度上墙"]
        return seen[Int(draw.whole(0...4))] + (visit.isOpening ? "；带回诉求一件，另行登记" : "")
    }
}
