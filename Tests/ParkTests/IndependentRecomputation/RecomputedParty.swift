extension Recomputation {
    /// #1–#3, #20–#23, #168–#171, P1–P7 and P45: study, publications, talks, risks.
    func party() -> [String: String] {
        let held = ledgers["study"].filter { isInYear($0["日期"]) && $0["办理状态"] == "已开展" }
        let sessions = { (kind: String) in "\(held.count { $0["类型"] == kind })" }
        let mornings = held.filter { $0["类型"] == "每日晨学" }.map { Exact.units($0["时长"], 0) }
        let lectures = ledgers["lecture"].filter { isInYear($0["日期"]) }
        let posts = distinct(ledgers["branch_post"].filter { isThere($0, "任职日期", "免职日期") }, "支委岗位")
        return [
            "#1": sessions("中心组专题学习"), "#2": sessions("中心组集体研讨"), "#3": sessions("支部集中学习"), "P1": mornings.min().map { "\($0)" } ?? "",
            "P2": sessions("周五集体学习"), "P3": Exact.quotient(Int128(lectures.count), Int128(distinct(lectures, "所在周")), places: 0), "P5": "\(posts)",
            // The forms of discipline are four by the rules of the party, whichever were applied.
            "P45": "4",
        ].merging(published()) { $1 }.merging(talked()) { $1 }
    }

    private func published() -> [String: String] {
        let out = ledgers["publication"].filter { isInYear($0["发布日期"]) && $0["办理状态"] == "已发布" }
        let on = { (channel: String) in out.filter { $0["渠道"] == channel } }
        let days = ["一审日期", "二审日期", "三审日期"]
        let reviews = out.map { row in days.count { !(row[$0] ?? "").isEmpty } }
        return [
            "#20": "\(on("网站").count)", "#21": "\(on("电子屏").count)", "#22": "\(on("微信公众号").count)",
            "#23": "\(on("微信公众号").count { $0["原创"] == "是" })", "P7": reviews.min().map { "\($0)" } ?? "",
        ]
    }

    private func talked() -> [String: String] {
        let own = ledgers["talk"].filter { isInYear($0["日期"]) && $0["层级"] == "本级" }
        let risks = ledgers["integrity_risk"].filter { isThere($0, "梳理日期", "关闭日期") }
        return [
            "#168": "\(own.count { $0["类型"] == "集体约谈" })", "#169": "\(own.count { $0["类型"] == "个人约谈" })",
            "#170": "\(sum(own.filter { $0["类型"] == "个人谈话" }, "人次", 0))", "#171": "\(risks.count)",
        ]
    }
}
