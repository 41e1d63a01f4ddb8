/// The sentences of a paragraph and the clauses in them.
struct Sentence: Sendable, Hashable {
    var range: Range<Int>
    /// Between commas, colons, brackets and the ends.
    var clauses: [Range<Int>]

    /// No sentence is longer; what seems so is none, and is divided at its commas.
    private static let limit = 1000

    /// The sentences of a paragraph; a semicolon ends one, marks inside 《》 end nothing.
    static func all(_ paragraph: OutsideParagraph) -> [Sentence] {
        let letters = paragraph.letters
        var sentences: [Sentence] = []
        var start = 0
        var clauses: [Range<Int>] = []
        var clause = 0
        func close(_ end: Int, _ isEnd: Bool) {
            if end > clause { clauses.append(clause..<end) }
            clause = end + 1
            guard isEnd else { return }
            if !clauses.isEmpty { sentences.append(Sentence(range: start..<end, clauses: clauses)) }
            clauses = []
            start = end + 1
        }
        var titles = paragraph.titles[...]
        for index in 0..<letters.count {
            while let first = titles.first, first.upperBound <= index { titles.removeFirst() }
            if titles.first?.contains(index) ?? false { continue }
            switch letters.all[index] {
            case "。", "！", "？", "；", ";", "!", "?": close(index, true)
            case "，", "：", "（", "）", "(", ")": close(index, index - start > limit)
            case ",", ":": if !(Letters.isDigit(letters[index - 1]) && Letters.isDigit(letters[index + 1])) { close(index, index - start > limit) }
            case "、": if index - start > limit { close(index, true) }
            default: if index - start > limit * 2, Letters.isHan(letters.all[index]) { close(index, true) }
            }
        }
        close(letters.count, true)
        return sentences
    }

    /// The clause that holds a place.
    func clause(_ index: Int) -> Range<Int> { clauses.first { $0.contains(index) } ?? range }
}
