import Indicators
import Storage

/// How a text calls the report's period.
public enum PeriodForm: String, Sendable, Hashable, CaseIterable {
    /// `{period}`: 3月13日, 第7周（2月14日—20日）, 2022年5月, 上半年, 2022年.
    case plain = "period"
    /// `{period.full}`: with the year in any case: 2022年第7周（2月14日—20日）.
    case full = "period.full"
    /// `{period.month}`: the month of its last day: 5月.
    case month = "period.month"
    /// `{period.to_date}`: the year up to its end: 1—5月, 1月1日—2月20日.
    case toDate = "period.to_date"
    /// `{period.next}`: the year after its own: 2023年, of which a year's report plans.
    case next = "period.next"

    init?(_ text: String) { self.init(rawValue: text) }

    /// The words for a period.
    func words(_ period: Period) -> String {
        switch self {
        case .plain:
            switch period.kind {
            case .month, .year, .since: return period.words.zh
            case .day, .week, .quarter, .half, .months, .days: return PeriodForm.withoutYear(period)
            }
        case .full: return "\(period.year)年" + PeriodForm.withoutYear(period)
        case .month: return "\(period.end.month)月"
        case .next: return "\(period.year + 1)年"
        case .toDate:
            let whole = period.yearToDate
            guard whole.kind == .year else { return PeriodForm.withoutYear(whole) }
            return period.kind == .year ? "\(whole.year)年" : "1—12月"
        }
    }

    /// A part in a table: 第6周（2月7日—13日）, 第5周（1月31日，跨期）, 5月.
    static func part(_ part: Period, _ rhythm: Rhythm) -> String {
        switch rhythm {
        case .week where part.kind != .week:
            let week = Period(weekOf: part.start)
            let days = part.start == part.end ? DayWords.date(part.start) : DayWords.range(part.start, part.end, in: part.year)
            return "第\(week?.week ?? 0)周（\(days)，跨期）"
        case .month where part.kind == .month: return "\(part.end.month)月"
        default: return withoutYear(part)
        }
    }

    private static func withoutYear(_ period: Period) -> String {
        if period.kind == .days { return DayWords.range(period.start, period.end, in: period.year) }
        guard period.kind == .week else {
            let (words, year) = (period.words.zh, "\(period.year)年")
            return words.hasPrefix(year) ? String(words.dropFirst(year.count)) : words
        }
        return "第\(period.week)周（\(DayWords.range(period.start, period.end, in: period.year))）"
    }
}
