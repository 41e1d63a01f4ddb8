/// What differs between two lines, by words: a number or a Latin word whole, else letter by letter.
enum WordDifference {
    static func pieces(_ older: String, _ newer: String) -> [Blackline.Piece] {
        let (left, right) = (words(older), words(newer))
        var islands: [(same: [String], deleted: [String], added: [String])] = []
        var (i, j) = (0, 0)
        var same: [String] = []
        for (x, y) in LongestCommon.pairs(left, right) + [(left.count, right.count)] {
            if x > i || y > j {
                islands.append((same, Array(left[i..<x]), Array(right[j..<y])))
                same = []
            }
            if x < left.count { same.append(left[x]) }
            (i, j) = (x + 1, y + 1)
        }
        return joined(islands, end: same)
    }

    /// A single letter that happens to be the same between two changes is read as changed too: nobody can read confetti.
    private static func joined(_ islands: [(same: [String], deleted: [String], added: [String])], end: [String]) -> [Blackline.Piece] {
        var pieces: [Blackline.Piece] = []
        var (deleted, added) = ("", "")
        func flush() {
            if !deleted.isEmpty { pieces.append(Blackline.Piece(kind: .deleted, text: deleted)) }
            if !added.isEmpty { pieces.append(Blackline.Piece(kind: .added, text: added)) }
            (deleted, added) = ("", "")
        }
        for (place, island) in islands.enumerated() {
            let same = island.same.joined()
            if place > 0, island.same.count == 1, isLetter(same), deleted.isEmpty == false, added.isEmpty == false {
                deleted += same
                added += same
            } else {
                flush()
                if !same.isEmpty { pieces.append(Blackline.Piece(kind: .same, text: same)) }
            }
            deleted += island.deleted.joined()
            added += island.added.joined()
        }
        flush()
        if !end.isEmpty { pieces.append(Blackline.Piece(kind: .same, text: end.joined())) }
        return pieces
    }

    /// A letter of a word, not a mark between clauses.
    private static func isLetter(_ text: String) -> Bool { text.allSatisfy { $0.isLetter } }

    /// `742.31`, `-1,200`, `RCEP` are words; what stands in braces is one; every other letter is one by itself.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        let letters = Array(text)
        var place = 0
        while place < letters.count {
            var end = place + 1
            if letters[place] == "{", let close = letters[place...].firstIndex(of: "}") {
                end = close + 1
            } else if isNumber(letters[place]) {
                while end < letters.count, isNumber(letters[end]) || isPoint(letters, end) { end += 1 }
            } else if isLatin(letters[place]) {
                while end < letters.count, isLatin(letters[end]) { end += 1 }
            }
            words.append(String(letters[place..<end]))
            place = end
        }
        return words
    }

    private static func isNumber(_ letter: Character) -> Bool { letter.isASCII && letter.isNumber }
    private static func isLatin(_ letter: Character) -> Bool { letter.isASCII && (letter.isLetter || letter == "_") }
    /// A point or comma between two digits.
    private static func isPoint(_ letters: [Character], _ place: Int) -> Bool {
        (letters[place] == "." || letters[place] == ",") && place + 1 < letters.count && isNumber(letters[place + 1])
    }
}
