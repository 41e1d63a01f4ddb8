import Storage

/// How a day is printed in a text (GB/T 9704-2012: no leading zeros).
enum DayWords {
    /// 7月29日; with its year where that isn't the report's.
    static func text(_ day: Day, in year: Int) -> String { day.year == year ? date(day) : full(day) }
    /// 7月29日.
    static func date(_ day: Day) -> String { "\(day.month)月\(day.day)日" }
    /// 2022年7月29日.
    static func full(_ day: Day) -> String { "\(day.year)年\(day.month)月\(day.day)日" }
    /// 2月14日—20日; 1月31日—2月6日; years only where they aren't the report's.
    static func range(_ start: Day, _ end: Day, in year: Int) -> String {
        let last = start.year == end.year && start.month == end.month ? "\(end.day)日" : text(end, in: year)
        return "\(text(start, in: year))—\(last)"
    }
    /// 7月; with its year where that isn't the report's.
    static func month(_ day: Day, in year: Int) -> String { "\(day.year == year ? "" : "\(day.year)年")\(day.month)月" }
}
