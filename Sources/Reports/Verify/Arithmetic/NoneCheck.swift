import Storage

/// 没有…被约谈 against 约谈3次, and 全部 or 齐升 against 除…外: a claim over all that the text itself counts exceptions of.
struct NoneCheck {
    let text: OutsideText
    let check: ContradictionCheck

    func found() -> [Contradiction] {
        var found: [Contradiction] = []
        for (index, paragraph) in text.paragraphs.enumerated() {
            let sentences = Sentence.all(paragraph)
            for (at, sentence) in sentences.enumerated() {
                // The cells of a table are no sentences: 没有清单的支部 0个 = 0 says what was counted.
                if !paragraph.isInTable { found += none(index, paragraph, sentence) }
                let next = at + 1 < sentences.count ? sentences[at + 1] : nil
                if let all = exception(paragraph, sentence, next) { found.append(all) }
            }
        }
        return found
    }

    private func none(_ index: Int, _ paragraph: OutsideParagraph, _ sentence: Sentence) -> [Contradiction] {
        let letters = paragraph.letters
        guard let start = letters.occurrences(NoneCheck.nones, in: sentence.range).first, !paragraph.isQuoted(start.at) else { return [] }
        var found: [Contradiction] = []
        for (from, object) in objects(letters, start.at + start.word.unicodeScalars.count..<sentence.range.upperBound) {
            let counted = check.stated.first { stated in
                !stated.isAside && stated.frame == .level && stated.quantity.unit.isCount && stated.subject.hasSuffix(object)
                    && stated.time.year == check.stated.first?.time.year ?? 0
                    && !(stated.quantity.value?.isZero ?? false) && !NoneCheck.past.contains { stated.subject.contains($0) }
                    && !(stated.paragraph == index && stated.sentence == sentence.range)
            }
            guard let counted else { continue }
            let range = start.at..<min(sentence.range.upperBound, from + object.unicodeScalars.count)
            let covered = counted.quantity.isMasked
            found.append(
                Contradiction(
                    rule: "none", places: [paragraph.place(range), text.paragraphs[counted.paragraph].place(counted.quantity.range)],
                    contexts: [paragraph.context(range), text.paragraphs[counted.paragraph].context(counted.quantity.range)],
                    message: Words(
                        zh:
                            "一处说“\(start.word)…\(object)”，另一处有“\(counted.subject)”\(check.words(counted))\(covered ? "（数被遮住，但写明有次数）" : "")；除非两处所指范围不同",
                        en:
                            "One place says there was none (\(object)), another counts \(counted.subject) \(check.words(counted)); unless the two mean different scopes"
                    ), isOpen: false))
        }
        return found
    }

    /// What there was none of: 被问责、被约谈的情况 is 问责 and 约谈.
    private func objects(_ letters: Letters, _ range: Range<Int>) -> [(at: Int, text: String)] {
        var found: [(Int, String)] = []
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound {
            let isEnd = index == range.upperBound || "，、的".unicodeScalars.contains(letters[index] ?? " ")
            guard isEnd else { continue }
            var from = start
            while let word = NoneCheck.heads.longest(letters, at: from, by: index) { from += word.unicodeScalars.count }
            let object = letters.text(from..<max(from, index))
            if (2...10).contains(object.unicodeScalars.count), !NoneCheck.vague.contains(object) { found.append((from, object)) }
            start = index + 1
        }
        return found
    }

    /// 量价齐升 as the heading of what then names exceptions.
    private func exception(_ paragraph: OutsideParagraph, _ sentence: Sentence, _ next: Sentence?) -> Contradiction? {
        let letters = paragraph.letters
        guard let next, let all = letters.occurrences(NoneCheck.alls, in: sentence.range).first, sentence.range.count <= 30,
            let except = letters.find("除", in: next.range), letters[except - 1] != "消" && letters[except - 1] != "解" && letters[except - 1] != "免",
            let tail = letters.occurrences(NoneCheck.everything, in: except..<next.range.upperBound).first, tail.at - except <= 30
        else { return nil }
        let exceptions = except..<tail.at
        return Contradiction(
            rule: "exception", places: [paragraph.place(sentence.range), paragraph.place(exceptions)],
            contexts: [paragraph.context(sentence.range, around: 0), paragraph.context(exceptions)],
            message: Words(
                zh: "前面说“\(all.word)”，后面又“\(OutsideParagraph.plain(letters.text(exceptions)))”有例外",
                en: "“\(all.word)” is said of all, and then exceptions are named"), isOpen: false)
    }

    private static let nones = WordList("没有发生 没有出现 未发生 未出现 没有 无一例 无一起 杜绝了 零发生")
    private static let heads = WordList("任何 被 一起 一例 一件 发生 出现 因 受到 有 因工 各类 重复 干部职工 工作人员 党员干部")
    private static let past = ["历史", "往年", "处理", "化解", "整改", "演练", "培训", "防范", "预防", "隐患", "调解", "去年", "上年", "以前", "排查"]
    private static let vague = ["情况", "问题", "行为", "现象", "事件", "变化", "企业", "项目", "工作"]
    private static let alls = WordList("量价齐升 全面增长 全部增长 普遍增长 全线增长 齐头并进 全部完成 全面完成 双双增长")

    private static let everything = WordList("全部 均 都 全都")
}
