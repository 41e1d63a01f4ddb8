/// The nearest of some names to what was written, for "did you mean".
public enum Suggestion {
    /// The closest candidate, if it is close: at most a third of its letters differ.
    public static func nearest(to written: String, among candidates: some Sequence<String>) -> String? {
        var best: (name: String, distance: Int)?
        for candidate in candidates where candidate != written {
            let limit = max(1, max(candidate.count, written.count) / 3)
            guard abs(candidate.count - written.count) <= limit else { continue }
            let distance = distance(Array(written.utf8.prefix(80)), Array(candidate.utf8.prefix(80)))
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// The number of letters to insert, drop, change or swap with a neighbour (optimal string alignment).
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var older: [Int] = []
        var previous = Array(0...right.count)
        for i in 1...left.count {
            var row = [i] + Array(repeating: 0, count: right.count)
            for j in 1...right.count {
                let change = left[i - 1] == right[j - 1] ? 0 : 1
                row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + change)
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] { row[j] = min(row[j], older[j - 2] + 1) }
            }
            older = previous
            previous = row
        }
        return previous[right.count]
    }
}
