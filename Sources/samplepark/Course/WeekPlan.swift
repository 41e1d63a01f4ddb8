import Storage

/// What an office planned for a week, and when it told what came of it.
struct WeekPlan {
    let unit: String
    let monday: Day
    let due: Day
    /// Nil where it never did.
    let filed: Day?
    let planned: Int64
    let done: Int64

    var isInTime: Bool { filed.map { $0 <= due } ?? false }
}
