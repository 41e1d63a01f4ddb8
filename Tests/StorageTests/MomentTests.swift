import Storage
import Testing

@Suite("A moment")
struct MomentTests {
    private let china = 28_800

    @Test("the local day begins at the local midnight")
    func midnight() throws {
        let eve = try #require(Day(2022, 12, 31))
        let newYear = try #require(Day(2023, 1, 1))
        let midnight = try #require(Moment(newYear, offset: china))
        // 2022-12-31T16:00:00Z
        #expect(midnight.milliseconds == 1_672_502_400_000)
        #expect(midnight.day(offset: china) == newYear)
        #expect(Moment(milliseconds: midnight.milliseconds - 1).day(offset: china) == eve)
        #expect(midnight.day(offset: 0) == eve)
        #expect(midnight.text(offset: china) == "2023-01-01 00:00")
        #expect(midnight.text(offset: 0) == "2022-12-31 16:00")
        #expect(Moment(milliseconds: midnight.milliseconds - 1).text(offset: china) == "2022-12-31 23:59")
    }

    @Test("a moment before 1970 falls on its own day too")
    func beforeEpoch() throws {
        #expect(Moment(milliseconds: -1).day(offset: 0) == Day(1969, 12, 31))
        #expect(Moment(milliseconds: -86_400_000).day(offset: 0) == Day(1969, 12, 31))
        #expect(Moment(milliseconds: -86_400_001).day(offset: 0) == Day(1969, 12, 30))
        #expect(Moment(milliseconds: -1).text(offset: 0) == "1969-12-31 23:59")
    }

    @Test("every minute of the clock comes back as it was set")
    func everyMinute() throws {
        let day = try #require(Day(2022, 10, 1))
        for hour in 0...23 {
            for minute in 0...59 {
                let moment = try #require(Moment(day, hour: hour, minute: minute, offset: china))
                #expect(moment.day(offset: china) == day)
                #expect(moment.text(offset: china) == "2022-10-01 \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)")
            }
        }
    }

    @Test("a moment beyond the calendar has no day, and nothing breaks", arguments: [Int64.min, .min + 1, .max, .max - 1])
    func hostile(_ milliseconds: Int64) {
        for offset in [0, china, -china, Int.max, Int.min] {
            #expect(Moment(milliseconds: milliseconds).day(offset: offset) == nil)
            #expect(Moment(milliseconds: milliseconds).text(offset: offset) == "")
        }
    }

    @Test("a clock that no clock shows is refused")
    func wrongClock() throws {
        let day = try #require(Day(2022, 10, 1))
        #expect(Moment(day, hour: 24, offset: china) == nil)
        #expect(Moment(day, minute: 60, offset: china) == nil)
        #expect(Moment(day, second: -1, offset: china) == nil)
        #expect(Moment(day, offset: .min) == nil)
    }
}
