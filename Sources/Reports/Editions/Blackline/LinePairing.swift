/// Finds which line of the newer text stands for which of the older: equal ones first, and between them those that are alike.
struct LinePairing {
    /// Older and newer line; one of them nil where a line was struck out or put in.
    private(set) var pairs: [(old: BlacklineText?, new: BlacklineText?)] = []

    private let older: [BlacklineText]
    private let newer: [BlacklineText]

    init(_ older: [BlacklineText], _ newer: [BlacklineText]) {
        self.older = older
        self.newer = newer
        var (old, new) = (0, 0)
        for (i, j) in LongestCommon.pairs(older, newer) + [(older.count, newer.count)] {
            gap(old..<i, new..<j)
            if i < older.count { pairs.append((older[i], newer[j])) }
            (old, new) = (i + 1, j + 1)
        }
    }

    /// Lines between two equal ones: each older line with the first newer one that is like it, never crossing.
    private mutating func gap(_ olds: Range<Int>, _ news: Range<Int>) {
        let shapes = news.map { Shape(newer[$0]) }
        var next = news.lowerBound
        for i in olds {
            let shape = Shape(older[i])
            let last = min(news.upperBound, next + LinePairing.reach)
            let best = (next..<max(next, last)).map { ($0, shape.likeness(shapes[$0 - news.lowerBound])) }.max { ($0.1, $1.0) < ($1.1, $0.0) }
            if let best, best.1 >= LinePairing.alike {
                while next < best.0 {
                    pairs.append((nil, newer[next]))
                    next += 1
                }
                pairs.append((older[i], newer[next]))
                next += 1
            } else {
                pairs.append((older[i], nil))
            }
        }
        while next < news.upperBound {
            pairs.append((nil, newer[next]))
            next += 1
        }
    }

    /// How far a line is looked for.
    private static let reach = 40
    /// Out of a hundred: lines that share less are other lines.
    private static let alike = 40

    /// A line as the set of its pairs of neighbouring letters, without its numbers: those are what changes.
    private struct Shape {
        let look: BlacklineLook
        let pairs: Set<String>

        init(_ line: BlacklineText) {
            look = line.look
            let letters = line.text.filter { !$0.isNumber }.map { String($0) }
            pairs = Set(letters.count > 1 ? zip(letters, letters.dropFirst()).map { $0 + $1 } : letters)
        }

        /// 0 to 100.
        func likeness(_ other: Shape) -> Int {
            guard look == other.look else { return 0 }
            let all = pairs.count + other.pairs.count
            return all == 0 ? 100 : pairs.intersection(other.pairs).count * 200 / all
        }
    }
}
