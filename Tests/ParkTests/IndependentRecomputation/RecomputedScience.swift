extension Recomputation {
    /// #63–#65, #101–#117 and P31–P34: recognitions, the bid, platforms, the technology market.
    func science() -> [String: String] {
        let highTech = ledgers["qualification"].filter { $0["资质"] == "高新技术企业" }
        let first = { (year: Int) in highTech.count { $0["认定方式"] == "首次" && isInYear($0["批准日期"], year) } }
        let stock = distinct(highTech.filter { isValid($0) }, "企业")
        let city = Exact.units(reference("全市", "高新技术企业数")?["户数"], 0)
        let innovative = { (year: Int) in ledgers["qualification"].count { $0["资质"] == "省级科技创新型企业" && isInYear($0["批准日期"], year) } }
        let small = { (year: Int) in
            distinct(ledgers["qualification"].filter { $0["资质"] == "科技型中小企业" && isInYear($0["批准日期"], year) }, "企业")
        }
        let sold = ledgers["tech_contract"].filter { $0["所在方"] == "卖方" && isInYear($0["登记日期"]) }
        let entries = ledgers["contest_entry"].filter { $0["年度"] == "\(year)" }
        let granted = ledgers["platform"].filter { $0["级别"] == "省级" && isInYear($0["获批日期"]) }
        let master = ledgers["plan_review"].first { $0["类型"] == "总体规划" && isInYear($0["招标完成"]) }
        let strategy = ledgers["plan_review"].first { $0["类型"] == "战略规划" && isInYear($0["评审日期"]) }?["评审日期"]
        let days = [event("state_council_request"), event("torch_report"), event("ministry_consultation"), strategy].map { Recomputation.spoken($0) }
        return [
            "#63": "\(first(year))", "#64": "\(stock)", "#65": Exact.quotient(Int128(stock) * 100, city, places: 1), "#101": "\(first(year))",
            "#102": "\(first(year) - first(year - 1))", "#103": "\(highTech.count { $0["认定方式"] == "重新认定" && isInYear($0["批准日期"]) })",
            "#104": "\(innovative(year))", "#105": "\(innovative(year) - innovative(year - 1))", "#106": "\(small(year))",
            "#107": "\(small(year) - small(year - 1))", "#115": Exact.yi(sum(sold, "合同成交额")),
            "#116": "\(distinct(entries.filter { ["复赛", "国赛"].contains($0["最高赛段"] ?? "") }, "企业"))",
            "#117": "\(distinct(entries.filter { $0["最高赛段"] == "国赛" }, "企业"))", "P31": reference("全省", "连续未申报国家高新区年数")?["年数"] ?? "",
            "P32": days.joined(separator: "、"), "P33": "\(master?["规划期自"] ?? "")、\(master?["规划期至"] ?? "")",
            "P34": "\(granted.count { $0["类型"] == "创新联合体" })、\(granted.first { $0["类型"] == "技术转移示范机构" }?["批次"] ?? "")",
        ]
    }

    private func event(_ code: String) -> String? {
        ledgers["accreditation_event"].first { $0["代号"] == code && isInYear($0["日期"]) }?["日期"]
    }

    /// `2022-03-13` is 3月13日.
    static func spoken(_ day: String?) -> String {
        let parts = (day ?? "").split(separator: "-")
        guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]) else { return "" }
        return "\(month)月\(day)日"
    }
}
