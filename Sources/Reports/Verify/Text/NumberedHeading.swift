/// The number that a paragraph begins with: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3).
struct NumberedHeading: Hashable {
    /// 1 to 4.
    var level: Int
    var number: Int
    /// Letters that the number takes, its mark included.
    var length: Int

    /// Reads the number that begins at a place.
    init?(_ letters: Letters, at start: Int = 0) {
        let isBracketed = letters[start] == "（" || letters[start] == "("
        let first = isBracketed ? start + 1 : start
        var end = first
        while let scalar = letters[end], ChineseNumber.isNumeral(scalar), end - first < 4 { end += 1 }
        let isChinese = end > first
        if !isChinese { while Letters.isDigit(letters[end]), end - first < 3 { end += 1 } }
        let text = letters.text(first..<end)
        guard end > first, let number = isChinese ? ChineseNumber.whole(text) : Digits.whole(text), number > 0, number < 100 else { return nil }
        let mark = letters[end]
        if isBracketed {
            guard mark == "）" || mark == ")" else { return nil }
            level = isChinese ? 2 : 4
        } else if isChinese {
            guard mark == "、" else { return nil }
            level = 1
        } else {
            // 1.5 is a number and 1.8亿元 too.
            guard mark == "." || mark == "．" || mark == "、", !Letters.isDigit(letters[end + 1]) else { return nil }
            level = 3
        }
        self.number = number
        length = end + 1 - start
    }

    /// Whether a paragraph begins with a number of its own or with 一是.
    static func begins(_ letters: Letters) -> Bool { NumberedHeading(letters) != nil || ItemNumber(letters, at: 0) != nil }
}

/// 一是, 二要: the number of an item in the running text.
struct ItemNumber: Hashable {
    var number: Int
    /// 是 or 要.
    var word: Unicode.Scalar
    var length: Int

    init?(_ letters: Letters, at start: Int) {
        var end = start
        while let scalar = letters[end], ChineseNumber.isNumeral(scalar), end - start < 3 { end += 1 }
        guard end > start, let mark = letters[end], mark == "是" || mark == "要", let number = ChineseNumber.whole(letters.text(start..<end)),
            (1...30).contains(number)
        else { return nil }
        self.number = number
        word = mark
        length = end + 1 - start
    }
}
