public import Storage

/// How something stands against its limit on a day (四灯).
public enum WorkLight: Sendable, Hashable {
    /// It is kept, or there is none.
    case none
    /// The clock stands still.
    case paused
    /// So many days are left.
    case onTime(Int)
    /// At most `soon` days are left; 0 on the last.
    case soon(Int)
    /// It is so many days past.
    case late(Int)

    /// The calendar days before a limit from which it counts as near.
    public static let nearness = 3

    /// - Parameters:
    ///   - due: the last day that is in time.
    ///   - isStopped: whether it was kept, or there is nothing to keep.
    public init(due: Day?, isPaused: Bool, isStopped: Bool, on today: Day) {
        guard let due, !isStopped else {
            self = .none
            return
        }
        let left = due.ordinal - today.ordinal
        if isPaused {
            self = .paused
        } else if left < 0 {
            self = .late(-left)
        } else if left <= WorkLight.nearness {
            self = .soon(left)
        } else {
            self = .onTime(left)
        }
    }

    public var isLate: Bool { if case .late = self { true } else { false } }
}
