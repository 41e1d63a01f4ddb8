import Registers
import Storage

/// The working days from 2021 to the story's end in January 2023, in which the park's daily work is told. A test holds them against the declared calendars.
enum WorkingDays {
    static let calendar = WorkCalendar(years: [
        2021: year(
            [
                ("2021-01-01", 3), ("2021-02-11", 7), ("2021-04-03", 3), ("2021-05-01", 5), ("2021-06-12", 3), ("2021-09-19", 3), ("2021-10-01", 7),
            ], ["2021-02-07", "2021-02-20", "2021-04-25", "2021-05-08", "2021-09-18", "2021-09-26", "2021-10-09"]),
        2022: year(
            [
                ("2022-01-01", 3), ("2022-01-31", 7), ("2022-04-03", 3), ("2022-04-30", 5), ("2022-06-03", 3), ("2022-09-10", 3), ("2022-10-01", 7),
                ("2022-12-31", 1),
            ], ["2022-01-29", "2022-01-30", "2022-04-02", "2022-04-24", "2022-05-07", "2022-10-08", "2022-10-09"]),
        2023: year([("2023-01-01", 2), ("2023-01-21", 7)], ["2023-01-28", "2023-01-29"]),
    ])

    /// All of a year, in order.
    static func of(_ year: Int) -> [Day] { days(of: year).filter { isWorked($0) } }

    /// Every day of a year.
    static func days(of year: Int) -> [Day] {
        guard let first = Day(year, 1, 1) else { return [] }
        return (0..<366).compactMap { first.adding(days: $0) }.filter { $0.year == year }
    }

    static func isWorked(_ day: Day) -> Bool { (try? calendar.isWorkday(day)) ?? (day.weekday <= 5) }

    /// The `count`th working day after a day; with 0 the day itself. A day beyond the calendars stays as it is.
    static func after(_ day: Day, _ count: Int) -> Day { (try? calendar.adding(workdays: count, to: day)) ?? day }

    private static func year(_ holidays: [(from: String, days: Int)], _ workdays: [String]) -> WorkCalendar.Year {
        let off = holidays.flatMap { holiday in (0..<holiday.days).compactMap { Day(iso: holiday.from)?.adding(days: $0) } }
        return WorkCalendar.Year(holidays: Set(off), workdays: Set(workdays.compactMap { Day(iso: $0) }), source: "国务院办公厅节假日安排")
    }
}
