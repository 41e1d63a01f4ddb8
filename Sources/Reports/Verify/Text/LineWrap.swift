/// Puts paragraphs together again that a program has broken into lines of one width.
enum LineWrap {
    /// The paragraphs, and whether lines had to be joined: all of them where most long lines end in the middle of a sentence at about
    /// one width, elsewhere only those that break a number.
    static func joined(_ lines: [String]) -> (lines: [String], isRewrapped: Bool) {
        let widths = lines.map { width($0.trimmed) }
        let long = widths.indices.filter { widths[$0] >= 40 }
        guard let full = usual(long.map { widths[$0] }) else { return (numbersJoined(lines), false) }
        func isFull(_ index: Int) -> Bool { (full - 6...full).contains(widths[index]) }
        let broken = long.filter { isFull($0) && !isEnded(lines[$0]) }
        // Of few lines nearly all must be so.
        let isWrapped = long.count >= 10 ? broken.count * 2 > long.count : long.count >= 4 && broken.count * 3 > long.count * 2
        guard full <= 240, isWrapped else { return (numbersJoined(lines), false) }
        var out: [String] = []
        var isOpen = false
        for (index, line) in lines.enumerated() {
            let begins = line.first?.isWhitespace ?? true
            if isOpen, !begins, !NumberedHeading.begins(Letters(line.trimmed)), !out.isEmpty {
                out[out.count - 1] += line.trimmed
            } else {
                out.append(line)
            }
            let last = line.trimmed.unicodeScalars.last
            // One that ends neither full nor as a sentence does was cut by something else.
            isOpen = isFull(index) || last == "，" || last == "、" || widths[index] * 2 > full && !isEnded(line) && line.contains { "，。；".contains($0) }
        }
        return (out, true)
    }

    /// How wide a line is on paper, in half letters: a digit is half as wide as 字.
    static func width(_ line: String) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 && !"“”‘’—…×·".unicodeScalars.contains($1) ? 1 : 2) }
    }

    /// The width that most of some lines end at, give or take; nil for no lines.
    private static func usual(_ widths: [Int]) -> Int? {
        var best: (width: Int, count: Int)?
        for width in Set(widths).sorted() {
            let count = widths.count { (width - 6...width).contains($0) }
            if count > best?.count ?? 0 { best = (width, count) }
        }
        return best?.width
    }

    /// Lines of which one breaks off within a number: …完成投资12 and 3.4亿元，….
    private static func numbersJoined(_ lines: [String]) -> [String] {
        var out: [String] = []
        for line in lines {
            if let last = out.last, isBroken(last.trimmed, line) { out[out.count - 1] = last.trimmed + line.trimmed } else { out.append(line) }
        }
        return out
    }

    private static func isBroken(_ first: String, _ second: String) -> Bool {
        let (before, after) = (Letters(first), Letters(second.trimmed))
        guard !first.contains("\t"), !second.contains("\t"), before.all.count(where: Letters.isHan) >= 8 else { return false }
        // 123.4 and 亿元 on the next line.
        if Letters.isDigit(before[before.count - 1]), let unit = UnitWords.unit(after, at: 0), unit.dimension == "money" || unit.isPercent {
            return true
        }
        guard let end = before[before.count - 1], let start = after[0],
            Letters.isDigit(end) || end == "." && Letters.isDigit(before[before.count - 2]),
            Letters.isDigit(start) || start == "." && Letters.isDigit(after[1]), !NumberedHeading.begins(after)
        else { return false }
        var digits = 0
        while Letters.isDigit(after[digits]) || after[digits] == "." || after[digits] == "," { digits += 1 }
        // A sentence before it and a unit behind it; columns of bare numbers stay apart, and so does a year.
        return UnitWords.unit(after, at: digits).map { !$0.isOrder } ?? false
    }

    /// Whether a line ends as a sentence does.
    static func isEnded(_ line: String) -> Bool {
        guard let last = line.trimmed.unicodeScalars.last else { return true }
        return "。；：！？”》）…;:!?.)】".unicodeScalars.contains(last)
    }
}
