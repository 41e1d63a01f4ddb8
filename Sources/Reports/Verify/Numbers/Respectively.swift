/// 甲、乙分别达到1、2: which of several numbers is whose, by their order.
struct Respectively {
    /// Where 分别 stands.
    let at: Int
    /// Which of the numbers behind it one is, from 0, and how many there are.
    let index: Int
    let count: Int

    /// Nil where no 分别 stands near before a number in its sentence.
    init?(_ letters: Letters, _ quantity: Quantity, _ clause: Range<Int>, _ sentence: Range<Int>, _ quantities: [Quantity]) {
        let start = quantity.range.lowerBound
        let near = max(sentence.lowerBound, clause.lowerBound - 30)..<start
        guard let at = letters.occurrences(Respectively.word, in: near).last?.at else { return nil }
        self.at = at
        let numbers = quantities.filter { $0.kind == .amount && $0.digits.lowerBound > at && clause.contains($0.digits.lowerBound) }
        // One that stands in a clause further on may be meant by it or not.
        let isHere = clause.contains(at)
        index = isHere ? numbers.firstIndex { $0.digits == quantity.digits } ?? 0 : 0
        count = isHere ? numbers.count : 0
    }

    /// What the number is of, where as many things are named before 分别 as numbers stand behind it; nil where not.
    func subject(_ letters: Letters, _ clause: Range<Int>) -> Range<Int>? {
        guard count >= 2, at > clause.lowerBound else { return nil }
        var parts: [Range<Int>] = []
        var start = clause.lowerBound
        for index in clause.lowerBound...at where index == at || "、和与及".unicodeScalars.contains(letters[index] ?? " ") {
            parts.append(start..<index)
            start = index + 1
        }
        guard parts.count == count, parts.allSatisfy({ $0.count >= 2 }) else { return nil }
        return parts[index]
    }

    /// The level before it that the number is of, where its clause names nothing: 甲1，乙2，同比分别增长3、4.
    func topic(_ letters: Letters, _ clause: Range<Int>, _ levels: [Int]) -> Int? {
        guard count >= 2, levels.count == count, Framing.bare(letters.text(clause.lowerBound..<at)).isEmpty else { return nil }
        return levels[index]
    }

    private static let word = WordList("分别")
}
