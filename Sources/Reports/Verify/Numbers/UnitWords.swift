import Registers
import Storage

/// The unit or measure word that stands behind a number, with the 万 or 亿 before it.
struct PrintedUnit: Sendable, Hashable {
    /// As it is written: 万立方米, 家, %.
    var symbol: String
    /// What can be compared with what: money, area, 家.
    var dimension: String
    /// How many of the dimension's base one is.
    var factor: Amount
    /// Letters that it takes.
    var length: Int

    /// A number without a unit.
    static let none = PrintedUnit(symbol: "", dimension: "", factor: .one, length: 0)

    /// Whether it counts things, people or events: the number is whole.
    var isCount: Bool { UnitWords.counts.contains(dimension) }
    var isPercent: Bool { dimension == "ratio" && symbol != "倍" && symbol != "番" }
    /// A span or point of time, a rank or a class: no amount of anything.
    var isOrder: Bool { UnitWords.orders.contains(dimension) }
}

/// Every unit and measure word that numbers in reports have.
enum UnitWords {
    /// The unit that begins at a place; nil where none does.
    static func unit(_ letters: Letters, at start: Int) -> PrintedUnit? {
        let scale = scales.longest(letters, at: start)
        // 个百分点 and 千瓦时 begin with what looks like a measure word or a size.
        let whole = bases.longest(letters, at: start)
        var scaled: PrintedUnit?
        if let scale {
            let at = start + scale.unicodeScalars.count
            let base = bases.longest(letters, at: at) ?? ""
            let size = Amount(ChineseNumber.value(scale) ?? 1)
            if base.isEmpty || !(base == "成" || base == "倍" && scale != "百") {
                scaled = make(scale + base, base, size, at + base.unicodeScalars.count - start)
            }
        }
        guard let whole else { return scaled.map { per($0, letters, start) } }
        let plain = make(whole, whole, .one, whole.unicodeScalars.count)
        guard let scaled, scaled.length > plain.length else { return per(plain, letters, start) }
        return per(scaled, letters, start)
    }

    /// 万元/亩 where a declared unit is called so.
    private static func per(_ unit: PrintedUnit, _ letters: Letters, _ start: Int) -> PrintedUnit {
        let mark = start + unit.length
        guard letters[mark] == "/" || letters[mark] == "／" else { return unit }
        let below = [scaledBase(letters, mark + 1), bases.longest(letters, at: mark + 1)].compactMap { $0 }.max { $0.count < $1.count }
        guard let below, let whole = Unit("\(unit.symbol)/\(below)") else { return unit }
        return PrintedUnit(
            symbol: "\(unit.symbol)/\(below)", dimension: whole.dimension, factor: whole.size, length: unit.length + 1 + below.unicodeScalars.count)
    }

    private static func scaledBase(_ letters: Letters, _ start: Int) -> String? {
        scales.longest(letters, at: start).flatMap { scale in
            bases.longest(letters, at: start + scale.unicodeScalars.count).map { scale + $0 }
        }
    }

    private static func make(_ symbol: String, _ base: String, _ scale: Amount, _ length: Int) -> PrintedUnit {
        if base.isEmpty { return PrintedUnit(symbol: symbol, dimension: "", factor: scale, length: length) }
        if let unit = Unit(base), let factor = try? unit.size.multiplied(by: scale), !orders.contains(base) {
            return PrintedUnit(symbol: symbol, dimension: same[unit.dimension] ?? unit.dimension, factor: factor, length: length)
        }
        return PrintedUnit(symbol: symbol, dimension: same[base] ?? base, factor: scale, length: length)
    }

    /// Measure words that are said of the same things: 52家 and 52户 firms, 12名 and 12人.
    private static let same = ["户": "家", "位": "people", "名": "people", "people": "people", "人": "people", "％": "ratio", "百分点": "points", "起": "件"]

    /// The dimension of a declared unit, as the words of a text have it.
    static func dimension(_ unit: Unit) -> String { same[unit.dimension] ?? unit.dimension }

    private static let scales = WordList("百 千 万 十万 百万 千万 亿 十亿 百亿 千亿 万亿")

    static let baseWords =
        "元 美元 欧元 港元 日元 吨 公斤 千克 斤 克 吨标准煤 吨标煤 亩 公顷 平方米 平方公里 平方千米 平米 ㎡ 立方米 方 升 米 公里 千米 千瓦时 度 千瓦 兆瓦 "
        + "人次 人 名 位 户 家 个 项 次 种 篇 条 份 处 台 套 届 批 件 头 只 株 羽 尾 期 轮 张 幅 册 本 场 场次 座 所 辆 艘 架 宗 笔 起 例 支 片 根 口 眼 栋 幢 间 节 课时 学时 "
        + "小时 分钟 秒 天 日 月 年 岁 周 季度 个月 个多月 倍 成 % ％ ‰ 个百分点 百分点 户次 车次 辆次 吨公里 人公里 架次 班次 批次 台次 件次 家次 例次 床 标箱 字 盏 块 类 级 号 层 镇 村 乡 门 步 点"

    private static let bases = WordList(baseWords)

    static let orders: Set<String> = [
        "年", "years", "月", "months", "个月", "个多月", "日", "天", "days", "周", "季度", "小时", "分钟", "秒", "time", "岁", "届", "期", "级", "号", "类", "层", "步", "点",
        "节",
        "度",
    ]

    static let counts: Set<String> = [
        "家", "个", "项", "次", "种", "people", "attendances", "篇", "条", "份", "处", "台", "套", "批", "件", "头", "只", "株", "羽", "尾", "轮", "张", "幅", "册", "本",
        "场", "场次", "座",
        "所", "辆", "艘", "架", "宗", "笔", "例", "支", "片", "根", "口", "眼", "栋", "幢", "间", "户次", "车次", "架次", "班次", "批次", "台次", "件次", "家次", "床", "标箱", "盏",
        "块", "镇", "村",
        "乡", "门",
    ]
}
