/// The year that a text reports on, as its headings and its first words say.
enum ReportedYear {
    /// Nil where it says none: then it is for the reader to say.
    static func found(in text: OutsideText) -> Int? {
        let heads = text.paragraphs.prefix(200).filter { !$0.isInTable && ($0.letters.count <= 60 || NumberedHeading($0.letters) != nil) }
        // 2021年工作回顾 says it best: a report held in February is called after the new year.
        for paragraph in heads { if let year = year(paragraph, followedBy: reviews) { return year } }
        for paragraph in heads.prefix(6) {
            if let year = year(paragraph, followedBy: results) { return year }
        }
        for paragraph in text.paragraphs.prefix(6) {
            if let year = opening(paragraph) { return year }
        }
        for paragraph in heads { if let year = year(paragraph, followedBy: coming) { return year - 1 } }
        return nil
    }

    /// The year of a heading that goes on with one of some words: 2022年度工作总结, 2022年我区工作回顾.
    private static func year(_ paragraph: OutsideParagraph, followedBy words: WordList) -> Int? {
        let letters = paragraph.letters
        let end = min(letters.count, 60)
        for date in years(paragraph, before: end) {
            let stop = years(paragraph, before: end).map(\.range.lowerBound).first { $0 > date.range.lowerBound } ?? end
            if !letters.occurrences(words, in: date.range.upperBound..<stop).isEmpty { return whole(date) }
        }
        return nil
    }

    /// 2022年，在市委的领导下: the year that the text begins with.
    private static func opening(_ paragraph: OutsideParagraph) -> Int? {
        guard let first = years(paragraph, before: 8).first, first.range.lowerBound <= 3 else { return nil }
        let letters = paragraph.letters
        let next = letters[first.range.upperBound]
        guard next == "，" || next == "," || letters.has("以来", at: first.range.upperBound) || letters.has("是", at: first.range.upperBound) else {
            return nil
        }
        return whole(first)
    }

    private static func years(_ paragraph: OutsideParagraph, before end: Int) -> [Quantity] {
        QuantityScan(paragraph).found().filter {
            $0.kind == .date && $0.unit.symbol == "年" && $0.upper == nil && $0.range.lowerBound < end && !paragraph.isInTitle($0.range.lowerBound)
        }
    }

    private static func whole(_ date: Quantity) -> Int? {
        date.value?.units(places: 0).flatMap { Int(exactly: $0) }.flatMap { (1949...2200).contains($0) ? $0 : nil }
    }

    private static let reviews = WordList("回顾 工作完成情况 工作情况 工作开展情况 主要工作 工作成效 完成情况")
    private static let results = WordList("总结 述职 年度工作报告 度工作报告 工作报告 工作汇报 情况报告 情况汇报 总体情况 统计公报 自查报告")
    private static let coming = WordList("工作计划 工作打算 工作安排 工作思路 工作要点 重点工作")
}
