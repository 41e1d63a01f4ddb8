public import Storage

/// The working days of the years that have a calendar: weekends, the State Council's holidays, and the weekends worked in return.
///
/// A year without a calendar is refused, never guessed.
public struct WorkCalendar: Sendable, Hashable {
    /// The notice of one year.
    public struct Year: Sendable, Hashable {
        public var holidays: Set<Day>
        /// Saturdays and Sundays that are worked.
        public var workdays: Set<Day>
        public var source: String

        public init(holidays: Set<Day>, workdays: Set<Day>, source: String) {
            self.holidays = holidays
            self.workdays = workdays
            self.source = source
        }
    }

    public var years: [Int: Year]

    public init(years: [Int: Year]) { self.years = years }

    /// Whether a day is worked. Refused for a year without a calendar.
    public func isWorkday(_ day: Day) throws(Refused) -> Bool {
        guard let year = years[day.year] else {
            throw Refused(
                zh: "没有 \(day.year) 年的工作日历，请先录入国务院办公厅的节假日通知（declarations/calendar/\(day.year).yaml）。",
                en: "There is no calendar for \(day.year); enter the State Council's notice first (declarations/calendar/\(day.year).yaml).")
        }
        if year.holidays.contains(day) { return false }
        return day.weekday <= 5 || year.workdays.contains(day)
    }

    /// The `count`th working day after a day: the day itself doesn't count, as limits in law are counted. Count from 0 to 10,000; with 0 the day itself.
    public func adding(workdays count: Int, to day: Day) throws(Refused) -> Day {
        var left = min(max(count, 0), 10_000)
        var current = day
        while left > 0 {
            guard let next = current.adding(days: 1) else { return current }
            current = next
            if try isWorkday(current) { left -= 1 }
        }
        return current
    }

    /// How many working days lie after the first day up to and with the second; 0 where the second is not later.
    public func workdays(after first: Day, through last: Day) throws(Refused) -> Int {
        var count = 0
        var current = first
        while current < last, let next = current.adding(days: 1) {
            current = next
            if try isWorkday(current) { count += 1 }
        }
        return count
    }
}
