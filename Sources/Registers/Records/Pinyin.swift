import Foundation

/// Spells Chinese text in pinyin without tones, remembering what it has spelled.
///
/// A character with several readings gets its usual one (行 is xing), so a search by pinyin is a convenience and never
/// the only way to a record.
struct Pinyin {
    /// A text's syllables run together, and the first letter of each.
    struct Spelling: Hashable {
        let whole: String
        let initials: String
    }

    private var known: [String: Spelling] = [:]

    /// The spelling in small letters: `云川重工` is `yunchuanzhonggong`, its initials `yczg`.
    mutating func spelling(_ text: String) -> Spelling {
        if let found = known[text] { return found }
        let made = Pinyin.made(text)
        if known.count < 100_000 { known[text] = made }
        return made
    }

    private static func made(_ text: String) -> Spelling {
        var latin = text
        if !text.utf8.allSatisfy({ $0 < 0x80 }) {
            latin = text.applyingTransform(.toLatin, reverse: false)?.applyingTransform(.stripDiacritics, reverse: false) ?? text
        }
        var whole = ""
        var initials = ""
        for word in latin.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            whole += word
            if let first = word.first { initials.append(first) }
        }
        return Spelling(whole: whole, initials: initials)
    }
}
