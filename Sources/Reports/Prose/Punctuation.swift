/// Puts the punctuation right where words fell out of a paragraph.
///
/// A claim holds its own punctuation, so mostly nothing is left to do; what remains at the seam is the strongest mark
/// of those that met there, and none at the beginning of a paragraph or an item.
enum Punctuation {
    /// How strongly a mark divides; nil for what is none.
    static func strength(_ character: Character) -> Int? {
        switch character {
        case "、": 1
        case "，", ",": 2
        case "：": 3
        case "；", ";": 4
        case "。", "！", "？": 5
        default: nil
        }
    }

    static func isMark(_ character: Character) -> Bool { strength(character) != nil }
    /// Whether it ends a sentence.
    static func isEnd(_ character: Character) -> Bool { (strength(character) ?? 0) >= 5 }
    static func opens(_ character: Character) -> Bool { "（《“‘〔【(".contains(character) }
    static func closes(_ character: Character) -> Bool { "）》”’〕】)".contains(character) }

    /// The strongest of some marks, the first of equals.
    static func strongest(_ marks: [Character]) -> Character? {
        marks.max { (strength($0) ?? 0) < (strength($1) ?? 0) }
    }

    /// What the words that fell out leave behind at their place: the mark that ended them, if it ended more than they brought with them.
    static func inheritance(of removed: String) -> Character? {
        guard let first = removed.first, let last = removed.last, removed.count > 1 else { return nil }
        if let strength = strength(last), strength >= 4 { return last }
        return isMark(first) && isMark(last) ? last : nil
    }
}
