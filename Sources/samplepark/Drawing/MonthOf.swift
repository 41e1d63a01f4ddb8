import Storage

/// A month of the park's years, as forms are filed for it.
struct MonthOf: Hashable, Comparable {
    var year: Int
    var month: Int

    init(_ year: Int, _ month: Int) {
        self.year = year
        self.month = month
    }

    init(_ day: Day) { self.init(day.year, day.month) }

    /// `2022-03`.
    var text: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
    var next: MonthOf { month == 12 ? MonthOf(year + 1, 1) : MonthOf(year, month + 1) }
    var last: Day { day(Day.length(ofMonth: month, in: year)) }

    /// The day of that number, or the month's last where it is shorter.
    func day(_ number: Int) -> Day { Day(year, month, min(number, Day.length(ofMonth: month, in: year))) ?? .first }

    static func < (left: MonthOf, right: MonthOf) -> Bool { (left.year, left.month) < (right.year, right.month) }

    /// Every month from one to another, both included.
    static func through(_ first: MonthOf, _ last: MonthOf) -> [MonthOf] {
        var months: [MonthOf] = []
        var month = first
        while month <= last {
            months.append(month)
            month = month.next
        }
        return months
    }
}
