extension Recomputation {
    /// What 2021 has no data for: of the plan for 2022 there are fewer targets, and no growth in a range.
    static let planWithoutDataBefore = [
        "#175", "#176", "#177", "#178", "#179", "#180", "#183", "#184", "#185", "#186", "#188", "#189", "#191", "P48", "P49", "P50", "P51",
    ]

    /// #174–#191 and P48–P51: what was aimed at for the year after, and what was promised for it.
    func plan() -> [String: String] {
        let excellent = aim("zone_excellent", "下限")
        return [
            "#174": aim("gross_output", "下限", growth: true), "#175": aim("gross_output", "上限", growth: true),
            "#176": aim("gross_output", "下限", "core"), "#177": aim("gross_output", "上限", "core"),
            "#178": aim("gross_output", "下限", "core_two_zones_above_scale"), "#179": aim("value_added", "下限", "core"),
            "#180": aim("value_added", "下限", "core_two_zones_above_scale"), "#181": aim("tax", "下限"), "#182": aim("tax", "上限"),
            "#183": aim("new_jobs", "下限"), "#184": aim("new_jobs", "上限"), "#185": aim("contracts_over_100m", "下限"),
            "#186": aim("contracts_over_100m", "上限"), "#187": aim("above_scale_new", "下限"), "#188": aim("chain_directions", "下限"),
            "#189": aim("key_projects", "下限"), "#190": aim("fixed_investment", "下限"), "#191": aim("fixed_investment", "下限", growth: true),
            "P48": "\(excellent)、\(aim("value_added", "下限"))", "P49": "1000、\(excellent)",
            "P50": "\(aim("revivals", "下限"))、\(aim("revivals", "上限"))",
            "P51": ["制度建设方面", "专项活动", "查问环节", "建设类型"].map { String(promised($0)) }.joined(separator: "、"),
        ]
    }

    private func promised(_ kind: String) -> Int { ledgers["promise"].count { $0["类别"] == kind && $0["年度"] == "\(year + 1)" } }

    /// The number as it was written, without the zeros that say nothing; as adjusted where it was.
    private func aim(_ indicator: String, _ head: String, _ scope: String = "park", growth: Bool = false) -> String {
        let row = ledgers["target"].first {
            $0["年度"] == "\(year + 1)" && $0["指标代号"] == indicator && $0["统计范围代号"] == scope && ($0["以什么计"] == "增速（%）") == growth
        }
        var text = row.flatMap { $0["调整后" + head].flatMap { $0.isEmpty ? nil : $0 } ?? $0[head] } ?? ""
        if text.contains(".") { while text.hasSuffix("0") { text.removeLast() } }
        if text.hasSuffix(".") { text.removeLast() }
        return text.isEmpty ? "无数据" : text
    }
}
