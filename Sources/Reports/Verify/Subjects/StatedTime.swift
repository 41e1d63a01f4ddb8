/// When something is said to be: the year, and the words that narrow it down.
struct StatedTime: Hashable, Sendable {
    var year: Int
    /// 上半年, 1-6月, 截至11月底; empty for the whole year.
    var part: String
    /// It is aimed at and not reached.
    var isPlan: Bool

    /// Words that narrow a sentence down to a part of a year or widen it beyond one.
    static let parts = WordList(
        "上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 前三季度 当月 本月 当日 本周 每周 每月 每天 每日 每年 年均 五年来 三年来 近年来 两年来 十年来 历年 "
            + "以来 期间 建园 过去五年 过去三年 日均 月均 当天 单日 今日 昨日 首批 首期 一期 二期 三期 去年同期 上年同期 同期 往年 此前 最高 人均 户均 亩均 平均 其中")

    /// Words that say that what follows is a plan.
    static let plans = WordList(
        "力争 争取 确保 预期 目标 拟 计划到 计划新 计划完成 计划实现 计划引进 计划实施 将实现 将新增 将建成 奋力实现 冲刺 瞄准 下达 任务是 任务为 达产后 投产后 建成后 满产后 达产达效后 可实现 可新增 可形成 可带动 可创造 可解决 将形成 将带动")

    /// What was aimed at and has been reached is no plan any more: 目标任务全面完成.
    static let reached = WordList("全面完成 全部完成 圆满完成 超额完成 顺利完成 如期完成 提前完成 目标任务完成 实际完成 已完成")

    /// The last year of a plan that is named by its number: “十三五”末.
    static func endOfPlan(_ letters: Letters, _ range: Range<Int>) -> Int? {
        letters.occurrences(ends, in: range).last.flatMap { found in
            endYears.first { found.word.hasPrefix($0.key) }?.value
        }
    }

    private static let endYears = ["十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030]
    private static let ends = WordList(
        endYears.keys.sorted().flatMap { plan in ["”末", "末", "”期末", "期末", "”时期末", "”收官"].map { plan + $0 } })

    /// The part of the year that a stretch names: 1-6月, 上半年.
    static func part(_ letters: Letters, _ range: Range<Int>, _ dates: [Quantity]) -> String {
        var words = letters.occurrences(parts, in: range).map(\.word)
        // 12月底 and 12月31日 are the whole year.
        for date in dates where range.contains(date.range.lowerBound) && date.unit.symbol != "年" {
            let text = letters.text(date.range)
            let after = letters.text(date.range.upperBound..<min(letters.count, date.range.upperBound + 3))
            let isEnd = text == "12月" && (after.hasPrefix("底") || after.hasPrefix("末") || after.hasPrefix("31")) || text == "31日"
            if !isEnd, text == "12月" || !(text.hasPrefix("1") && text.hasSuffix("12月")) { words.append(text) }
        }
        return words.joined(separator: " ")
    }
}
