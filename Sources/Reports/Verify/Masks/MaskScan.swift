/// Finds the runs of stars in a paragraph and tells a covered figure from a covered name, by the unit behind it and the words around it.
struct MaskScan {
    let letters: Letters

    /// A run, and what it covers.
    struct Found: Hashable {
        var range: Range<Int>
        var kind: Mask.Kind
        var unit: PrintedUnit?
    }

    func found() -> [Found] {
        let runs = MaskScan.runs(letters)
        var kinds: [Found] = []
        for run in runs {
            guard let unit = unit(after: run, in: runs) else {
                kinds.append(Found(range: run, kind: .name, unit: nil))
                continue
            }
            kinds.append(Found(range: run, kind: isFused(run, kinds.last) ? .fused : .figure, unit: unit))
        }
        return kinds
    }

    /// Runs of one kind of star. Crosses count from two on, and only where no Latin word holds them.
    static func runs(_ letters: Letters) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = 0
        while let scalar = letters[index] {
            guard isStar(scalar) || isCross(scalar) else {
                index += 1
                continue
            }
            var end = index + 1
            while letters[end] == scalar { end += 1 }
            let isPlain = isStar(scalar) || (end - index >= 2 && !isWordLetter(letters[index - 1]) && !isWordLetter(letters[end]))
            if isPlain { runs.append(index..<end) }
            index = end
        }
        return runs
    }

    private static func isStar(_ scalar: Unicode.Scalar) -> Bool { scalar == "*" || scalar == "＊" }
    private static func isCross(_ scalar: Unicode.Scalar) -> Bool { "×✕╳XxＸ".unicodeScalars.contains(scalar) }
    private static func isWordLetter(_ scalar: Unicode.Scalar?) -> Bool { Letters.isLatin(scalar) || Letters.isDigit(scalar) }

    /// The unit of the number that a run covers; nil where it covers a name.
    private func unit(after run: Range<Int>, in runs: [Range<Int>]) -> PrintedUnit? {
        var end = afterDigits(run.upperBound)
        // A range has its unit behind its second number: *-*%.
        if let sign = letters[end], "-—–－~～至".unicodeScalars.contains(sign) {
            var next = end + 1
            while let again = letters[next], "-—–".unicodeScalars.contains(again), next - end < 3 { next += 1 }
            if let other = runs.first(where: { $0.lowerBound == next }) { return unit(after: other, in: runs) }
            let digits = afterDigits(next)
            if digits > next { end = digits }
        }
        if let word = MaskScan.between.longest(letters, at: end) { end += word.unicodeScalars.count }
        guard let unit = UnitWords.unit(letters, at: end), unit.length > 0 else { return nil }
        if MaskScan.heads.longest(letters, at: end) != nil { return nil }
        // ***镇 is a place, 带动*镇 so many of them.
        if MaskScan.places.contains(unit.symbol) { return MaskScan.counting.longest(letters, before: run.lowerBound) == nil ? nil : unit }
        return unit
    }

    /// Digits, also with a point, that were left standing: *00个, *.5%.
    private func afterDigits(_ start: Int) -> Int {
        var end = start
        while Letters.isDigit(letters[end]) || ((letters[end] == "." || letters[end] == ",") && Letters.isDigit(letters[end + 1])) { end += 1 }
        return end
    }

    /// A name that broke off just before a longer run lost its rest in it.
    private func isFused(_ run: Range<Int>, _ last: Found?) -> Bool {
        guard run.count >= 3 else { return false }
        if MaskScan.provinces.longest(letters, before: run.lowerBound) != nil { return true }
        guard let last, last.kind == .name else { return false }
        let between = last.range.upperBound..<run.lowerBound
        return between.count == 1 && between.allSatisfy { Letters.isHan(letters[$0]) }
    }

    private static let between = WordList("余 多 几 来")
    private static let places: Set<String> = ["镇", "村", "乡", "门", "号"]
    private static let counting = WordList("带动 覆盖 涉及 涉 共 全 辖 下辖 辐射 惠及 近 约 等 在 对 了 成 建设 建成")

    /// Words that begin like a measure word and go on as part of a name.
    private static let heads = WordList(
        "人民 人造 人寿 人工 人才 人力 人防 人社 人大 人事 家具 家电 家居 家园 家政 家装 家纺 台湾 台资 台商 种业 种子 种苗 种植 种畜 米业 米粉 米线 元件 元器件 日报 日化 "
            + "日用 年华 期货 名城 名苑 名邸 名都 度假 处理 处长 头村 门业 门窗 门诊 天然 天宇 天成 点钞 件杂 方正 方圆 月饼 月子 月湖 月亮 号线 户外 个体 个人 个税 项链 项目 条码 条约 "
            + "份额 台账 套房 套装 位于 位置 届时 批发 批复 批准 头版 轮胎 轮毂 轮渡 张家 册页 本级 本部 本地 场馆 场镇 座谈 所在 所有 辆次品 口腔 口岸 间接 节能 节水 成套 成果 "
            + "成立 度过 级别 层面 镇政府 镇党委 镇中心 镇卫生 镇人民 村委 村民 村党 乡政府 乡党委 乡村 支行 支队 支部 支公司 支持 片区 根据 场所 场长 所长 户籍 次级 克拉 方式 方案 "
            + "方面 升级 升降 米其林 床垫 字号 块状 笔业 笔记 起重 例会 亩产")

    private static let provinces = WordList(
        "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门")
}
