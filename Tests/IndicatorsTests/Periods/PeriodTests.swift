import Indicators
import Storage
import Testing

@Suite("Periods")
struct PeriodTests {
    @Test(
        "a period is read, written again and told in words",
        arguments: [
            ("2022", "2022-01-01", "2022-12-31", "2022年", "2022"),
            ("2022-03", "2022-03-01", "2022-03-31", "2022年3月", "March 2022"),
            ("2020-02", "2020-02-01", "2020-02-29", "2020年2月", "February 2020"),
            ("2022Q1", "2022-01-01", "2022-03-31", "2022年一季度", "quarter 1 of 2022"),
            ("2022Q4", "2022-10-01", "2022-12-31", "2022年四季度", "quarter 4 of 2022"),
            ("2022H1", "2022-01-01", "2022-06-30", "2022年上半年", "first half of 2022"),
            ("2022H2", "2022-07-01", "2022-12-31", "2022年下半年", "second half of 2022"),
            ("2022-W49", "2022-12-05", "2022-12-11", "2022年第49周", "week 49 of 2022"),
            ("2020-W53", "2020-12-28", "2021-01-03", "2020年第53周", "week 53 of 2020"),
            ("2022-W52", "2022-12-26", "2023-01-01", "2022年第52周", "week 52 of 2022"),
            ("2022-03-13", "2022-03-13", "2022-03-13", "2022年3月13日", "13 March 2022"),
            ("2022-01..2022-06", "2022-01-01", "2022-06-30", "2022年1—6月", "January to June 2022"),
            ("2022-01-01..2022-02-20", "2022-01-01", "2022-02-20", "2022年1月1日—2月20日", "1 January to 20 February 2022"),
        ])
    func read(_ text: String, _ start: String, _ end: String, _ zh: String, _ en: String) throws {
        let period = try #require(Period(text))
        #expect(period.start.iso == start)
        #expect(period.end.iso == end)
        #expect(period.description == text)
        #expect(period.words == Words(zh: zh, en: en))
    }

    @Test("everything up to a month is read by the month and told by its last day")
    func since() throws {
        let period = try #require(Period("..2022-06"))
        #expect(period.kind == .since)
        #expect(period.end.iso == "2022-06-30")
        #expect(period.words.zh == "截至2022年6月底")
        #expect(Period(period.description) == period)
        #expect(Period("..2022")?.words.zh == "截至2022年底")
        #expect(Period("..2022-06-13")?.words.zh == "截至2022年6月13日")
    }

