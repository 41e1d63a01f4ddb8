import Storage

/// 任务周报: where each task in hand stands at the end of a week: the step, its evidence, what comes next; never a percentage.
struct TaskWeeks {
    let content: SampleContent
    let days: OfficeDays
    let seed: UInt64

    private static let columns: [Name] = ["task", "week", "reached", "proof", "next", "help", "filed"]
    private static let steps = [
        ("办理方案已定，责任到岗", "办理方案", "与相关单位对接"), ("已与相关单位对接，情况基本摸清", "对接记录", "形成初步成果"), ("初步成果已形成，正在征求意见", "征求意见稿", "修改完善并报审"),
        ("修改稿已报审，佐证正在归集", "报审件", "申请办结"),
    ]
    private static let helps = ["请发展改革部门加快备案", "请自然资源部门协调用地", "请供电单位明确接入方案", "请财政部门落实资金", "请相关部室提供数据"]

    private struct Span {
        let code: String
        let begun: Day
        let due: Day
        let finished: Day?
    }

    func events() throws -> [TimelineEvent] {
        let spans = try spans()
        var draw = SplitMix64(seed, "task weeks")
        var events: [TimelineEvent] = []
        var monday = Day(2021, 1, 4)
        while let first = monday, let friday = first.adding(days: 4), friday <= Start.end {
            if let due = days.days.last(where: { first <= $0 && $0 <= friday }) {
                let rows = spans.filter { $0.begun < due && ($0.finished.map { due < $0 } ?? true) }.map { row($0, first, due, &draw) }
                if !rows.isEmpty {
                    events.append(
                        TimelineEvent(
                            at: SiteTime.at(due, hour: 16, minute: 20), subject: "综合办公室督查岗", reason: "任务周报", register: "task_week",
                            act: .add(SampleTable(Self.columns, rows))))
                }
            }
            monday = first.adding(days: 7)
        }
        return events
    }

    private func spans() throws -> [Span] {
        var spans: [Span] = []
        for (code, rows) in Dictionary(grouping: content.rows(of: "task"), by: { $0["*code"] }).sorted(by: { $0.key < $1.key }) {
            guard let begun = try rows[0].day("begun"), let due = try rows.compactMap({ try $0.day("due") }).last else { continue }
            let last = rows.last { ["withdrawn", "suspended"].contains($0["state"]) }
            let finished = try rows.compactMap { try $0.day("finished") }.last ?? last?.day("#at")
            spans.append(Span(code: code, begun: begun, due: due, finished: finished))
        }
        return spans
    }

    /// The step by the share of the time that has gone.
    private func row(_ span: Span, _ monday: Day, _ day: Day, _ draw: inout SplitMix64) -> [String] {
        let (gone, all) = (max(0, day.ordinal - span.begun.ordinal), max(1, span.due.ordinal - span.begun.ordinal))
        let step = Self.steps[min(3, gone * 4 / all)]
        let help = draw.once(in: 9) ? Self.helps[Int(draw.whole(0...Int64(Self.helps.count - 1)))] : ""
        return [span.code, monday.iso, span.due < day ? "已超时限，正在加快办理" : step.0, step.1, step.2, help, day.iso]
    }
}
