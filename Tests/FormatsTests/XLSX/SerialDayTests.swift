import Testing

@testable import Formats

@Suite struct SerialDayTests {
    private func day(_ serial: String, from1904: Bool = false) -> String? {
        SerialDay.cell(serial, look: .day, from1904: from1904)?.plain
    }

    @Test("Days of the 1900 system, with the day that never was")
    func system1900() {
        #expect(day("1") == "1900-01-01")
        #expect(day("59") == "1900-02-28")
        #expect(SerialDay.cell("60", look: .day, from1904: false) == .text("1900-02-29"))
        #expect(day("61") == "1900-03-01")
        #expect(day("36526") == "2000-01-01")
        #expect(day("44926") == "2022-12-31")
        #expect(day("2958465") == "9999-12-31")
        #expect(day("2958466") == nil)
        #expect(day("0") == nil)
        #expect(day("-1") == nil)
    }

    @Test("Days of the 1904 system are 1462 later")
    func system1904() {
        #expect(day("0", from1904: true) == "1904-01-01")
        #expect(day("60", from1904: true) == "1904-03-01")
        #expect(day("43464", from1904: true) == "2022-12-31")
    }

    @Test("A fraction is a time of day, rounded to the second")
    func moments() {
        func moment(_ serial: String) -> String? { SerialDay.cell(serial, look: .moment, from1904: false)?.plain }
        #expect(moment("44926.354340277801") == "2022-12-31 08:30:15")
        #expect(moment("44926.5") == "2022-12-31 12:00:00")
        #expect(moment("44926") == "2022-12-31 00:00:00")
        #expect(moment("44926.999999999") == "2023-01-01 00:00:00")
        #expect(day("44926.999999999") == "2022-12-31")
        #expect(SerialDay.cell("0.5", look: .time, from1904: false) == .text("12:00:00"))
        #expect(SerialDay.cell("1.5", look: .time, from1904: false) == .text("36:00:00"))
    }

    @Test("Writing and reading a day are the same, for every day of four centuries")
    func inverse() throws {
        var serial = 61
        var wrong = 0
        var last = (1900, 2, 28)
        while serial < 146_100 {
            guard case .day(let year, let month, let day) = SerialDay.cell(String(serial), look: .day, from1904: false) else {
                Issue.record("no day for \(serial)")
                return
            }
            if SerialDay.serial(year, month, day) != serial || (year, month, day) <= last { wrong += 1 }
            last = (year, month, day)
            serial += 1
        }
        #expect(wrong == 0)
        #expect(SerialDay.serial(2023, 2, 29) == nil)
        #expect(SerialDay.serial(2022, 13, 1) == nil)
    }

    @Test("Strict workbooks write days as ISO 8601")
    func iso() {
        #expect(SerialDay.iso("2022-12-31") == .day(year: 2022, month: 12, day: 31))
        #expect(SerialDay.iso("2022-12-31T08:30:15.000") == .moment(year: 2022, month: 12, day: 31, hour: 8, minute: 30, second: 15))
        #expect(SerialDay.iso("2022-02-30") == nil)
        #expect(SerialDay.iso("2022-12-31T25:00") == nil)
        #expect(SerialDay.iso("") == nil)
    }

    @Test(
        "A format shows a day, a time, a percentage or a number",
        arguments: [
            ("yyyy\"年\"m\"月\"d\"日\"", NumberLook.day), ("yyyy-mm-dd", .day), ("m\"月\"", .day), ("[$-804]yyyy/m/d;@", .day),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"", .day),
            ("yyyy/m/d h:mm", .moment), ("yyyy-mm-dd hh:mm:ss", .moment), ("h:mm AM/PM", .time), ("上午/下午h\"时\"mm\"分\"", .time),
            ("[h]:mm:ss", .time), ("mm:ss.0", .time),
            ("0.0%", .percent), ("0.00_ ;[Red]\\-0.00\\ ", .number), ("#,##0.00\"万元\"", .number), ("General", .number),
            ("0.00E+00", .number), ("G/通用格式\"亩\"", .number),
            ("\"day\"0", .number), ("@", .number), ("[Blue]0;[Red]-0", .number), ("aaaa", .day), ("e\"年\"m\"月\"", .day),
            ("0;yyyy", .number), ("\"未完", .number), ("[", .number),
        ])
    func looks(_ code: String, _ look: NumberLook) {
        #expect(NumberLook(code: code) == look)
    }

    @Test("Formats that every workbook knows, the Chinese ones included")
    func builtin() {
        #expect([14, 17, 27, 31, 36, 50, 54, 57, 58].allSatisfy { NumberLook(builtin: $0) == .day })
        #expect([18, 21, 32, 35, 45, 47, 55, 56].allSatisfy { NumberLook(builtin: $0) == .time })
        #expect(NumberLook(builtin: 22) == .moment)
        #expect([0, 1, 4, 11, 38, 49, 59].allSatisfy { NumberLook(builtin: $0) == .number })
        #expect([9, 10].allSatisfy { NumberLook(builtin: $0) == .percent })
        #expect(NumberLook(builtin: 164) == nil)
    }
}
