/// Whole numbers in Chinese numerals: 十二, 一百零三, 二千零二十二.
enum ChineseNumeral {
    private static let digits: [Character] = Array("零一二三四五六七八九")

    /// The numeral of a whole number below 亿亿; the digits themselves beyond.
    static func text(_ number: Int) -> String {
        guard number != 0 else { return "零" }
        guard number > 0 else { return number == .min ? String(number) : "负" + text(-number) }
        guard number < 1_0000_0000_0000_0000 else { return String(number) }
        var groups: [Int] = []
        var rest = number
        while rest > 0 {
            groups.append(rest % 10_000)
            rest /= 10_000
        }
        let names = ["", "万", "亿", "万亿"]
        var out = ""
        var needsZero = false
        for position in groups.indices.reversed() {
            let group = groups[position]
            guard group > 0 else {
                needsZero = !out.isEmpty
                continue
            }
            if !out.isEmpty && (needsZero || group < 1000) { out.append("零") }
            out += four(group) + names[position]
            needsZero = false
        }
        return out.hasPrefix("一十") ? String(out.dropFirst()) : out
    }

    /// Before a measure word 2 is 两: 两个, 两年.
    static func counted(_ number: Int) -> String { number == 2 ? "两" : text(number) }

    static func isNumeral(_ character: Character) -> Bool { digits.contains(character) || "〇两十百千万亿".contains(character) }

    private static func four(_ number: Int) -> String {
        var out = ""
        var needsZero = false
        for (size, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / size % 10
            guard digit > 0 else {
                needsZero = !out.isEmpty
                continue
            }
            if needsZero { out.append("零") }
            needsZero = false
            out.append(digits[digit])
            out += name
        }
        return out
    }
}
