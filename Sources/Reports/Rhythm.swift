public import Indicators
public import Storage

/// How often a report is put together: a line `{every week}` in its text; a report without one is of a year.
public enum Rhythm: String, Sendable, Hashable, CaseIterable {
    case day, week, month, quarter, half, year

    /// The kind of period that it reports on.
    public var kind: Period.Kind {
        switch self {
        case .day: .day
        case .week: .week
        case .month: .month
        case .quarter: .quarter
        case .half: .half
        case .year: .year
        }
    }

    /// The period of this rhythm that a day is in.
    public func period(of day: Day) -> Period? { Period(kind, of: day) }

    /// What people call it.
    public var words: Words {
        switch self {
        case .day: Words(zh: "每日", en: "Daily")
        case .week: Words(zh: "每周", en: "Weekly")
        case .month: Words(zh: "每月", en: "Monthly")
        case .quarter: Words(zh: "每季", en: "Quarterly")
        case .half: Words(zh: "每半年", en: "Half-yearly")
        case .year: Words(zh: "每年", en: "Yearly")
        }
    }

    /// How one of its periods is written in an address or a command.
    public var example: String {
        switch self {
        case .day: "2022-03-14"
        case .week: "2022-W07"
        case .month: "2022-05"
        case .quarter: "2022Q1"
        case .half: "2022H1"
        case .year: "2022"
        }
    }

    /// That it is asked for a period of another kind.
    func refusal(_ title: String) -> (zh: String, en: String) {
        (
            "“\(title)”\(words.zh)一期，期间写成 \(example)。",
            "“\(title)” is put together \(words.en.lowercased()); write the period as \(example)."
        )
    }
}
