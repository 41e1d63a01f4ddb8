public import Storage

/// A stretch of time that a figure is of: a day, week, month, quarter, half-year, year, months of one year (1—6月),
/// days of one year (1月1日—2月20日), or everything up to a day (截至).
public struct Period: Sendable, Hashable {
    /// What kind of stretch it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case day, week, month, quarter, half, year
        /// From one month of a year to a later one: 1—6月.
        case months
        /// From one day of a year to a later one, where they are no whole months: 1月1日—2月20日.
        case days
        /// From the beginning of the book on: 截至.
        case since
    }

    public let kind: Kind
    /// Its first day; for `since` the first day there is.
    public let start: Day
    /// Its last day.
    public let end: Day

    init(_ kind: Kind, _ start: Day, _ end: Day) {
        self.kind = kind
        self.start = start
        self.end = end
    }

    /// A calendar year, 1 to 9999.
    public init?(year: Int) {
        guard let start = Day(year, 1, 1), let end = Day(year, 12, 31) else { return nil }
        self.init(.year, start, end)
    }

    /// A month of a year.
    public init?(year: Int, month: Int) { self.init(.month, year, month, 1) }

    /// From one month to another of the same year; a single month is that month.
    public init?(year: Int, months: ClosedRange<Int>) {
        guard months.count > 1 else {
            self.init(year: year, month: months.lowerBound)
            return
        }
        self.init(.months, year, months.lowerBound, months.count)
    }

    /// From one day to another of the same year; a single day is that day, whole months are months, and all of them the year.
    public init?(days: ClosedRange<Day>) {
        let (start, end) = (days.lowerBound, days.upperBound)
        guard start.year == end.year else { return nil }
        if start == end {
            self.init(start)
        } else if start.day == 1, end.day == Day.length(ofMonth: end.month, in: end.year) {
            if start.month == 1, end.month == 12 { self.init(year: end.year) } else { self.init(year: end.year, months: start.month...end.month) }
        } else {
            self.init(.days, start, end)
        }
    }

    /// A quarter of a year, 1 to 4.
    public init?(year: Int, quarter: Int) {
        guard (1...4).contains(quarter) else { return nil }
        self.init(.quarter, year, quarter * 3 - 2, 3)
    }

    /// A half of a year, 1 or 2.
    public init?(year: Int, half: Int) {
        guard (1...2).contains(half) else { return nil }
        self.init(.half, year, half * 6 - 5, 6)
    }

    /// Everything up to a day, that day included.
    public init(until end: Day) { self.init(.since, .first, end) }

    /// One day.
    public init(_ day: Day) { self.init(.day, day, day) }

    /// The week, Monday to Sunday, that a day is in.
    public init?(weekOf day: Day) {
        guard let start = day.adding(days: 1 - day.weekday), let end = start.adding(days: 6) else { return nil }
        self.init(.week, start, end)
    }

    /// The period of a kind that a day is in; nil for months, days and 截至, which a day alone doesn't tell.
    public init?(_ kind: Kind, of day: Day) {
        switch kind {
        case .day: self.init(day)
        case .week: self.init(weekOf: day)
        case .month: self.init(year: day.year, month: day.month)
        case .quarter: self.init(year: day.year, quarter: (day.month + 2) / 3)
        case .half: self.init(year: day.year, half: day.month > 6 ? 2 : 1)
        case .year: self.init(year: day.year)
        case .months, .days, .since: return nil
        }
    }

    private init?(_ kind: Kind, _ year: Int, _ month: Int, _ count: Int) {
        guard (1...12).contains(month), month + count - 1 <= 12, let start = Day(year, month, 1),
            let end = Day(year, month + count - 1, Day.length(ofMonth: month + count - 1, in: year))
        else { return nil }
        self.init(kind, start, end)
    }

    /// The year it ends in; a week belongs to the year of its Thursday (ISO 8601).
    public var year: Int { kind == .week ? (start.adding(days: 3) ?? end).year : end.year }

    /// The period of the same kind just before; nil where there is none (1—6月, 截至).
    public var previous: Period? {
        switch kind {
        case .day: end.adding(days: -1).map { Period($0) }
        case .week: start.adding(days: -1).flatMap { Period(weekOf: $0) }
        case .month: start.adding(days: -1).flatMap { Period(year: $0.year, month: $0.month) }
        case .quarter: start.adding(days: -1).flatMap { Period(year: $0.year, quarter: ($0.month + 2) / 3) }
        case .half: start.adding(days: -1).flatMap { Period(year: $0.year, half: $0.month > 6 ? 2 : 1) }
        case .year: Period(year: year - 1)
        case .months, .days, .since: nil
        }
    }

    /// The period of the same kind just after; nil where there is none.
    public var next: Period? { end.adding(days: 1).flatMap { Period(kind, of: $0) } }

    /// The year so far: from 1 January of the year that the period belongs to, to its last day in that year (1—本月累计).
    public var yearToDate: Period {
        guard let first = Day(year, 1, 1), let last = Day(year, 12, 31), let all = Period(days: first...max(first, min(end, last))) else {
            return self
        }
        return all
    }

    /// The same period of the year before: 29 February becomes 28; nil for a 53rd week that the year before has not.
    public var sameLastYear: Period? { same(in: year - 1) }

    /// The same period of another year.
    public func same(in other: Int) -> Period? {
        switch kind {
        case .year: return Period(year: other)
        case .month: return Period(year: other, month: end.month)
        case .quarter: return Period(year: other, quarter: (end.month + 2) / 3)
        case .half: return Period(year: other, half: end.month > 6 ? 2 : 1)
        case .months: return Period(year: other, months: start.month...end.month)
        case .days:
            guard let first = Period.day(start, in: other), let last = Period.day(end, in: other), first <= last else { return nil }
            return Period(days: first...last)
        case .day: return Period.day(end, in: other).map { Period($0) }
        case .since: return Period.day(end, in: other).map { Period(until: $0) }
        case .week: return Period(year: other, week: week)
        }
    }

    /// The same day of another year; the last of February stays the last.
    private static func day(_ day: Day, in year: Int) -> Day? {
        let isLast = day.month == 2 && day.day == Day.length(ofMonth: 2, in: day.year)
        return Day(year, day.month, isLast ? Day.length(ofMonth: 2, in: year) : day.day)
    }

    /// The number of a week in its year (ISO 8601).
    public var week: Int {
        guard let first = Day(year, 1, 4) else { return 1 }
        return (start.ordinal - (first.ordinal - first.weekday + 1)) / 7 + 1
    }

    /// A week of a year (ISO 8601), where the year has it.
    public init?(year: Int, week: Int) {
        guard (1...53).contains(week), let first = Day(year, 1, 4), let day = first.adding(days: (week - 1) * 7),
            let found = Period(weekOf: day), found.year == year
        else { return nil }
        self = found
    }
}

extension Period: Comparable {
    /// By their ends, then the shorter first.
    public static func < (left: Period, right: Period) -> Bool {
        left.end != right.end ? left.end < right.end : left.start > right.start
    }
}
