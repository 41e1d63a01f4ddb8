import Storage

/// 企业库 and the directory of above-scale firms: who came when, stood still, moved, left, was admitted and dropped out.
struct EnterpriseCourse {
    let content: SampleContent

    private static let columns: [Name] = [
        "code", "name", "short", "predecessor", "industry", "zone", "grid", "chain", "chain_role", "ownership", "outside", "registered",
        "commissioned",
        "moved_in", "capital", "business", "province", "city", "address", "land",
    ]
    private static let admission: [Name] = ["enterprise", "kind", "event", "applied", "approved", "first_report", "certificate", "batch", "state"]

    func events() throws -> [TimelineEvent] {
        var events: [TimelineEvent] = []
        let byDay = Dictionary(grouping: content.enterprises) { max($0.movedIn ?? Start.day, Start.day) }
        for (day, firms) in byDay.sorted(by: { $0.key < $1.key }) {
            let reason = day == Start.day ? "建账：企业库" : "企业入园登记"
            let rows = firms.sorted { ($0.predecessor == nil ? 0 : 1) < ($1.predecessor == nil ? 0 : 1) }.map { row($0, on: day) }
            events.append(event(day, day == Start.day ? 8 : 9, reason, .add(SampleTable(Self.columns, rows))))
        }
        for firm in content.enterprises { events += try course(firm) }
        return try events + stoppages() + admissions() + capacities()
    }

    private func row(_ firm: Enterprise, on day: Day) -> [String] {
        let predecessor = firm.predecessor.flatMap { content.enterprise($0)?.code } ?? ""
        let commissioned = firm.commissioned.flatMap { $0 <= day ? $0.iso : nil } ?? ""
        let grids = ["grid_1": "一", "grid_2": "二", "grid_3": "三", "grid_4": "四", "grid_5": "五", "grid_6": "六"]
        let address = grids[firm.row["grid"]].map { "云川工业园区第\($0)片区" } ?? ""
        return [
            firm.code, firm.name, firm.short, predecessor, firm.row["industry"], firm.formerZone?.zone ?? firm.row["zone"], firm.row["grid"],
            firm.row["chain"], firm.row["role"], firm.row["ownership"], firm.row["outside"] == "是" ? "是" : "否", firm.row["registered"], commissioned,
            firm.row["moved_in"], firm.row["capital"], firm.row["business"], "示例省", "云川市", address, firm.row["land"],
        ]
    }

    private func course(_ firm: Enterprise) throws -> [TimelineEvent] {
        var events: [TimelineEvent] = []
        let key: [Name: String] = ["code": firm.code]
        if let day = firm.commissioned, day > max(firm.movedIn ?? Start.day, Start.day) {
            events.append(event(day, 15, "投产", .change([SampleStep(key, ["commissioned": day.iso])])))
        }
        if let moved = firm.formerZone {
            events.append(event(moved.until.day(1), 15, "调整所在区域", .change([SampleStep(key, ["zone": firm.row["zone"]])])))
        }
        if let day = firm.movedOut {
            events.append(event(day, 16, "企业退出", .change([SampleStep(key, ["moved_out": day.iso], to: "left")])))
        }
        return events
    }

    /// Each stoppage is written with all that were known before it.
    private func stoppages() throws -> [TimelineEvent] {
        var events: [TimelineEvent] = []
        var known: [String: [String]] = [:]
        for row in content.stoppages {
            guard let firm = content.enterprise(row["enterprise"]), let from = try row.day("from") else { continue }
            let before = known[firm.short] ?? []
            let key: [Name: String] = ["code": firm.code]
            let open = [from.iso, "", row["extent"], row["reason"]].joined(separator: "|")
            let began = (before + [open]).joined(separator: "\n")
            events.append(
                event(from, 14, row["reason"], .change([SampleStep(key, ["stoppages": began], to: row["extent"] == "full" ? "idle" : "half_idle")])))
            let closed = [from.iso, row["to"], row["extent"], row["reason"]].joined(separator: "|")
            known[firm.short] = before + [closed]
            let goesOn = try content.stoppages.contains { try $0["enterprise"] == firm.short && $0.day("from") == row.day("to")?.adding(days: 1) }
            guard let to = try row.day("to"), !goesOn else { continue }
            let ended = (before + [closed]).joined(separator: "\n")
            events.append(event(to, 14, "恢复生产", .change([SampleStep(key, ["stoppages": ended], to: "in_operation")])))
        }
        return events
    }

