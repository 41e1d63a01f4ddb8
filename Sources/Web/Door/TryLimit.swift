import Storage
import Synchronization

/// Counts tries by a word (an address, a name) over the last minutes, so that guessing costs time whoever guesses.
///
/// It is kept in memory: a start of the program forgives, the account's own lock doesn't.
final class TryLimit: Sendable {
    private let tries = Mutex<[String: [Int64]]>([:])
    private let most: Int
    private let minutes: Int64

    init(most: Int, minutes: Int64) {
        self.most = most
        self.minutes = minutes
    }

    /// Counts a try; false where there were too many.
    func admit(_ word: String, at moment: Moment) -> Bool {
        let since = moment.milliseconds - minutes * 60_000
        return tries.withLock { tries in
            // Whoever sends ever new words doesn't fill the memory.
            if tries.count > 10_000 { tries = tries.filter { ($0.value.last ?? 0) > since } }
            if tries.count > 20_000 { tries = [:] }
            let recent = (tries[word] ?? []).filter { $0 > since }
            guard recent.count < most else {
                tries[word] = recent
                return false
            }
            tries[word] = recent + [moment.milliseconds]
            return true
        }
    }
}
