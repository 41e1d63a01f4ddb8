/// 翻番, 翻一番, 翻了两番: a word that says how many times as much.
struct Doubling {
    /// From 翻 to 番.
    var range: Range<Int>
    /// 2 of 翻一番, 4 of 翻两番.
    var factor: Int
    /// 多 behind it and 近 before it; nil for just so much.
    var approximation: ApproximationWord?

    /// The one that begins at a place; nil where none does.
    init?(_ letters: Letters, at start: Int) {
        guard letters[start] == "翻" else { return nil }
        let first = letters[start + 1] == "了" ? start + 2 : start + 1
        var end = first
        while let scalar = letters[end], ChineseNumber.isNumeral(scalar) || Letters.isDigit(scalar), end - first < 3 { end += 1 }
        let number = letters.text(first..<end)
        guard letters[end] == "番", let turns = number.isEmpty ? 1 : ChineseNumber.whole(number) ?? Digits.whole(number), (1...8).contains(turns)
        else { return nil }
        range = start..<(end + 1)
        factor = 1 << turns
        if Doubling.more.longest(letters, at: end + 1) != nil || Doubling.over.longest(letters, before: start) != nil {
            approximation = .over
        } else if Doubling.near.longest(letters, before: start) != nil {
            approximation = .near
        }
    }

    private static let more = WordList("多 以上 有余")
    private static let over = WordList("超过 超 逾 至少")
    private static let near = WordList("近 将近 接近 约 接近于")
}
