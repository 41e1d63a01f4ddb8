extension Recomputation {
    /// #151–#155 and P40–P42: the year's epidemic control, counted from units and days.
    func epidemic() -> [String: String] {
        let tests = ledgers["nucleic_test"].filter { isInYear($0["采样日期"]) }
        let disinfections = ledgers["disinfection"].filter { isInYear($0["日期"]) }
        let days = ledgers["epidemic_day"].filter { isInYear($0["日期"]) }
        // Square metres as hundredths of ten thousand.
        let area = Exact.quotient(sum(disinfections, "消杀面积", 0), 10_000, places: 2)
        let cases = ["输入", "确诊", "疑似"].map { "\(sum(days, $0, 0))" }
        return [
            "#151": "\(vaccinated { $0["单位类型"] == "企业" && $0["规上（当时）"] == "否" })", "#152": "\(vaccinated { $0["单位类型"] == "管委会" })",
            "#153": "\(sum(tests, "检测人次", 0))", "#154": "\(sum(disinfections, "出动人次", 0))", "#155": area, "P40": cases.joined(separator: "、"),
            "P41": "\(distinct(tests, "轮次"))", "P42": "\(sum(tests, "阳性", 0))",
        ]
    }

    /// Of each unit the last count of the year, where it is one of those wanted.
    private func vaccinated(_ isWanted: ([String: String]) -> Bool) -> Int128 {
        var last: [String: [String: String]] = [:]
        for row in ledgers["vaccination"] where isInYear(row["统计日期"]) {
            let unit = "\(row["单位类型"] ?? "") \(row["企业"] ?? "")"
            if let known = last[unit], (known["统计日期"] ?? "") > (row["统计日期"] ?? "") { continue }
            last[unit] = row
        }
        return sum(last.values.filter(isWanted), "已接种", 0)
    }
}
