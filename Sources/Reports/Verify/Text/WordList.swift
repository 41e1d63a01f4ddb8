/// Words that are looked up at a place of a text, the longest that fits.
struct WordList: Sendable {
    private let byFirst: [Unicode.Scalar: [String]]
    private let byLast: [Unicode.Scalar: [String]]

    init(_ words: [String]) {
        var first: [Unicode.Scalar: [String]] = [:]
        var last: [Unicode.Scalar: [String]] = [:]
        for word in Set(words) {
            guard let head = word.unicodeScalars.first, let tail = word.unicodeScalars.last else { continue }
            first[head, default: []].append(word)
            last[tail, default: []].append(word)
        }
        func sorted(_ words: [String]) -> [String] { words.sorted { ($1.unicodeScalars.count, $0) < ($0.unicodeScalars.count, $1) } }
        byFirst = first.mapValues(sorted)
        byLast = last.mapValues(sorted)
    }

    /// Words in one text, divided by spaces.
    init(_ words: String) { self.init(words.split(whereSeparator: \.isWhitespace).map(String.init)) }

    /// The longest word that begins at a place.
    func longest(_ letters: Letters, at index: Int) -> String? {
        guard let scalar = letters[index] else { return nil }
        return byFirst[scalar]?.first { letters.has($0, at: index) }
    }

    /// The longest word that begins at a place and ends by another.
    func longest(_ letters: Letters, at index: Int, by end: Int) -> String? {
        guard let scalar = letters[index] else { return nil }
        return byFirst[scalar]?.first { index + $0.unicodeScalars.count <= end && letters.has($0, at: index) }
    }

    /// The longest word that ends before a place and begins no earlier than another.
    func longest(_ letters: Letters, before end: Int, from start: Int) -> String? {
        guard let scalar = letters[end - 1] else { return nil }
        return byLast[scalar]?.first { end - $0.unicodeScalars.count >= start && letters.has($0, before: end) }
    }

    /// The longest word that ends before a place.
    func longest(_ letters: Letters, before end: Int) -> String? {
        guard let scalar = letters[end - 1] else { return nil }
        return byLast[scalar]?.first { letters.has($0, before: end) }
    }
}
