import Indicators
import Registers

/// What one label of a form says: of what, when, and compared with what.
struct LabelWords: Hashable {
    /// What of a figure is wanted.
    enum Aspect: String, Hashable {
        case prior, growth, increment, chain, target, done
    }

    /// Over which stretch.
    enum Span: Hashable {
        case month, toDate
        /// A part of the year that the label names: `03`, `Q1`, `H1`.
        case part(String)
    }

    /// The words that are left: what the figure is of. Empty where the label only says when or how.
    var subject: String
    var aspects: Set<Aspect> = []
    var spans: Set<Span> = []
    var unit: Unit?
    /// It names a year or months that are not those that are filled.
    var isForeign: Bool
    /// 其中: a part of what stands above it.
    var isPart = false
    /// 合计, 总计.
    var isTotal: Bool

    /// - Parameter label: as it stands in the form.
    init(_ label: String, _ period: Period) {
        let head = HeaderText(LabelWords.unnumbered(label))
        unit = head.unit
        let time = LabelTime(head.name, period)
        isForeign = time.isForeign
        if time.isPrior { aspects.insert(.prior) }
        if time.isToDate { spans.insert(.toDate) }
        if time.isMonth { spans.insert(.month) }
        if let part = time.part { spans.insert(.part(part)) }
        var text = LabelWords.trimmed(time.rest)
        if text.hasPrefix("其中") {
            isPart = true
            text = LabelWords.trimmed(String(text.dropFirst(2)))
        }
        isTotal = ["合计", "总计", "总合计"].contains(text)
        subject = text
        read(text)
    }

    /// The label as it is remembered, whatever month it is filled for.
    static func lasting(_ label: String, _ period: Period) -> String { LabelTime(HeaderText.folded(label), period).lasting }

    /// Takes words of time and comparison from both ends, the longest first.
    private mutating func read(_ whole: String) {
        var text = whole
        while !text.isEmpty {
            if let token = LabelWords.tokens.first(where: { text.hasPrefix($0.word) }) {
                take(token.meaning)
                text.removeFirst(token.word.count)
            } else if let token = LabelWords.tokens.first(where: { text.hasSuffix($0.word) }) {
                take(token.meaning)
                text.removeLast(token.word.count)
            } else {
                break
            }
            text = LabelWords.trimmed(text)
        }
        subject = isTotal ? "" : text
        // 比上年同期增长 is a growth and not last year's figure.
        if !aspects.isDisjoint(with: [.growth, .increment]) { aspects.remove(.prior) }
    }

    private mutating func take(_ meaning: Meaning) {
        switch meaning {
        case .aspect(let aspect): aspects.insert(aspect)
        case .span(let span): spans.insert(span)
        case .filler: break
        }
    }

    // MARK: words

    private enum Meaning { case aspect(Aspect), span(Span), filler }

    private static let tokens: [(word: String, meaning: Meaning)] = {
        func all(_ words: String, _ meaning: Meaning) -> [(word: String, meaning: Meaning)] {
            words.split(separator: " ").map { (HeaderText.folded(String($0)), meaning) }
        }
        let tokens =
            all(
                "1-本月累计数 1-本月累计 1-本月 本月累计 本月止累计 本年累计 本年累计数 本年止累计 年初至本月累计 年初至本月 年初至今 自年初累计 自年初累计数 自年初至本月累计 自年初 年累计 全年累计 累计数 累计",
                .span(.toDate))
            + all("本月 当月 本月数 当月数 本月实际", .span(.month))
            + all(
                "上年同期 去年同期 上年同期数 去年同期数 同期 同期数 上年同月 去年同月 上年数 去年数 上年 去年 上年同期累计 去年同期累计", .aspect(.prior))
            + all(
                "同比增长 同比增长率 同比增速 同比增幅 同比增减 同比增减率 同比 增速 增幅 增长 增长率 增减率 增减幅度 比上年同期增长 比去年同期增长 比上年增长 比去年增长 较上年同期增长 较去年同期增长 较上年增长 比同期增长 比上年同期增减 比去年同期增减 比上年同期 比去年同期 较同期增长 ±",
                .aspect(.growth))
            + all("同比增减额 增减额 净增 净增额 同比净增 增加额 增减绝对额 增量 同比增加额 比上年同期增加 比去年同期增加 比上年增加", .aspect(.increment))
            + all("环比 环比增长 环比增速 环比增幅 比上月增长 较上月增长", .aspect(.chain))
            + all("年度目标 全年目标 目标 年计划 全年计划 年度计划 目标值 目标任务 年度目标任务 全年目标任务 计划数", .aspect(.target))
            + all("完成率 完成进度 目标完成率 完成目标 占年度目标 完成年度目标 完成全年目标 完成年计划 计划完成率 占全年目标", .aspect(.done))
            + all("第一季度 一季度", .span(.part("Q1"))) + all("第二季度 二季度", .span(.part("Q2"))) + all("第三季度 三季度", .span(.part("Q3")))
            + all("第四季度 四季度", .span(.part("Q4"))) + all("上半年", .span(.part("H1"))) + all("下半年", .span(.part("H2")))
            + all("完成 实际完成 实绩 数值 金额 数量 绝对量 绝对额 总量 指标值 完成数 完成情况 实际 全年 本年 今年 本期 本期数 本年实际 截至 合计 总计 月末 年末 期末 末 底", .filler)
        return tokens.sorted { $0.word.count > $1.word.count }
    }()

    /// Without the number of a heading: 一、 （二） 3. and the mark of a note.
    static func unnumbered(_ label: String) -> String {
        var text = Narrow.text(label)[...]
        let numerals = Set("一二三四五六七八九十0123456789")
        if text.first == "(" {
            let inside = text.dropFirst().prefix { numerals.contains($0) }
            let after = text.dropFirst(1 + inside.count)
            if !inside.isEmpty, after.first == ")" { text = after.dropFirst() }
        } else {
            let number = text.prefix { numerals.contains($0) }
            let after = text.dropFirst(number.count)
            if !number.isEmpty, let mark = after.first, "、.".contains(mark) { text = after.dropFirst() }
        }
        while let first = text.first, "#*＃ ".contains(first) { text.removeFirst() }
        return Narrow.trimmed(String(text))
    }

    private static func trimmed(_ text: String) -> String {
        var slice = text[...]
        let marks = Set("()-:,、;。/的,：，%+= ")
        while let first = slice.first, marks.contains(first) { slice.removeFirst() }
        while let last = slice.last, marks.contains(last) { slice.removeLast() }
        return String(slice)
    }
}