    @Test(
        "what is no period is none",
        arguments: [
            "", "22", "abcd", "2022-13", "2022-00", "2022Q5", "2022Q0", "2022H3", "2022-W00", "2021-W53", "2022-W54", "2022-02-30", "2022-1",
            "2022-1-1",
            "2021-12-27..2022-01-02", "2022-02-20..2022-02-14", "2022-02-14..2022-03", "2022-02..2022-03-14", "2022-W07..2022-W08",
            "2022-06..2022-03", "2022-06..2022-06", "2021-11..2022-02", "..", "....2022", "....", "2022..", "2022-03..", "0000", "+022", "-022",
            "２０２２",
            "2022年", "2022-01..2022-06..2022-07", "99999", "2022-W4９", String(repeating: "2", count: 400),
        ])
    func refuse(_ text: String) { #expect(Period(text) == nil) }

    @Test(
        "the period before is of the same kind",
        arguments: [
            ("2022", "2021"), ("2022-01", "2021-12"), ("2022Q1", "2021Q4"), ("2022H1", "2021H2"), ("2022-03-01", "2022-02-28"),
            ("2021-W01", "2020-W53"),
        ])
    func previous(_ text: String, _ before: String) { #expect(Period(text)?.previous == Period(before)) }

    @Test("1—6月 and what is counted since the beginning have no period before")
    func noPrevious() {
        #expect(Period("2022-01..2022-06")?.previous == nil)
        #expect(Period("2022-01-01..2022-02-20")?.previous == nil)
        #expect(Period("..2022")?.previous == nil)
        #expect(Period("0001")?.previous == nil)
    }

    @Test(
        "the same period of last year",
        arguments: [
            ("2022", "2021"), ("2022-03", "2021-03"), ("2022Q2", "2021Q2"), ("2022H2", "2021H2"), ("2022-01..2022-06", "2021-01..2021-06"),
            ("2020-02-29", "2019-02-28"), ("2021-02-28", "2020-02-29"), ("2022-W49", "2021-W49"), ("..2022-06", "..2021-06"),
            ("2020-01-01..2020-02-29", "2019-01..2019-02"), ("2022-01-31..2022-02-06", "2021-01-31..2021-02-06"),
        ])
    func lastYear(_ text: String, _ before: String) { #expect(Period(text)?.sameLastYear == Period(before)) }

    @Test("a 53rd week has no fellow in a year of 52")
    func week53() { #expect(Period("2020-W53")?.sameLastYear == nil) }

    @Test("every day of some years is in the week that says so")
    func weeks() throws {
        let first = try #require(Day(2015, 1, 1)).ordinal
        for ordinal in first..<(first + 4000) {
            let day = try #require(Day(ordinal: ordinal))
            let week = try #require(Period(weekOf: day))
            #expect(week.start <= day && day <= week.end)
            #expect(week.start.weekday == 1)
            #expect(Period(week.description) == week)
        }
    }

    @Test("days that are whole months are those months, and all of them the year")
    func days() throws {
        func days(_ first: String, _ last: String) throws -> Period? {
            Period(days: try #require(Day(iso: first))...(try #require(Day(iso: last))))
        }
        #expect(try days("2022-02-01", "2022-02-28") == Period("2022-02"))
        #expect(try days("2020-02-01", "2020-02-28")?.kind == .days)
        #expect(try days("2022-01-01", "2022-05-31") == Period("2022-01..2022-05"))
        #expect(try days("2022-01-01", "2022-12-31") == Period("2022"))
        #expect(try days("2022-03-14", "2022-03-14") == Period("2022-03-14"))
        #expect(try days("2021-12-27", "2022-01-02") == nil)
    }

    @Test(
        "the year to date goes from 1 January of the period's year to its last day in that year",
        arguments: [
            ("2022-05", "2022-01..2022-05"), ("2022-01", "2022-01"), ("2022-12", "2022"), ("2022", "2022"), ("2022H1", "2022-01..2022-06"),
            ("2022Q4", "2022"), ("2022-03-13", "2022-01-01..2022-03-13"), ("2022-01-01", "2022-01-01"), ("2022-W07", "2022-01-01..2022-02-20"),
            // Monday 26 December 2022 to Sunday 1 January 2023 is a week of 2022; 30 December 2019 to 5 January 2020 one of 2020.
            ("2022-W52", "2022"), ("2020-W01", "2020-01-01..2020-01-05"), ("2020-W53", "2020"),
        ])
    func yearToDate(_ text: String, _ whole: String) { #expect(Period(text)?.yearToDate == Period(whole)) }

    @Test("the period after, and the period of a kind that a day is in, follow the calendar")
    func next() throws {
        for (text, after) in [
            ("2022", "2023"), ("2022-12", "2023-01"), ("2022Q4", "2023Q1"), ("2022H1", "2022H2"), ("2022-02-28", "2022-03-01"),
            ("2020-W53", "2021-W01"),
        ] {
            let period = try #require(Period(text))
            #expect(period.next == Period(after))
            #expect(period.next?.previous == period)
            #expect(Period(period.kind, of: period.end) == period)
        }
        #expect(Period("2022-01..2022-06")?.next == nil)
        #expect(Period(.since, of: .first) == nil)
    }

    @Test(
        "a period is cut into parts at its own ends",
        arguments: [
            ("2022-02", Period.Kind.week, ["2022-02-01..2022-02-06", "2022-W06", "2022-W07", "2022-W08", "2022-02-28"]),
            ("2022-01", .week, ["2022-01-01..2022-01-02", "2022-W01", "2022-W02", "2022-W03", "2022-W04", "2022-01-31"]),
            ("2022-W05", .month, ["2022-01-31", "2022-02-01..2022-02-06"]), ("2022-W52", .year, ["2022-12-26..2022-12-31", "2023-01-01"]),
            ("2022Q1", .month, ["2022-01", "2022-02", "2022-03"]), ("2022-W07", .week, ["2022-W07"]), ("2022-03-13", .month, ["2022-03-13"]),
            // 2021 begins within week 53 of 2020 and ends within week 52.
            ("2021Q1", .half, ["2021-01..2021-03"]), ("2022", .half, ["2022H1", "2022H2"]),
        ])
    func parts(_ text: String, _ kind: Period.Kind, _ expected: [String]) throws {
        #expect(try #require(Period(text)).parts(kind).map(\.description) == expected)
    }

    @Test("every day of a year stands in exactly one part, whatever the parts are")
    func partition() throws {
        for year in 2015...2028 {
            let whole = try #require(Period(year: year))
            for kind in [Period.Kind.day, .week, .month, .quarter, .half] {
                let parts = whole.parts(kind)
                #expect(parts.first?.start == whole.start && parts.last?.end == whole.end)
                for (one, other) in zip(parts, parts.dropFirst()) { #expect(one.end.adding(days: 1) == other.start) }
                #expect(parts.allSatisfy { Period($0.description) == $0 })
            }
        }
    }
}
