/// What a number is said of: the words before it, without those that say when, how far and that.
enum SubjectPhrase {
    /// The cleaned words, and the words of place that stood at their head.
    struct Cleaned: Hashable {
        var text: String
        /// 全市, 核心区.
        var scope: String?
        /// Some words were there and all of them were fillers: 总计达.
        var isElliptic: Bool
    }

    static func clean(_ letters: Letters, _ range: Range<Int>, scopes: WordList) -> Cleaned {
        var (start, end) = (range.lowerBound, range.upperBound)
        var scope: String?
        strip: while start < end {
            if wholes.longest(letters, at: start, by: end) != nil { break strip }
            if let behind = Basis.end(letters, at: start, by: end) {
                start = behind
            } else if let word = scopes.longest(letters, at: start, by: end) {
                // 园区 alone may begin a name: 园区规上企业 is of the park all the same.
                scope = word
                start += word.unicodeScalars.count
            } else if let word = heads.longest(letters, at: start, by: end) {
                start += word.unicodeScalars.count
            } else if Letters.isDigit(letters[start]), let length = year(letters, start), start + length <= end {
                start += length
            } else if let item = ItemNumber(letters, at: start), item.word == "是", start + item.length <= end {
                start += item.length
            } else if let scalar = letters[start], "“”\"' 　、".unicodeScalars.contains(scalar) {
                start += 1
            } else {
                break strip
            }
        }
        while start < end {
            if let basis = Basis.start(letters, before: end, from: start) {
                end = basis
            } else if let word = tails.longest(letters, before: end, from: start) {
                end -= word.unicodeScalars.count
            } else if let scalar = letters[end - 1], "“”\"' 　:：".unicodeScalars.contains(scalar) {
                end -= 1
            } else {
                break
            }
        }
        var text = letters.text(start..<end)
        text.unicodeScalars.removeAll { "“”".unicodeScalars.contains($0) }
        return Cleaned(text: text, scope: scope, isElliptic: text.isEmpty && !range.isEmpty)
    }

    /// 2022年 at the head of a phrase.
    private static func year(_ letters: Letters, _ start: Int) -> Int? {
        guard (0..<4).allSatisfy({ Letters.isDigit(letters[start + $0]) }), letters.has("年", at: start + 4) else { return nil }
        if letters.has("年度", at: start + 4) || letters.has("年底", at: start + 4) || letters.has("年末", at: start + 4) { return 6 }
        return 5
    }

    private static let heads = WordList(
        "全年 今年 本年 本年度 当年 年末 年底 年初 目前 现有 截至目前 截至 至 到 其中 使 则 共 并 且 同时 另外 另 还 我们 预计 园区内 全年共 实现 完成 累计 去年 上年 按 又 已 已有 有 "
            + "主要 分别 全部 合计 共计 总计 当期 本期 年内 一年来 及时 免费为 高标准 顺利 圆满")

    /// Words that begin as a filler does and are none: 有色金属, 到位资金.
    private static let wholes = WordList("有色 有效 有机 有限 有关 有线 有序 有害 有偿 有轨 到位 到账 到期 到岗 使用 共享 共建 还款 还贷 按揭 并网 并购 全部职工 全部从业")

    private static let tails = WordList(
        "达到 达 为 是 共 共计 总计 合计 累计 总数 总量 总数达 总计达 完成 实现 在 有 至 增至 增加到 增长到 提高到 提升到 上升到 扩大到 下降到 降至 降到 减少到 压缩为 压缩到 压减到 到 仅 只 已 已达 预计 "
            + "预计达 高达 近 约 超 超过 突破 首次突破 累计达 共有 的 合计达 分别为 分别达 分别达到 数量达 稳定在 保持在 控制在 不 也 由 从")

    /// Words before which the noun behind a count ends.
    static let nounEnds = WordList(
        "进入 获 获得 通过 首次 参加 参与 被 全部 均 都 实现 成为 完成 已 入 顺利 分别 正在 开展 发布 开工 投产 落地 签约 的 和 及 与 并 将 在 是 占 产值 捐款 夏季 纳入 列入 认定 取得 达到 超 其中 "
            + "核拨 更换 相继 建成 竣工 备案 注册 挂牌 上市 到 为 用于 有 比 较 同比")
}
