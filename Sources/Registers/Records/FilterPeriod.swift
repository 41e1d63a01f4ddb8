import Storage

/// The periods that a filter names: `2022`, `2022-03`, `2022Q1`, `2022H1`, a day, or the one that today is in.
enum FilterPeriod {
    /// The first and last day of a written period; nil where it is none.
    static func days(_ written: String) -> (first: Day, last: Day)? {
        let text = Narrow.text(written).uppercased()
        if let day = Day(iso: text) { return (day, day) }
        guard text.count >= 4, let year = Int(text.prefix(4)), text.prefix(4).allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        let rest = text.dropFirst(4)
        if rest.isEmpty { return span(year, 1, 12) }
        if rest.hasPrefix("-"), rest.count == 3, let month = Int(rest.dropFirst()) { return span(year, month, month) }
        guard rest.count == 2, let number = rest.last?.wholeNumberValue else { return nil }
        switch rest.first {
        case "Q" where (1...4).contains(number): return span(year, number * 3 - 2, number * 3)
        case "H" where (1...2).contains(number): return span(year, number * 6 - 5, number * 6)
        default: return nil
        }
    }

    /// The week (from Monday), month, quarter, half or year that a day is in.
    static func days(_ unit: String, around day: Day) -> (first: Day, last: Day)? {
        switch unit {
        case "week":
            guard let first = day.adding(days: 1 - day.weekday), let last = first.adding(days: 6) else { return nil }
            return (first, last)
        case "month": return span(day.year, day.month, day.month)
        case "quarter":
            let first = (day.month - 1) / 3 * 3 + 1
            return span(day.year, first, first + 2)
        case "half": return day.month > 6 ? span(day.year, 7, 12) : span(day.year, 1, 6)
        case "year": return span(day.year, 1, 12)
        default: return nil
        }
    }

    /// What a period is called.
    static func words(_ written: String) -> Words {
        let units = [
            "week": Words(zh: "本周", en: "this week"), "month": Words(zh: "本月", en: "this month"),
            "quarter": Words(zh: "本季度", en: "this quarter"), "half": Words(zh: "本半年", en: "this half-year"),
            "year": Words(zh: "本年", en: "this year"),
        ]
        if let unit = units[written] { return unit }
        let text = Narrow.text(written).uppercased()
        let year = text.prefix(4)
        let rest = text.dropFirst(4)
        if text.count == 4 { return Words(zh: "\(year)年", en: text) }
        if text.count == 7, let month = Int(rest.dropFirst()) { return Words(zh: "\(year)年\(month)月", en: text) }
        if rest.hasPrefix("Q"), let number = rest.last { return Words(zh: "\(year)年\(number)季度", en: text) }
        if rest.hasPrefix("H"), let number = rest.last { return Words(zh: "\(year)年\(number == "1" ? "上" : "下")半年", en: text) }
        return Words(zh: text, en: text)
    }

    private static func span(_ year: Int, _ from: Int, _ to: Int) -> (first: Day, last: Day)? {
        guard let first = Day(year, from, 1), let last = Day(year, to, Day.length(ofMonth: to, in: year)) else { return nil }
        return (first, last)
    }
}
