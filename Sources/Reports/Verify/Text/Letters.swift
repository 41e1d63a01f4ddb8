/// A stretch of text by its Unicode scalars, so that places are numbers and looking at one costs nothing.
struct Letters: Sendable, Hashable {
    let all: [Unicode.Scalar]

    init(_ text: String) { all = Array(text.unicodeScalars) }

    var count: Int { all.count }

    /// The scalar at a place; nil outside.
    subscript(index: Int) -> Unicode.Scalar? { index >= 0 && index < all.count ? all[index] : nil }

    /// The text of a range, cut to what is there.
    func text(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<all.count)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: all[range])
        return String(view)
    }

    /// Whether a word begins at a place.
    func has(_ word: String, at start: Int) -> Bool {
        var index = start
        for scalar in word.unicodeScalars {
            guard index >= 0, index < all.count, all[index] == scalar else { return false }
            index += 1
        }
        return true
    }

    /// Whether a word ends before a place.
    func has(_ word: String, before end: Int) -> Bool { has(word, at: end - word.unicodeScalars.count) }

    /// Where a word first begins within a range.
    func find(_ word: String, in range: Range<Int>) -> Int? {
        let range = range.clamped(to: 0..<all.count)
        let length = word.unicodeScalars.count
        guard length > 0, range.count >= length, let first = word.unicodeScalars.first else { return nil }
        var index = range.lowerBound
        while index + length <= range.upperBound {
            if all[index] == first, has(word, at: index) { return index }
            index += 1
        }
        return nil
    }

    /// Every place within a range where one of some words begins, with the word; the words of a list are tried longest first.
    func occurrences(_ words: WordList, in range: Range<Int>) -> [(at: Int, word: String)] {
        let range = range.clamped(to: 0..<all.count)
        var found: [(at: Int, word: String)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let word = words.longest(self, at: index), index + word.unicodeScalars.count <= range.upperBound {
                found.append((index, word))
                index += word.unicodeScalars.count
            } else {
                index += 1
            }
        }
        return found
    }

    static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
    }

    static func isLatin(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return scalar.isASCII && scalar.properties.isAlphabetic
    }

    static func isHan(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value) || scalar == "〇"
    }
}
