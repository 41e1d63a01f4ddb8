/// The numbers of headings: 一、（一）1.（1） (GB/T 9704-2012, 7.3.3).
enum HeadingNumber {
    /// The number as it is printed before a heading of a level from 1 to 4.
    static func text(level: Int, _ number: Int) -> String {
        switch level {
        case 1: "\(ChineseNumeral.text(number))、"
        case 2: "（\(ChineseNumeral.text(number))）"
        case 3: "\(number)."
        default: "（\(number)）"
        }
    }

    /// Whether a heading's text begins with a number that was typed by hand.
    static func isTyped(_ text: String) -> Bool {
        let characters = Array(text)
        guard let first = characters.first else { return false }
        let isNumeral: (Character) -> Bool = { ChineseNumeral.isNumeral($0) || ("0"..."9").contains($0) }
        if first == "（" || first == "(" {
            let inside = characters.dropFirst().prefix(while: isNumeral)
            let after = 1 + inside.count
            return !inside.isEmpty && after < characters.count && (characters[after] == "）" || characters[after] == ")")
        }
        let number = characters.prefix(while: isNumeral)
        return !number.isEmpty && number.count < characters.count && ["、", "."].contains(characters[number.count])
    }
}
