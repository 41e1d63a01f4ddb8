extension Recomputation {
    /// What 2021 has no data for: the deputies were elected in 2022.
    static let officeWithoutDataBefore = ["#18", "P4"]

    /// #16, #18, P4, P6 and P47: proposals that were closed, deputies and their constituencies, the drive on conduct, the cycles of appraisal.
    func office() -> [String: String] {
        let closed = ledgers["proposal"].filter {
            isInYear($0["答复日期"]) && $0["办理状态"] == "已办结" && ["独办", "主办"].contains($0["承办方式"] ?? "")
        }
        let elections = ledgers["election"].filter { $0["类型"] == "人大代表选举" && isInYear($0["完成日期"]) && $0["办理状态"] == "已完成" }
        let constituencies = elections.map { Exact.units($0["选区号"], 0) }.sorted()
        return [
            "#16": "\(closed.count)", "#18": "\(sum(elections, "当选人数", 0))",
            "P6": "\(monthsOfDrive() / 12)", "P47": "\(distinct(ledgers["appraisal"].filter { isInYear($0["截止日期"]) }, "周期"))",
            "P4": "\(elections.last?["届次"] ?? "")、\(constituencies.first ?? 0)、\(constituencies.last ?? 0)",
        ]
    }

    /// Whole months, for the year ends on the last day of its month, from the paper that began the drive to the year's end.
    private func monthsOfDrive() -> Int {
        let begun = ledgers["document"].filter { ($0["标题"] ?? "").contains("作风和纪律整治") && $0["文种"] == "方案" }.compactMap { $0["印发日期"] }
        guard let day = begun.filter({ $0 <= to }).max() else { return 0 }
        let parts = day.split(separator: "-").compactMap { Int($0) }
        return (year - parts[0]) * 12 + 12 - parts[1]
    }

    /// Late, early and missing of a year, added up column by column.
    func breaches(_ year: Int) -> Int128 {
        let rows = ledgers["attendance"].filter { isInYear($0["日期"], year) }
        return sum(rows, "迟到", 0) + sum(rows, "早退", 0) + sum(rows, "空岗", 0)
    }

    /// Tasks that fell due in a year and were not done in time.
    func late(_ year: Int) -> Int {
        ledgers["task"].count { task in
            guard isInYear(task["完成时限"], year), task["办理状态"] != "撤销", let due = task["完成时限"] else { return false }
            let finished = task["办结日期"] ?? ""
            return finished.isEmpty ? due < "\(year)-12-31" : finished > due
        }
    }

    /// What had to be decided by all together, and of it what the deciding body of that day had passed before: contracts of 1 亿元 and more,
    /// payments, services and works of 100 万元 and more, appointments from section level up, the key list.
    func majorMatters() -> (all: Int, decided: Int) {
        let groups: [(rows: [[String: String]], day: String, item: String)] = [
            (ledgers["contract"].filter { $0["性质"] == "正式合同" && Exact.units($0["签约金额"]) >= 1_000_000 }, "签约日期", "决定议题"),
            (ledgers["fund_out"].filter { Exact.units($0["核拨金额"]) >= 100_000_000 && $0["办理状态"] != "不予核拨" }, "核拨日期", "会议决定"),
            (ledgers["outsourcing"].filter { Exact.units($0["年费"]) >= 100_000_000 }, "签订日期", "会议决定"),
            (
                ledgers["works"].filter { $0["招标结果"] == "中标" && $0["出资方式"] != "企业投资" && Exact.units($0["中标价"]) >= 100_000_000 }, "招标完成", "会议决定"
            ), (ledgers["appointment"].filter { $0["办理状态"] == "已生效" && $0["级别"] != "科员" }, "生效日期", "研究议题"),
            (ledgers["project"], "列入重点自", "列入议题"),
        ]
        var (all, decided) = (0, 0)
        for group in groups {
            for row in group.rows where isInYear(row[group.day]) {
                all += 1
                if wasDecided(row[group.item], row[group.day] ?? "") { decided += 1 }
            }
        }
        return (all, decided)
    }

    private func wasDecided(_ title: String?, _ day: String) -> Bool {
        guard let title, let item = ledgers["agenda_item"].first(where: { "\($0["议题编号"] ?? "") \($0["议题"] ?? "")" == title }),
            let meeting = ledgers["meeting"].first(where: { $0["会议名称"] == item["会议"] }), let held = meeting["召开日期"]
        else { return false }
        return item["决定"] == "通过" && meeting["会议类型"] == "党组（党工委）会" && held <= day
    }
}
