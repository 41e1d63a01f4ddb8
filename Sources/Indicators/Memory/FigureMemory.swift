import Storage
import Synchronization

/// The answers that were computed and may be given again.
///
/// Each is kept under everything that it depends on: the digest of its definition, the question, and how often every
/// register that it reads had been written. A write moves a counter, so what was remembered before is never asked for
/// again; it goes when room is needed (docs/decisions/0020-figure-memory.md).
public final class FigureMemory: Sendable {
    /// Under what an answer is kept.
    struct Key: Hashable {
        var definition: String
        var part: Part
        var question: Question
        var counters: [Int64]
    }

    /// Which of a definition's answers it is.
    enum Part: Hashable { case value, comparable, members, completeness }

    /// What is kept.
    enum Kept: Sendable {
        case answer(Answer)
        case completeness(Completeness)

        /// How much room it takes, in members.
        var size: Int {
            switch self {
            case .answer(let answer): answer.count + 1
            case .completeness(let completeness): completeness.missing.count + 2
            }
        }
    }

    private struct Shelf {
        var kept: [Key: (value: Kept, used: UInt64)] = [:]
        var size = 0
        var clock: UInt64 = 0
        var hits: UInt64 = 0
        var misses: UInt64 = 0
    }

    private let shelf = Mutex(Shelf())
    private let room: Int

    /// - Parameter room: for how many members' values there is room, about 100 bytes each.
    public init(room: Int = 500_000) { self.room = room }

    /// How often an answer was there and how often it had to be computed.
    public var counts: (hits: UInt64, misses: UInt64) { shelf.withLock { ($0.hits, $0.misses) } }

    func recall(_ key: Key) -> Kept? {
        shelf.withLock { shelf in
            guard let found = shelf.kept[key]?.value else {
                shelf.misses += 1
                return nil
            }
            shelf.clock += 1
            shelf.hits += 1
            shelf.kept[key]?.used = shelf.clock
            return found
        }
    }

    func keep(_ value: Kept, under key: Key) {
        guard value.size <= room / 4 else { return }
        shelf.withLock { shelf in
            shelf.clock += 1
            if let earlier = shelf.kept[key] { shelf.size -= earlier.value.size }
            shelf.kept[key] = (value, shelf.clock)
            shelf.size += value.size
            guard shelf.size > room else { return }
            // The longest unused half goes at once, so that this happens seldom.
            for (old, entry) in shelf.kept.sorted(by: { $0.value.used < $1.value.used }) {
                guard shelf.size > room / 2, shelf.kept.count > 1 else { break }
                shelf.kept[old] = nil
                shelf.size -= entry.value.size
            }
        }
    }
}
