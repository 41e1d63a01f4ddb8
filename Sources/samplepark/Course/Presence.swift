import Storage

/// How many of an office were where on a day; everybody stands in one column.
struct Presence {
    let unit: String
    let day: Day
    let expected: Int64
    let excused: Int64
    var away: Int64
    var late: Int64 = 0
    var early: Int64 = 0
    var missing: Int64 = 0

    var breaches: Int64 { late + early + missing }
    var normal: Int64 { expected - excused - away - breaches }

    /// The columns of the register `attendance`.
    static let columns: [Name] = ["day", "unit", "expected", "normal", "late", "early", "missing", "excused", "away"]

    var cells: [String] { [day.iso, unit] + [expected, normal, late, early, missing, excused, away].map { "\($0)" } }

    /// Puts one person more into a column; false where nobody is left to be put there.
    mutating func add(_ column: WritableKeyPath<Presence, Int64>) -> Bool {
        guard normal > 0 else { return false }
        self[keyPath: column] += 1
        return true
    }
}
