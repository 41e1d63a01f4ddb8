import Foundation
import Storage
import Testing

@Suite("A day")
struct DayTests {
    @Test("all days from 1900 to 2100 are counted one by one")
    func everyDay() throws {
        var previous: Day?
        // 1 January 1900 was a Monday.
        var weekday = 1
        for year in 1900...2100 {
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (month, length) in lengths.enumerated() {
                for date in 1...length {
                    let day = try #require(Day(year, month + 1, date))
                    #expect(day.weekday == weekday)
                    #expect((day.year, day.month, day.day) == (year, month + 1, date))
                    #expect(Day(ordinal: day.ordinal) == day)
                    #expect(Day(number: day.number) == day)
                    #expect(Day(iso: day.iso) == day)
                    if let previous {
                        #expect(day.ordinal == previous.ordinal + 1)
                        #expect(previous < day)
                        #expect(previous.adding(days: 1) == day)
                        #expect(day.adding(days: -1) == previous)
                    }
                    previous = day
                    weekday = weekday % 7 + 1
                }
                #expect(Day(year, month + 1, length + 1) == nil)
            }
        }
    }

    @Test("the calendar runs from the first day of year 1 to the last of year 9999, without a hole")
    func ends() throws {
        let first = try #require(Day(1, 1, 1))
        let last = try #require(Day(9999, 12, 31))
        #expect(first == Day.first)
        #expect(first.adding(days: -1) == nil)
        #expect(last.adding(days: 1) == nil)
        // 9999 years have 9999 × 365 days and 2424 leap days.
        #expect(last.ordinal - first.ordinal + 1 == 9999 * 365 + 2424)
        for ordinal in stride(from: first.ordinal, through: last.ordinal, by: 7) {
            #expect(Day(ordinal: ordinal)?.ordinal == ordinal)
        }
    }

    @Test("hostile numbers are no days", arguments: [Int.min, -1, 0, 305, 3_660_000, Int.max])
    func hostileOrdinals(_ ordinal: Int) {
        #expect(Day(ordinal: ordinal) == nil)
        #expect(Day.first.adding(days: Int.max) == nil)
        #expect(Day.first.adding(days: Int.min) == nil)
    }

    @Test(
        "a number that is no day of the calendar is refused",
        arguments: [0, -20_221_231, 20_220_230, 20_221_301, 20_220_001, 100_000_101, Int64.max, .min])
    func wrongNumbers(_ number: Int64) { #expect(Day(number: number) == nil) }

    @Test(
        "only the plain form of ISO 8601 is read",
        arguments: [
            "2022-2-3", "2022-02-30", "20221231", "2022-12-31 ", " 2022-12-31", "2022/12/31", "+022-12-31", "2022-+1-01", "２０２２-12-31", "",
            "2022-12-31-", "-", "--",
        ])
    func wrongText(_ text: String) { #expect(Day(iso: text) == nil) }

    @Test("a day is written and read as its ISO text, with zeros in early years")
    func coding() throws {
        let day = try #require(Day(987, 6, 5))
        #expect(day.iso == "0987-06-05")
        let data = try JSONEncoder().encode([day])
        #expect(String(decoding: data, as: UTF8.self) == #"["0987-06-05"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: data) == [day])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data(#"["2022-02-30"]"#.utf8)) }
    }
}
