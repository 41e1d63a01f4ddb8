/// Text left over from an older year (旧稿残留): what only another year can say of itself.
struct StaleCheck {
    let text: OutsideText
    /// The year that the text reports on.
    let year: Int

    func faults() -> [FormFault] {
        var outline = Outline(year: year)
        return text.paragraphs.flatMap { paragraph -> [FormFault] in
            outline.pass(paragraph)
            guard !paragraph.isInTable else { return [] }
            let plan = outline.isPlan ? outline.year : nil
            let years = StaleCheck.years(paragraph)
            return plans(paragraph, plan) + anniversaries(paragraph) + congresses(paragraph) + skipped(paragraph, years) + issued(paragraph, years)
                + coming(paragraph, plan, years)
        }
    }

    // MARK: five-year plans

    /// “十四五”开门红 belongs to the first year of a plan, 收官之年 to its last. The tenth plan began in 2001.
    private func plans(_ paragraph: OutsideParagraph, _ plan: Int?) -> [FormFault] {
        let letters = paragraph.letters
        return letters.occurrences(StaleCheck.openings, in: 0..<letters.count).compactMap { at, word in
            let isLast = word.hasPrefix("收官")
            guard let (first, name) = fiveYears(letters, before: at) else { return nil }
            let meant = isLast ? first + 4 : first
            guard meant != year, meant != plan, !isPast(letters, at, meant) else { return nil }
            return paragraph.fault(
                "stale", at..<(at + word.unicodeScalars.count),
                zh: "“\(name)”的\(isLast ? "末" : "首")年是\(meant)年，\(year)年的文稿不宜再说“\(word)”，像是旧稿残留",
                en: "The \(isLast ? "last" : "first") year of “\(name)” is \(meant); “\(word)” looks left over from then")
        }
    }

    /// 十四五 within a few letters before a place, and its first year.
    private func fiveYears(_ letters: Letters, before end: Int) -> (Int, String)? {
        for start in stride(from: end - 3, through: max(0, end - 8), by: -1) where letters[start] == "十" {
            for length in [3, 2] where start + length <= end && letters[start + length - 1] == "五" {
                let name = letters.text(start..<(start + length))
                guard let number = ChineseNumber.value(String(name.dropLast())).map({ name == "十五" ? 10 : Int($0) }), (10...30).contains(number)
                else { continue }
                return (2001 + (number - 10) * 5, name)
            }
        }
        return nil
    }

    /// 2021年……开门红: the year stands beside it, and it is told as what was.
    private func isPast(_ letters: Letters, _ at: Int, _ meant: Int) -> Bool {
        letters.find("\(meant)年", in: max(0, at - 40)..<at) != nil
    }

    // MARK: anniversaries and congresses

    /// 庆祝建党100周年: the year is that of the founding and as many.
    private func anniversaries(_ paragraph: OutsideParagraph) -> [FormFault] {
        let letters = paragraph.letters
        var faults: [FormFault] = []
        for (at, word) in letters.occurrences(StaleCheck.feasts, in: 0..<letters.count) {
            let end = min(letters.count, at + 22)
            let range = (at + word.unicodeScalars.count)..<end
            if letters.has("共庆百年", at: at), year > 2021 {
                faults.append(stale(paragraph, at..<(at + 4), 2021))
                continue
            }
            guard let mark = letters.find("周年", in: range) ?? letters.find("华诞", in: range) else { continue }
            let between = range.lowerBound..<mark
            guard let founded = StaleCheck.foundings.first(where: { letters.find($0.0, in: between) != nil })?.1 else { continue }
            guard let count = number(letters, before: mark), count > 0, founded + count < year else { continue }
            faults.append(stale(paragraph, at..<(mark + 2), founded + count))
        }
        return faults
    }

    private func number(_ letters: Letters, before end: Int) -> Int? {
        var start = end
        while start > 0, let scalar = letters[start - 1], Letters.isDigit(scalar) || ChineseNumber.isNumeral(scalar), end - start < 6 { start -= 1 }
        let text = letters.text(start..<end)
        return Digits.whole(text) ?? (text == "百" ? 100 : ChineseNumber.whole(text))
    }

    /// 喜迎党的二十大, after it was held.
    private func congresses(_ paragraph: OutsideParagraph) -> [FormFault] {
        let letters = paragraph.letters
        return letters.occurrences(StaleCheck.welcomes, in: 0..<letters.count).compactMap { at, word in
            let range = (at + 2)..<min(letters.count, at + 12)
            guard let held = StaleCheck.congresses.first(where: { letters.find($0.0, in: range) != nil }), held.1 < year else { return nil }
            return stale(paragraph, at..<(at + word.unicodeScalars.count + held.0.unicodeScalars.count), held.1)
        }
    }

