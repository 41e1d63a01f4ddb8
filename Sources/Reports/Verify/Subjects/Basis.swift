/// By which way of counting a number is told: 按调度口径, 按户籍人口计算, （统计口径）.
enum Basis {
    /// The way of counting that stands last before a number in its sentence, or in brackets just behind it; empty where none does.
    static func named(_ letters: Letters, sentence: Range<Int>, number: Range<Int>) -> String {
        let end = number.upperBound
        if letters[end] == "（" || letters[end] == "(", let mark = letters.occurrences(words, in: end..<min(letters.count, end + 12)).first {
            return letters.text((end + 1)..<mark.at)
        }
        guard let mark = letters.occurrences(words, in: sentence.lowerBound..<number.lowerBound).last else { return "" }
        var start = mark.at
        while start > sentence.lowerBound, mark.at - start < longest, let scalar = letters[start - 1], !"按以依（(，。；、".unicodeScalars.contains(scalar) {
            start -= 1
        }
        // 经计算 tells of no other way to count.
        guard mark.word == "口径" || letters[start - 1] == "按" || letters[start - 1] == "以" else { return "" }
        return letters.text(start..<mark.at)
    }

    /// Where the words for a way of counting end that begin at a place: 按统计口径.
    static func end(_ letters: Letters, at start: Int, by end: Int) -> Int? {
        guard letters[start] == "按" || letters[start] == "以", let mark = letters.occurrences(words, in: start..<min(end, start + longest + 3)).first
        else {
            return nil
        }
        return mark.at + 2
    }

    /// Where they begin, where they end before a place.
    static func start(_ letters: Letters, before end: Int, from start: Int) -> Int? {
        guard words.longest(letters, before: end) != nil else { return nil }
        return (max(start, end - longest - 3)..<end).last { letters[$0] == "按" || letters[$0] == "以" }
    }

    private static let longest = 8
    private static let words = WordList("口径 计算 测算 核算")
}