    private func admissions() throws -> [TimelineEvent] {
        var events: [TimelineEvent] = []
        for firm in content.enterprises {
            guard let approved = firm.admitted, let first = firm.firstReport, let applied = approved.adding(days: -45) else { continue }
            let key: [Name: String] = ["enterprise": firm.code, "kind": "above_scale", "event": "first", "applied": applied.iso]
            let cells = [
                firm.code, "above_scale", "first", applied.iso, approved.iso, first.text, "", approved.month == 12 ? "年度" : "月度", "certified",
            ]
            let at = max(approved.adding(days: 2) ?? approved, Start.day)
            let reason = at == Start.day ? "建账：规上企业" : "升规入库"
            events.append(qualification(at, reason, .add(SampleTable(Self.admission, [cells]))))
            guard let left = firm.leftDirectory else { continue }
            let values: [Name: String] = ["expires": left.iso, "lapse": firm.movedOut == nil ? "主营业务收入低于规上标准" : "企业退出园区"]
            events.append(qualification(left.adding(days: 9) ?? left, "退库", .change([SampleStep(key, values, to: "lapsed")])))
        }
        return events + waiting()
    }

    /// A firm that applied in the old year and was admitted in the new: it counts in neither stock of 2022.
    private func waiting() -> [TimelineEvent] {
        guard let firm = content.enterprise("云翼复材"), let asked = Day(2022, 11, 21), let admitted = Day(2023, 1, 17) else { return [] }
        let key: [Name: String] = ["enterprise": firm.code, "kind": "above_scale", "event": "first", "applied": asked.iso]
        let table = SampleTable(["enterprise", "kind", "event", "applied"], [[firm.code, "above_scale", "first", asked.iso]])
        let step = SampleStep(key, ["approved": admitted.iso, "first_report": "2023-02"], to: "certified")
        return [qualification(asked, "升规申报", .add(table)), qualification(admitted, "升规入库", .change([step]))]
    }

    /// 产能核定, once, for the firms whose products are followed.
    private func capacities() -> [TimelineEvent] {
        guard let day = Day(2022, 3, 28) else { return [] }
        let units = Dictionary(content.products.map { ($0["name"], $0["unit"]) }) { first, _ in first }
        let steps = content.producers.compactMap { producer -> SampleStep? in
            guard let firm = content.enterprise(producer.enterprise), firm.movedOut == nil, let made = producer.years[2021] else { return nil }
            let capacity = Hundredths.text(made.quantity / 85_000 * 100_000)
            return SampleStep(["code": firm.code], ["capacity": "\(producer.product)|\(capacity)|\(units[producer.product] ?? "")"])
        }
        return [event(day, 11, "产能核定", .change(steps))]
    }

    private func event(_ day: Day, _ hour: Int, _ reason: String, _ act: TimelineEvent.Act) -> TimelineEvent {
        TimelineEvent(
            at: SiteTime.at(day, hour: hour, minute: hour == 8 ? 40 : 5), subject: "经济发展部运行调度岗", reason: reason, register: "enterprise", act: act)
    }

    private func qualification(_ day: Day, _ reason: String, _ act: TimelineEvent.Act) -> TimelineEvent {
        TimelineEvent(at: SiteTime.at(day, hour: 11, minute: 20), subject: "经济发展部统计岗", reason: reason, register: "qualification", act: act)
    }
}
