import Storage

/// 项目节点 and 到位资金 of the key projects.
struct ProjectProgress {
    let projects: [Project]
    let seed: UInt64

    func events() -> [TimelineEvent] {
        projects.filter { $0.keyFrom != nil && !$0.isReserve && $0.opened != nil && $0.found.year >= 2020 }
            .flatMap { milestones($0) + funds($0) }
    }

    private func milestones(_ project: Project) -> [TimelineEvent] {
        guard let opened = project.opened, let due = project.due else { return [] }
        let began = project.started ?? opened.adding(days: 120) ?? opened
        let span = max(30, due.ordinal - began.ordinal)
        var draw = SplitMix64(seed, "milestones \(project.code)")
        let entered = max(opened, project.entered)
        var rows: [[String]] = []
        var events: [TimelineEvent] = []
        for (step, share) in [("开工", 0), ("主体完工", 45), ("设备安装", 72), ("竣工验收", 95), ("投产", 100)] {
            guard let planned = began.adding(days: span * share / 100) else { continue }
            rows.append([project.code, project.phase, step, planned.iso, "项目推进部"])
            let done: Day?
            switch step {
            case "开工": done = project.started
            case "竣工验收": done = project.completed
            case "投产": done = project.commissioned
            default: done = project.started == nil ? nil : planned.adding(days: Int(draw.whole(-9...16)))
            }
            guard let done, done <= Start.end, done >= entered, project.keyTo.map({ done <= $0 }) ?? true else { continue }
            let key: [Name: String] = ["project": project.code, "phase": project.phase, "step": step]
            let change = SampleStep(key, ["done": done.iso, "evidence": Start.evidence], to: "reached")
            events.append(event(done, "本周项目节点", "milestone", .change([change])))
        }
        let table = SampleTable(["project", "phase", "step", "planned", "unit"], rows)
        return [event(entered, "列出项目节点", "milestone", .add(table))] + events
    }

    private func funds(_ project: Project) -> [TimelineEvent] {
        guard let landed = project.landed, project.planned > 0 else { return [] }
        var draw = SplitMix64(seed, "funds \(project.code)")
        return (0..<Int(draw.whole(1...3))).compactMap { count in
            let amount = Shares.part(project.planned, Int128(draw.whole(40...110)), 1000)
            guard let arrived = landed.adding(days: count * 75 + Int(draw.whole(2...20))), let noted = arrived.adding(days: 6) else { return nil }
            let origin = project.row["investor"] == project.row["company"] ? "province" : "elsewhere"
            let cells = [
                project.code, arrived.iso, Hundredths.text(amount), origin, noted.iso, "招商服务部签约管理岗", Start.evidence, "accepted",
            ]
            let columns: [Name] = ["project", "arrived", "amount", "origin", "recognised", "recognised_by", "evidence", "state"]
            guard noted <= Start.end else { return nil }
            return event(noted, "到位资金认定", "fund_in", .add(SampleTable(columns, [cells])))
        }
    }

    private func event(_ day: Day, _ reason: String, _ register: Name, _ act: TimelineEvent.Act) -> TimelineEvent {
        TimelineEvent(
            at: SiteTime.weekly(day, hour: 17), subject: register == "fund_in" ? "招商服务部签约管理岗" : "项目推进部项目调度岗", reason: reason,
            register: register, act: act)
    }
}
