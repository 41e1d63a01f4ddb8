extension Recomputation {
    /// What 2021 has no data for: the works and the hand-over came in 2022.
    static let factorsWithoutDataBefore = ["#122", "#123", "#131", "#132", "#144", "P35", "P36"]

    /// #118–#144, #162 and P35–P37: funds, works, upkeep, water, outsourcing, money for firms, land.
    func factors() -> [String: String] {
        let road = ledgers["works"].first { $0["所属项目"] == "五号门道路及路灯项目" && isInYear($0["开工"]) }
        let report = ledgers["plan_review"].first { $0["类型"] == "土地集约利用评价" && isInYear($0["上报日期"]) }
        let pledges = ledgers["finance_match"].filter { $0["融资类型"] == "专利权质押" && isInYear($0["放款日期"]) && $0["办理状态"] != "已撤回" }
        let (now, before) = (greening(year), greening(year - 1))
        let outsourced = handedOver()
        let facts = [
            "#118": wan(arrived("省开发区建设发展专项资金")), "#122": dispatched("天然气高压复线项目"), "#123": dispatched("百千伏供电项目"),
            "#129": Exact.quotient(now, 1_000_000, places: 2), "#130": Exact.quotient(before - now, 1_000_000, places: 2),
            "#131": wan(outsourced.before), "#132": wan(outsourced.now), "#137": Exact.quotient(sum(pledges, "获得金额"), 100, places: 0),
            "#140": Exact.quotient(land(["未利用地规划"]), 100_000_000, places: 2),
            // Hundredths of a square metre; three of 2000 are one 亩.
            "#143": Exact.quotient(land(["新批工业用地", "标准地"]) * 3, 200_000, places: 2), "#144": wan(paid("循环化改造专项补助")), "#162": wan(paid("污水处理费")),
            "P35": Recomputation.spoken(road?["开工"]), "P36": Recomputation.spoken(outsourced.day), "P37": Recomputation.spoken(report?["上报日期"]),
        ]
        return facts.merging(upkeep()) { $1 }
    }

    /// Hundredths of 元 as whole 万元.
    private func wan(_ hundredths: Int128) -> String { Exact.quotient(hundredths, 1_000_000, places: 0) }

    private func programme(_ fund: String?) -> String? { ledgers["fund"].first { $0["资金名称"] == fund }?["资金科目"] }

    private func arrived(_ wanted: String) -> Int128 {
        sum(ledgers["fund_arrival"].filter { isInYear($0["到位日期"]) && programme($0["资金"]) == wanted }, "到位金额")
    }

    private func paid(_ wanted: String) -> Int128 {
        sum(ledgers["fund_out"].filter { isInYear($0["核拨日期"]) && $0["办理状态"] != "不予核拨" && programme($0["资金"]) == wanted }, "核拨金额")
    }

    private func dispatched(_ project: String) -> String {
        let forms = ledgers["investment"].filter { isInYear($0["月份"]) && ($0["项目分期"] ?? "").hasPrefix(project + " ") }
        return Exact.quotient(sum(forms, "调度完成投资"), 100, places: 2)
    }

    /// Hundredths of a cubic metre, from the dials and not from the volumes that the book computed.
    private func greening(_ year: Int) -> Int128 {
        let readings = ledgers["water_reading"].filter { $0["用途（当时）"] == "绿化" && isInYear($0["抄表日期"], year) }
        return sum(readings, "本次读数") - sum(readings, "上次读数")
    }

    private func land(_ kinds: [String]) -> Int128 {
        sum(ledgers["parcel"].filter { kinds.contains($0["类型"] ?? "") && isInYear($0["批准日期"]) && $0["办理状态"] != "已收回" }, "面积")
    }

    private func handedOver() -> (now: Int128, before: Int128, day: String?) {
        let contracts = ledgers["outsourcing"].filter { $0["服务内容"] == "基础设施运行维护" && isInYear($0["移交日期"]) }
        let former = contracts.compactMap { one in ledgers["outsourcing"].first { "\($0["合同编号"] ?? "") \($0["合同名称"] ?? "")" == one["前一合同"] } }
        return (sum(contracts, "年费"), sum(former, "年费"), contracts.compactMap { $0["移交日期"] }.max())
    }

    private func upkeep() -> [String: String] {
        var (repairs, leaks, parts): (Int, Int128, Int128) = (0, 0, 0)
        var patched: Int128 = 0
        for order in ledgers["maintenance"] where isInYear(order["修复时间"]) && order["办理状态"] != "已作废" {
            if order["设施"] == "供水管网" {
                leaks += Exact.units(order["漏点（处）"], 0)
                if order["类型"] == "抢修" || order["类型"] == "维修" { repairs += 1 }
            }
            for line in (order["更换器件"] ?? "").split(whereSeparator: \.isNewline) {
                parts += Exact.units(String(line.split(separator: "|", omittingEmptySubsequences: false)[1]), 0)
            }
            patched += Exact.units(order["修补路面"])
        }
        return ["#125": "\(repairs)", "#126": "\(leaks)", "#127": "\(parts)", "#128": Exact.quotient(patched, 100, places: 0)]
    }
}
