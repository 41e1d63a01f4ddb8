extension Recomputation {
    /// What 2021 has no data for: nobody had come back from aid the year before, and no vegetables were given.
    static let ruralWithoutDataBefore = ["#14", "#24", "P11"]

    /// #10–#15, #24–#36, #164, #166 and P8–P11: welfare, the countryside, volunteering.
    func rural() -> [String: String] {
        let gifts = ledgers["welfare"].filter { isInYear($0["日期"]) }
        let given = gifts.filter { ["捐款", "捐物"].contains($0["类型"] ?? "") && $0["用于"] == "疫情防控一线" }
        let vegetables = gifts.filter { $0["物品或用途"] == "蔬菜" }
        let received = vegetables.filter { $0["类型"] == "受赠物资" && ($0["出资企业"] ?? "").isEmpty }
        let service = { (kind: String) in "\(sum(ledgers["volunteering"].filter { $0["类型"] == kind && isInYear($0["日期"]) }, "人次", 0))" }
        let facts = [
            "#10": "\(sum(gifts.filter { $0["类型"] == "免费换装" }, "受益人数", 0))",
            "#11": "\(distinct(gifts.filter { $0["类型"] == "夏季送清凉" }, "受益企业"))", "#12": "\(distinct(given, "出资企业"))",
            // Hundredths of 元, and of a kilogram: 5,000 of which are 万斤.
            "#13": Exact.quotient(sum(given, "金额或折价"), 1_000_000, places: 2), "#14": Exact.quotient(sum(received, "重量"), 500_000, places: 0),
            "#15": "\(distinct(vegetables.filter { $0["类型"] == "物资发放" }, "受益企业"))", "#164": service("文明交通劝导"), "#166": service("志愿清洁"),
        ]
        return facts.merging(sent()) { $1 }.merging(bought()) { $1 }.merging(employed()) { $1 }.merging(farmed()) { $1 }
    }

    private func sent() -> [String: String] {
        let sent = ledgers["cadre_assignment"]
        let back = sent.filter {
            $0["类型"] == "对口帮扶" && $0["级别"] == "副处级" && $0["办理状态"] == "已结束" && isInYear($0["返岗日期"], year - 1)
        }
        let day = back.compactMap { $0["返岗日期"] }.max()
        let stationed = sent.filter { $0["类型"] == "驻村帮扶" && $0["级别"] == "科级" && isThere($0, "开始日期", "返岗日期") }
        return [
            "#24": day.map { "\(Int($0.dropFirst(5).prefix(2)) ?? 0)" } ?? "", "P8": "\(back.count)", "P9": "\(stationed.count)",
            "P11": back.map { months($0["开始日期"] ?? "", $0["返岗日期"] ?? "") }.max().map { "\($0)" } ?? "",
        ]
    }

    private func bought() -> [String: String] {
        let seedlings = ledgers["rural_purchase"].filter { $0["类型"] == "苗木采购" && !($0["采购企业"] ?? "").isEmpty }
        let window = seedlings.filter { isInYear($0["采购日期"]) || isInYear($0["采购日期"], year - 1) }
        let towns = Set(seedlings.filter { isInYear($0["采购日期"]) }.map { town($0["村"]) })
        return [
            "#26": Exact.quotient(sum(window, "采购金额"), 100, places: 2), "#27": Exact.quotient(sum(window, "新增绿化面积"), 100, places: 2),
            "P10": "\(towns.count)",
        ]
    }

    private func employed() -> [String: String] {
        let jobs = ledgers["rural_job"].filter { isInYear($0["月份"]) }
        let last = Dictionary(grouping: jobs) { "\($0["村"] ?? "") \($0["工种"] ?? "")" }.values.compactMap { rows in
            rows.max { ($0["月份"] ?? "") < ($1["月份"] ?? "") }
        }
        let forms = latest(ledgers["employment"], "企业", year).values
        let (all, local) = (sum(forms, "从业人员期末人数", 0), sum(forms, "其中本地村民", 0))
        return [
            "#28": "\(sum(last, "聘用人数", 0))", "#29": Exact.quotient(sum(jobs, "当月报酬"), 100, places: 2),
            "#30": Exact.quotient(all, 10_000, places: 2), "#31": Exact.quotient(local * 100, all, places: 1),
        ]
    }

    private func farmed() -> [String: String] {
        let farms = ledgers["farm"].filter { ($0["核定日期"] ?? "") <= to }
        let size = { (animal: String, head: String) in sum(farms.filter { $0["畜禽"] == animal }, head, 0) }
        let tied = ledgers["rural_support"].filter { $0["类型"] == "种养带动" && isThere($0, "开始日期", "结束日期") }
        return [
            "#32": Exact.quotient(size("奶牛", "规模（头）"), 10_000, places: 2), "#34": Exact.quotient(size("猪", "规模（头）"), 10_000, places: 1),
            "#35": Exact.quotient(size("鸡", "规模（只）"), 10_000, places: 0), "#36": "\(Set(tied.map { town($0["村"]) }).count)",
        ]
    }

    private func town(_ village: String?) -> String { ledgers["village"].first { $0["村名"] == village }?["所属镇"] ?? "" }

    /// Whether a row holds on the year's last day.
    func isThere(_ row: [String: String], _ from: String, _ until: String) -> Bool {
        let (from, until) = (row[from] ?? "", row[until] ?? "")
        return !from.isEmpty && from <= to && (until.isEmpty || until >= to)
    }

    /// Whole months from one day to another.
    private func months(_ from: String, _ to: String) -> Int {
        let parts = { (day: String) in day.split(separator: "-").compactMap { Int($0) } }
        let (a, b) = (parts(from), parts(to))
        guard a.count == 3, b.count == 3 else { return 0 }
        return (b[0] - a[0]) * 12 + b[1] - a[1] - (b[2] < a[2] ? 1 : 0)
    }
}
