extension Recomputation {
    /// #149, P38, P39 and P46: areas, offices, requests and regional assessments, counted row by row.
    func service() -> [String: String] {
        let assessed = ledgers["plan_review"].filter { $0["类型"] == "区域评估" && isInYear($0["批复日期"]) && $0["批复文号"] != "" }
        let answered = ledgers["service_case"].filter { isInYear($0["答复日期"]) }
        var trips = 0
        var again = 0
        for row in answered {
            trips = max(trips, Int(row["企业跑动次数"] ?? "") ?? 0)
            if row["重办原因"] != "" { again += 1 }
        }
        let offices = ledgers["org_unit"].filter { isInForce($0, "设立日期", "撤销日期") }
        let inner = offices.count { $0["类型"] == "内设机构" }
        let posted = offices.count { $0["类型"] == "派驻办公室" }
        return [
            "#149": "\(assessed.count)", "P38": "\(inner)、\(posted)", "P39": "一门受理、一次办结、只跑一次、1、\(trips)、\(again)",
            "P46": "\(distinct(ledgers["grid"].filter { isInForce($0, "责任起", "责任止") }, "片区"))",
        ]
    }

    /// Whether it is there on the last day of the year; a last day is still one of its days.
    private func isInForce(_ row: [String: String], _ begin: String, _ end: String) -> Bool {
        guard let from = row[begin], !from.isEmpty, from <= to else { return false }
        return (row[end] ?? "").isEmpty || (row[end] ?? "") >= to
    }
}
