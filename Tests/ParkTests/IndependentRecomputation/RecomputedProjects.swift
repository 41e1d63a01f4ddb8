extension Recomputation {
    /// #66 and P20–P24: who is above scale, and the province's evaluation.
    func directory() -> [String: String] {
        let admitted = ledgers["qualification"].filter { $0["资质"] == "规上工业企业" }
        let stock = distinct(admitted.filter { isValid($0) }, "企业")
        let new = distinct(admitted.filter { $0["认定方式"] == "首次" && isInYear($0["批准日期"]) }, "企业")
        let city = Exact.units(reference("全市", "规上工业企业数")?["户数"], 0)
        let evaluations = ledgers["honor"].filter { $0["类别"] == "开发区综合考核" && $0["获奖主体"] == "园区" }
        let last = evaluations.filter { isInYear($0["通报日期"]) }.max { ($0["通报日期"] ?? "") < ($1["通报日期"] ?? "") }
        var run = 0
        var one = year
        // Of years before the book nothing is claimed.
        while one >= 2018, evaluations.contains(where: { $0["等次"] == "优秀" && isInYear($0["通报日期"], one) }) {
            run += 1
            one -= 1
        }
        return [
            "#66": "\(run)", "P20": "\(new)", "P21": "\(stock)", "P22": Exact.quotient(Int128(stock) * 100, city, places: 0),
            "P23": last?["参评数"] ?? "",
            "P24": last?["位次"] ?? "",
        ]
    }

    /// Whether a qualification holds at the year's end.
    func isValid(_ row: [String: String]) -> Bool {
        guard let approved = row["批准日期"], !approved.isEmpty, approved <= to else { return false }
        let expires = row["有效期至"] ?? ""
        return expires.isEmpty || expires >= to
    }

    /// #68–#89 and P25–P30: promotion, contracts, projects, investment, revivals.
    func projects() -> [String: String] {
        let formal = ledgers["contract"].filter { $0["性质"] == "正式合同" && isInYear($0["签约日期"]) }
        let key = ledgers["project"].filter { isKey($0) }
        var phases: [String: [String: String]] = [:]
        for row in ledgers["phase"] { phases["\(row["项目"] ?? "") \(row["分期"] ?? "")"] = row }
        var projects: [String: [String: String]] = [:]
        for row in ledgers["project"] { projects[row["项目名称"] ?? ""] = row }
        var (dispatched, fixed, fixedBefore, revived): (Int128, Int128, Int128, Int128) = (0, 0, 0, 0)
        for row in ledgers["investment"] {
            guard let phase = phases[row["项目分期"] ?? ""], let project = projects[phase["项目"] ?? ""], let month = row["月份"] else { continue }
            if isKey(project), "2018-01" <= month, month <= "\(year)-12" { dispatched += Exact.units(row["调度完成投资"]) }
            let counted = project["纳统日期"] ?? ""
            if !counted.isEmpty, counted <= to, isInYear(month) { fixed += Exact.units(row["纳统固定资产投资"]) }
            if !counted.isEmpty, counted <= "\(year - 1)-12-31", isInYear(month, year - 1) { fixedBefore += Exact.units(row["纳统固定资产投资"]) }
            if project["类别"] == "盘活", isInYear(month) { revived += Exact.units(row["纳统固定资产投资"]) }
        }
        var earlier: Int128 = 0
        for phase in ledgers["phase"] where projects[phase["项目"] ?? ""].map(isKey) == true { earlier += Exact.units(phase["建账前完成投资"]) }
        let revivals = ledgers["revival"].filter { isInYear($0["认定日期"]) }
        let revivals2020 = "\(ledgers["revival"].count { isInYear($0["认定日期"], 2020) })"
        return [
            "#68": "\(ledgers["outreach"].count { $0["类型"] == "外出招商" && isInYear($0["开始日期"]) })",
            "#69": "\(ledgers["project"].count { isInYear($0["首次洽谈"]) })",
            "#70": "\(ledgers["outreach"].count { $0["类型"] == "专场签约" && isInYear($0["开始日期"]) })", "#71": "\(distinct(formal, "项目"))",
            "#72": Exact.yi(sum(formal, "签约金额")), "#75": capacity("高精冶金材料项目"), "#76": capacity("精密不锈钢板带项目"), "#82": Exact.yi(sum(key, "计划总投资")),
            "#83": Exact.yi(dispatched + earlier), "#84": Exact.yi(fixed), "#85": Exact.growth(fixed, fixedBefore), "#86": revivals2020,
            "#87": "\(revivals.count)", "#88": Exact.yi(sum(revivals, "计划总投资")), "#89": Exact.yi(revived), "P25": "5", "P26": capacity("胶凝材料生产线项目"),
            "P27": "\(key.count)", "P28": project("智能化挤压生产线项目")?["主要设备规格"] ?? "", "P29": revivals2020, "P30": "2+6+N",
        ]
    }

    private func isKey(_ row: [String: String]) -> Bool {
        guard let since = row["列入重点自"], !since.isEmpty, since <= to, row["储备项目"] == "否" else { return false }
        let until = row["列入重点至"] ?? ""
        return until.isEmpty || until >= to
    }

    private func project(_ name: String) -> [String: String]? { ledgers["project"].first { $0["项目名称"] == name } }

    private func capacity(_ name: String) -> String { Exact.quotient(Exact.units(project(name)?["年产能"]), 100, places: 0) }
}
