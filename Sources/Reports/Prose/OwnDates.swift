import Indicators
import Storage

/// The dates that a text may type without a record: those of its own period (2022年, 5月, 1—5月, 2月14日, 第7周).
struct OwnDates {
    let period: Period

    /// Whether a number with what stands before and after it belongs to such a date.
    func hold(_ number: String, before: String, after: String) -> Bool {
        if after.hasPrefix("年") { return [period.year, period.start.year, period.end.year].contains { String($0) == number } }
        if after.hasPrefix("周") { return before.hasSuffix("第") && period.kind == .week && number == String(period.week) }
        if after.hasPrefix("日") {
            return before.hasSuffix("月") && ends.contains { number == String($0.day) && OwnDates.ends(before, month: $0.month) }
        }
        guard after.hasPrefix("月") else { return false }
        if let months = OwnDates.months(number) {
            return months.upperBound == period.end.month && [1, period.start.month].contains(months.lowerBound)
        }
        let rest = after.dropFirst()
        if rest.first?.isNumber == true { return ends.contains { number == String($0.month) && rest.hasPrefix("\($0.day)日") } }
        if rest.hasPrefix("底") || rest.hasPrefix("末") { return closesMonth && number == String(period.end.month) }
        return period.kind == .month && number == String(period.end.month)
    }

    private var ends: [Day] { [period.start, period.end] }

    private var closesMonth: Bool { period.end.day == Day.length(ofMonth: period.end.month, in: period.end.year) }

    /// Whether words end with a month and nothing longer: 2月, but not 12月.
    private static func ends(_ words: String, month: Int) -> Bool {
        guard words.hasSuffix("\(month)月") else { return false }
        return words.dropLast("\(month)月".count).last?.isNumber != true
    }

    /// 1-12, 1—5.
    private static func months(_ text: String) -> ClosedRange<Int>? {
        let parts = text.split(whereSeparator: { "-—–～~".contains($0) })
        guard parts.count == 2, let first = Int(parts[0]), let last = Int(parts[1]), first < last, last <= 12 else { return nil }
        return first...last
    }
}
