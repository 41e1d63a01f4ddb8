/// What the headings say of the paragraphs below them: results of a year, or the plan of the next.
struct Outline {
    /// The year of the report.
    let resultYear: Int
    /// The year that is being told of.
    private(set) var year: Int
    private(set) var isPlan = false
    private var planLevel = 0

    init(year: Int) {
        resultYear = year
        self.year = year
    }

    mutating func pass(_ paragraph: OutsideParagraph) {
        let letters = paragraph.letters
        guard let heading = NumberedHeading(letters), heading.level <= 2 else { return }
        // A heading is short; one that runs on counts to its first mark.
        let end = (0..<letters.count).first { "。，；：".unicodeScalars.contains(letters.all[$0]) } ?? letters.count
        let title = 0..<min(end, 40)
        if isPlan, heading.level > planLevel { return }
        if letters.occurrences(Outline.plans, in: title).isEmpty || !letters.occurrences(Outline.results, in: title).isEmpty {
            isPlan = false
            year = resultYear
            return
        }
        isPlan = true
        planLevel = heading.level
        let named = QuantityScan(paragraph).found().first { $0.kind == .date && $0.unit.symbol == "年" && title.contains($0.range.lowerBound) }
        year = named?.value?.units(places: 0).flatMap { Int(exactly: $0) } ?? resultYear + 1
    }

    /// A look back, whatever else its heading says: 2022年工作回顾, 主要目标任务完成情况.
    private static let results = WordList("回顾 总结 完成情况 成效 工作情况 开展情况 落实情况 进展情况 取得的成绩")
    private static let plans = WordList("工作计划 年计划 下一步 下步 打算 思路 工作安排 年安排 展望 明年 预期目标 主要目标 发展目标 奋斗目标 工作目标 努力方向 工作重点 重点工作安排 工作举措 年工作")
}
