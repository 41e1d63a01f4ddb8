import Storage

/// A claim that a text makes, told by its wording.
struct SpokenClaim: Sendable {
    /// The form as declarations name it: `record_increment`.
    var form: String
    var paragraph: Int
    /// The words that make it a claim.
    var range: Range<Int>
    var sentence: Range<Int>
    var clause: Range<Int>
    /// How many years, where it says so.
    var years: Int?
    /// Which place, where it says so: 第二.
    var rank: Int?
    /// How many have crossed: 4家企业首次突破.
    var count: Int?
    /// The number that makes it a claim, by its index among the statements.
    var number: Int?
    /// Without its number nothing is claimed: 是去年的*倍.
    var needsNumber: Bool { form == "multiple" || form == "share" }
}

/// The wordings of the fourteen forms (docs/declarations.md, forms of claims).
struct ClaimWords {
    let text: OutsideText
    let stated: [Stated]

    func claims() -> [SpokenClaim] {
        let byParagraph = Dictionary(grouping: stated.indices.filter { !stated[$0].isAside }) { stated[$0].paragraph }
        return text.paragraphs.enumerated().flatMap { index, paragraph in
            paragraph.isInTable ? [] : claims(index, paragraph, byParagraph[index] ?? [])
        }
    }

    private func claims(_ index: Int, _ paragraph: OutsideParagraph, _ numbers: [Int]) -> [SpokenClaim] {
        let letters = paragraph.letters
        let quantities = QuantityScan(paragraph).found()
        var found: [SpokenClaim] = []
        var rest = quantities[...]
        for sentence in Sentence.all(paragraph) {
            rest = rest.drop { $0.digits.lowerBound < sentence.range.lowerBound }
            let inside = rest.prefix { $0.digits.lowerBound < sentence.range.upperBound }
            func add(_ form: String, _ range: Range<Int>, years: Int? = nil, rank: Int? = nil, count: Int? = nil, number: Int? = nil) {
                let clause = sentence.clause(range.lowerBound)
                guard !paragraph.isInTitle(range.lowerBound), !found.contains(where: { $0.form == form && $0.clause == clause }) else { return }
                found.append(
                    SpokenClaim(
                        form: form, paragraph: index, range: range, sentence: sentence.range, clause: clause, years: years, rank: rank, count: count,
                        number: number))
            }
            for (form, words) in ClaimWords.plain {
                for (at, word) in letters.occurrences(words, in: sentence.range) where !paragraph.isQuoted(at) {
                    add(form, at..<(at + word.unicodeScalars.count))
                }
            }
            for (at, word) in letters.occurrences(ClaimWords.records, in: sentence.range) {
                let isIncrement = !letters.occurrences(ClaimWords.increments, in: sentence.range.lowerBound..<at).isEmpty
                let near = inside.first { $0.unit.symbol == "年" && $0.kind == .order && letters[$0.digits.lowerBound - 1] == "近" }
                if let near {
                    add("best_in_window", near.range.lowerBound..<(at + word.unicodeScalars.count), years: ClaimWords.whole(near))
                } else if !word.hasPrefix("最") {
                    add(isIncrement ? "record_increment" : "record", at..<(at + word.unicodeScalars.count))
                }
            }
            for quantity in inside {
                let start = quantity.digits.lowerBound
                if quantity.unit.symbol == "年", letters.has("连续", before: start) {
                    add("run", (start - 2)..<quantity.range.upperBound, years: ClaimWords.whole(quantity))
                }
                if quantity.kind == .order, letters[start - 1] == "第", ClaimWords.ranks.longest(letters, before: start - 1) != nil {
                    add("rank", quantity.range, rank: ClaimWords.whole(quantity))
                }
                if letters.has("首次突破", before: start) || letters.has("首次超过", before: start) {
                    let clause = sentence.clause(start)
                    let counts = inside.filter { clause.contains($0.digits.lowerBound) && $0.unit.symbol == "家" && $0.kind == .amount }
                    add("first_crossing", quantity.range, count: counts.count == 1 ? counts.first.flatMap(ClaimWords.whole) : nil)
                } else if quantity.approximation == .over, quantity.kind == .amount {
                    add("threshold", quantity.range)
                }
            }
            if let all = allBut(letters, sentence.range) { add("all_but", all) }
            for number in numbers where stated[number].sentence == sentence.range {
                let one = stated[number]
                switch one.frame {
                case .multiple(isOf: true) where one.quantity.unit.symbol != "番": add("multiple", one.quantity.range, number: number)
                case .share(let whole) where StatementReader.outerWords.contains(whole):
                    add("share", one.quantity.range, number: number)
                case .to: add("from_to", one.quantity.range, number: number)
                case .increment where !letters.occurrences(ClaimWords.againstLastYear, in: one.clause).isEmpty:
                    add("from_to", one.quantity.range, number: number)
                default: break
                }
            }
        }
        return found
    }

    /// 除A和B外，全部…
    private func allBut(_ letters: Letters, _ range: Range<Int>) -> Range<Int>? {
        guard let except = letters.find("除", in: range), !"消解免清排拆删开扣".unicodeScalars.contains(letters[except - 1] ?? " "), letters[except + 1] != "了",
            letters.occurrences(ClaimWords.noExceptions, in: (except + 1)..<(except + 3)).first?.at != except + 1,
            let all = letters.occurrences(ClaimWords.everything, in: except..<range.upperBound).first, all.at - except <= 30
        else { return nil }
        return except..<(all.at + all.word.unicodeScalars.count)
    }

    private static func whole(_ quantity: Quantity) -> Int? { quantity.value?.units(places: 0).flatMap { Int(exactly: $0) } }

    private static let records = WordList("历史之最 历史新高 历史最高 历史最好 创新高 新高 最好成绩 最好水平 最高水平 最高 最好")
    private static let ranks = WordList("排名 位列 位居 排位 名列 位次 列 居 排")

    private static let plain: [(String, WordList)] = [
        ("coverage", WordList("全覆盖 全部提交 全部到位 全部完成 全部落地 全部整改 均已落地 均已 均建立 不漏一人 不落一人 逢会必讲 全员覆盖 全员接种 应保尽保 应检尽检 全部为 一致同意")),
        ("zero", WordList("零输入 零确诊 零疑似 零感染 零事故 零上访 零投诉 零死亡 零伤亡 没有发生 未发生 没有出现 未出现 无一例 无一起")),
        ("vague_plural", WordList("多次 一大批 一批 多项 多批次")), ("threshold", WordList("百亿园区 百亿级 千亿级 百亿目标")),
        ("first_crossing", WordList("首次实现 首次跨过 首次跻身")), ("all_but", WordList("量价齐升")), ("all", WordList("开门红 双跃升 双双增长 双增长")),
    ]

    private static let increments = WordList("净增 增量 增幅")
    private static let againstLastYear = WordList("较去年 比去年 较上年 比上年")
    private static let noExceptions = WordList("注明 另有 此 外 特殊")
    private static let everything = WordList("全部 均 都 全都")
}
