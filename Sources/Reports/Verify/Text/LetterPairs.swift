/// The pairs of neighbouring letters of a stretch, by which two wordings are likened.
struct LetterPairs {
    private let pairs: Set<UInt64>

    init(_ letters: Letters, _ range: Range<Int>? = nil) {
        var pairs: Set<UInt64> = []
        var last: UInt64?
        for index in (range ?? 0..<letters.count).clamped(to: 0..<letters.count) {
            let scalar = letters.all[index]
            guard Letters.isHan(scalar) || Letters.isDigit(scalar) else { continue }
            if let last { pairs.insert(last << 32 | UInt64(scalar.value)) }
            last = UInt64(scalar.value)
        }
        self.pairs = pairs
    }

    /// How much of this stands in another, in per cent.
    func share(in other: LetterPairs) -> Int {
        guard !pairs.isEmpty else { return 0 }
        return pairs.count { other.pairs.contains($0) } * 100 / pairs.count
    }
}
