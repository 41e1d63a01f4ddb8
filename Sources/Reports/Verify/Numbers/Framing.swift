/// In which relation a number stands to its subject, by the words just before it.
struct Framing {
    let letters: Letters
    let clause: Range<Int>
    let before: Range<Int>
    let quantity: Quantity

    func frame() -> Stated.Frame {
        var end = before.upperBound
        while end > before.lowerBound, letters[end - 1] == " " || letters[end - 1] == "　" { end -= 1 }
        let near = clause.lowerBound..<end
        if quantity.unit.symbol == "倍" || quantity.unit.symbol == "番" {
            if quantity.unit.symbol == "番" { return .multiple(isOf: true) }
            let isGrowth = letters.occurrences(Framing.grows, in: before).isEmpty == false
            return .multiple(isOf: !isGrowth)
        }
        if quantity.unit.dimension == "points" {
            return .points(rises: Framing.falls.longest(letters, before: end) == nil && letters.occurrences(Framing.falls, in: before).isEmpty)
        }
        if Framing.goals.longest(letters, before: end) != nil, !letters.occurrences(Framing.from, in: near).isEmpty { return .to }
        if letters.has("由", at: before.lowerBound) || letters.occurrences(Framing.from, in: before).last.map({ $0.at >= end - 3 }) ?? false,
            !letters.occurrences(Framing.goals, in: quantity.range.upperBound..<min(letters.count, quantity.range.upperBound + 8)).isEmpty
        {
            return .from
        }
        if quantity.unit.isPercent {
            if Framing.falls.longest(letters, before: end) != nil { return .growth(rises: false) }
            if Framing.rises.longest(letters, before: end) != nil { return .growth(rises: true) }
            if let share = share() { return .share(of: share) }
            return .level
        }
        let isAgainst = !letters.occurrences(Framing.against, in: near).isEmpty
        if Framing.falls.longest(letters, before: end) != nil, isAgainst || Framing.bare(letters.text(before)).isEmpty {
            return .increment(rises: false)
        }
        if letters.has("净增", before: end) || letters.has("净增加", before: end) { return .increment(rises: true) }
        if Framing.rises.longest(letters, before: end) != nil || letters.has("多", before: end) && isAgainst,
            isAgainst || Framing.bare(letters.text(before)).isEmpty
        {
            return .increment(rises: true)
        }
        return .level
    }

    /// 占全市的83%: of what.
    private func share() -> String? {
        guard let (at, word) = letters.occurrences(Framing.shares, in: before).last else { return nil }
        let start = at + word.unicodeScalars.count
        var text = letters.text(start..<before.upperBound)
        for tail in ["达到", "达", "为", "的比重", "比重", "的", "总数", "比例"] where text.hasSuffix(tail) { text = String(text.dropLast(tail.count)) }
        return text
    }

    /// A phrase without the words of the relation: empty where nothing of its own is left.
    static func bare(_ text: String) -> String {
        var letters = Letters(text)
        var isChanged = true
        while isChanged, letters.count > 0 {
            isChanged = false
            if let word = fillers.longest(letters, before: letters.count) {
                letters = Letters(letters.text(0..<(letters.count - word.unicodeScalars.count)))
                isChanged = true
            } else if let word = fillers.longest(letters, at: 0) {
                letters = Letters(letters.text(word.unicodeScalars.count..<letters.count))
                isChanged = true
            }
        }
        return letters.text(0..<letters.count)
    }

    static let rises = WordList("同比增长 同比增加 同比上升 同比提高 增长 增加 上升 提高 提升 增幅 增幅为 增幅达 增速 增速为 增速达 增长了 增加了 提高了 上涨 环比增长 同比上涨 增长率 增长率为 同比增长了 扩大")
    static let falls = WordList("同比下降 同比减少 同比降低 下降 减少 降低 回落 降幅 降幅为 降幅达 下降了 减少了 降低了 负增长 下滑 环比下降 压减 压降 缩减 少 收窄 节约 节省")
    static let goals = WordList(
        "提高到 提升到 提升至 提高至 增加到 增加至 增长到 增长至 上升到 上升至 扩大到 扩大至 下降到 下降至 降低到 降低至 降到 降至 减少到 减少至 压缩为 压缩到 压缩至 压减到 压减至 缩短至 缩短到 增至 升至 变为 调整为 改为 到")
    static let against = WordList("较去年 较上年 比去年 比上年 较去年同期 比去年同期 同比 较上年同期 比上年同期 与去年相比 与上年相比 与去年同期相比 相比 较 比 是 为 环比 相当于")
    static let comparable = WordList("可比 同口径 扣除 剔除 留抵退税 不变价 按可比价 实际增长 自然口径 还原")
    private static let fillers = WordList(
        "同比 环比 较 比 去年 上年 去年同期 上年同期 同期 增长 增加 净增 减少 下降 提高 提升 上升 降低 回落 增幅 降幅 增速 增长率 了 达 达到 为 约 近 超 是 的 又 也 均 分别 占 比重 全市 全省 全国 全县 全区 园区 年均 "
            + "名义 可比 同口径 按可比口径 按可比价 按可比价格 实际 当年 翻了 相当于 与 相比 扣除 多 少 总量 总数 压减 节约 节省 其中")

    /// Words for a change that may go either way: 增速为-3.2% says no two directions.
    static let neutral = WordList("增速 增速为 增速达 增幅 增幅为 增长率 增长率为 增速是")
    private static let grows = WordList("增长 提高 增加 扩大 上升")
    private static let from = WordList("由 从")
    private static let shares = WordList("占到 占 占比")
}

/// The firms, towns and offices that a stretch names: figures of different bodies are never held against each other.
enum NamedBodies {
    static func text(_ letters: Letters, _ range: Range<Int>) -> String {
        letters.occurrences(ends, in: range).compactMap { at, word in
            var start = at
            while start > range.lowerBound, at - start < 4, letters[start - 1] != "年", Letters.isHan(letters[start - 1]) || letters[start - 1] == "*"
            { start -= 1 }
            guard at > start else { return nil }
            return letters.text(start..<(at + word.unicodeScalars.count))
        }.joined(separator: " ")
    }

    private static let ends = WordList(
        "公司 集团 铝业 钢管 化工 工贸 重工 建材 水泥厂 镇 乡 村 街道 社区 学院 大学 中学 小学 医院 卫生院 银行 局 办公室 中心 县 支行 分行 分公司 商场 大厦 科室 病区 门诊 班 组 队 省 自治区 州 片区 项目 工程 合作社 农场 基地 站 所")
}