    private func stale(_ paragraph: OutsideParagraph, _ range: Range<Int>, _ meant: Int) -> FormFault {
        paragraph.fault(
            "stale", range, zh: "这是\(meant)年的说法，\(year)年的文稿里像是旧稿残留", en: "That belongs to \(meant); in a text of \(year) it looks left over")
    }

    // MARK: years

    /// 在2020年……基础上，2022年又: the year between is passed over.
    private func skipped(_ paragraph: OutsideParagraph, _ all: [Quantity]) -> [FormFault] {
        guard all.count >= 2 else { return [] }
        let letters = paragraph.letters
        var faults: [FormFault] = []
        for sentence in Sentence.all(paragraph) {
            let years = StaleCheck.inside(all, sentence.range)
            guard years.count >= 2, let base = letters.find("基础上", in: sentence.range) else { continue }
            guard let before = years.last(where: { $0.range.upperBound <= base }), let after = years.first(where: { $0.range.lowerBound >= base })
            else { continue }
            let next = letters.text(after.range.upperBound..<min(letters.count, after.range.upperBound + 2))
            guard next.hasPrefix("又") || next.hasPrefix("再"), let first = whole(before), let second = whole(after), second - first > 1 else {
                continue
            }
            faults.append(
                paragraph.fault(
                    "stale", before.range.lowerBound..<after.range.upperBound, zh: "从\(first)年直接接到\(second)年，中间的年份没有交代，像是旧稿只改了后一个年份",
                    en: "From \(first) straight to \(second): the years between are passed over, as if only one year had been changed"))
        }
        return faults
    }

    /// 制定了《2021年工作要点》 in a text of 2022.
    private func issued(_ paragraph: OutsideParagraph, _ all: [Quantity]) -> [FormFault] {
        let letters = paragraph.letters
        return paragraph.titles.compactMap { title in
            guard let verb = letters.occurrences(StaleCheck.issues, in: max(0, title.lowerBound - 8)..<title.lowerBound).last, verb.at >= 0,
                !letters.occurrences(StaleCheck.yearly, in: title).isEmpty
            else { return nil }
            let named = StaleCheck.inside(all, title)
            guard named.count == 1, let date = named.first, date.upper == nil, let meant = whole(date), meant < year, year - meant <= 3 else {
                return nil
            }
            return paragraph.fault(
                "stale", title.lowerBound..<min(title.upperBound, title.lowerBound + 24), zh: "说的是\(year)年的工作，文件却是\(meant)年的，请核对是否旧稿残留",
                en: "The text tells of \(year), the document is of \(meant): look whether it is left over")
        }
    }

    /// 2022年是……关键之年 in the plan for 2023.
    private func coming(_ paragraph: OutsideParagraph, _ plan: Int?, _ all: [Quantity]) -> [FormFault] {
        guard let plan else { return [] }
        let letters = paragraph.letters
        return StaleCheck.inside(all, 0..<min(letters.count, 40)).compactMap { date in
            guard letters.has("是", at: date.range.upperBound), let meant = whole(date), meant < plan,
                !letters.occurrences(StaleCheck.years, in: date.range.upperBound..<min(letters.count, date.range.upperBound + 60)).isEmpty
            else { return nil }
            return paragraph.fault(
                "stale", date.range, zh: "这一章是\(plan)年的计划，这里却说\(meant)年，像是旧稿残留", en: "This chapter is the plan for \(plan), yet \(meant) is spoken of"
            )
        }
    }

    private static func years(_ paragraph: OutsideParagraph) -> [Quantity] {
        QuantityScan(paragraph).found().filter { $0.kind == .date && $0.unit.symbol == "年" && $0.upper == nil }
    }

    /// Those of some numbers in order that begin within a range.
    private static func inside(_ all: [Quantity], _ range: Range<Int>) -> [Quantity] {
        Array(all.drop { $0.range.lowerBound < range.lowerBound }.prefix { $0.range.lowerBound < range.upperBound })
    }

    private func whole(_ date: Quantity) -> Int? { date.value?.units(places: 0).flatMap { Int(exactly: $0) } }

    private static let openings = WordList("开门红 开局之年 开局年 收官之年 收官年")
    private static let feasts = WordList("庆祝 喜迎 迎接 共庆 纪念 献礼")
    private static let foundings: [(String, Int)] = [
        ("建党", 1921), ("共产党成立", 1921), ("党成立", 1921), ("新中国成立", 1949), ("共和国成立", 1949), ("建国", 1949), ("改革开放", 1978), ("建军", 1927),
    ]
    private static let congresses: [(String, Int)] = [("十八大", 2012), ("十九大", 2017), ("二十大", 2022), ("二十一大", 2027)]

    private static let welcomes = WordList("喜迎 迎接")
    private static let issues = WordList("制定 印发 出台 下发 制订")
    private static let yearly = WordList("要点 工作计划 工作方案 任务清单")
    private static let years = WordList("之年 一年")
}
