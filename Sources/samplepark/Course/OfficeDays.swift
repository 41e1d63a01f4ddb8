import Registers
import Storage

/// 出勤: each office on each working day since 2020, drawn so that late, early and missing come to the year's results of `conduct.csv`.
struct OfficeDays {
    /// The working days in order.
    let days: [Day]
    private var lines: [Day: [Presence]] = [:]

    private static var columns: [(head: String, path: WritableKeyPath<Presence, Int64>)] {
        [("late", \.late), ("early", \.early), ("missing", \.missing)]
    }

    init(_ content: SampleContent, staff: OfficeStaff, calendar: WorkCalendar, seed: UInt64) throws {
        var days: [Day] = []
        var day = Day(2020, 1, 2)
        while let current = day, current <= Start.end {
            if try calendar.isWorkday(current) { days.append(current) }
            day = current.adding(days: 1)
        }
        self.days = days
        var draw = SplitMix64(seed, "presence")
        for day in days {
            lines[day] = staff.units.compactMap { unit in
                let (expected, excused) = (staff.expected(unit, day), staff.onLeave(unit, day))
                guard expected > 0 else { return nil }
                // Who promotes the park travels most.
                let chance: Int64 = unit == "招商服务部" ? 5 : 11
                let away = (0..<max(0, expected - excused)).reduce(Int64(0)) { sum, _ in sum + (draw.once(in: chance) ? 1 : 0) }
                return Presence(unit: unit, day: day, expected: expected, excused: excused, away: away)
            }
        }
        for row in content.conduct { try spread(row, seed) }
    }

    func lines(on day: Day) -> [Presence] { lines[day] ?? [] }

    /// Late, early and missing of an office from one day to another.
    func breaches(_ unit: String, _ from: Day, _ to: Day) -> Int64 {
        days.filter { from <= $0 && $0 <= to }.reduce(0) { sum, day in sum + (lines(on: day).first { $0.unit == unit }?.breaches ?? 0) }
    }

    /// A year's results, each put on a day drawn from the year; of two days drawn the earlier, for things got better.
    private mutating func spread(_ row: ContentRow, _ seed: UInt64) throws {
        let (unit, year) = (try row.text("unit"), Int(try row.whole("year")))
        let open = days.filter { day in day.year == year && lines(on: day).contains { $0.unit == unit } }
        guard !open.isEmpty else { throw SampleError(row.file, row.line, zh: "这一年没有这个部门。", en: "There is no such office in that year.") }
        var draw = SplitMix64(seed, "conduct \(unit) \(year)")
        for column in Self.columns {
            var left = try row.whole(column.head)
            while left > 0 {
                let place = min(draw.whole(0...Int64(open.count - 1)), draw.whole(0...Int64(open.count - 1)))
                let day = open[Int(place)]
                guard let index = lines[day]?.firstIndex(where: { $0.unit == unit }) else { continue }
                if lines[day]?[index].add(column.path) == true { left -= 1 }
            }
        }
    }
}
