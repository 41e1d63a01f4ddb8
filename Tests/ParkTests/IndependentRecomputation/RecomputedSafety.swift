extension Recomputation {
    /// #158, P43 and P44: the lists of the year struck off, the years of both plans, and the votes of the experts.
    func safety() -> [String: String] {
        let lists = Set(ledgers["env_list"].filter { isInYear($0["收到日期"]) }.compactMap { $0["清单名称"].map { "《\($0)》" } })
        let struck = ledgers["env_issue"].filter { row in
            guard let day = row["销号日期"], !day.isEmpty, day <= to else { return false }
            return lists.contains(row["清单"] ?? "")
        }
        let plans = ledgers["plan_review"].filter { !($0["评审日期"] ?? "").isEmpty && ($0["评审日期"] ?? "") <= to }
        let actions = plans.filter { $0["类型"] == "行动方案" && ($0["规划期至"] ?? "") >= "\(year)" }
        let rectifications = plans.filter { $0["类型"] == "整治提升评估" && isInYear($0["评审日期"]) }
        var votes = (agreed: 0, all: 0)
        for row in rectifications {
            for line in (row["专家意见"] ?? "").split(separator: "\n") {
                let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                if cells.count > 2 && !cells[0].isEmpty { votes.all += 1 }
                if cells.count > 2 && ["agrees", "同意"].contains(String(cells[2])) { votes.agreed += 1 }
            }
        }
        let horizons = [actions, rectifications].map { plans -> String in
            guard let last = plans.max(by: { ($0["评审日期"] ?? "") < ($1["评审日期"] ?? "") }), let from = Int(last["规划期自"] ?? ""),
                let to = Int(last["规划期至"] ?? "")
            else { return "无数据" }
            return "\(to - from + 1)"
        }
        return [
            "#158": "\(struck.count)", "P43": horizons.joined(separator: "、"),
            "P44": rectifications.isEmpty ? "无数据、无数据" : "\(votes.agreed)、\(votes.all)",
        ]
    }

    /// What has no data in 2021: the rectification plan was reviewed in 2022.
    static let safetyWithoutDataBefore = ["P43", "P44"]
}
