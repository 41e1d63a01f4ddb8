import Registers
import Storage

extension PeriodField {
    /// The last day of the period that a day is in.
    func last(of day: Day) -> Day? {
        guard let first = first(of: day) else { return nil }
        switch every {
        case .day: return first
        case .week: return first.adding(days: 6)
        case .month, .quarter, .half, .year:
            let month = first.month + (months ?? 1) - 1
            return Day(first.year, month, Day.length(ofMonth: month, in: first.year))
        }
    }

    /// How many months a form is of; nil for days and weeks.
    private var months: Int? {
        switch every {
        case .day, .week: nil
        case .month: 1
        case .quarter: 3
        case .half: 6
        case .year: 12
        }
    }

    /// The days of a span that whole forms of months, quarters, half-years or years cover; nil where no form lies in it as a whole.
    ///
    /// A month's form says nothing of one of its weeks, and a year's nothing of one of its months: a part of a form is no data,
    /// never the whole of it. Forms of days and weeks are placed by their first day, so that a week is counted once wherever months meet.
    func whole(_ span: CountedSQL.Span) -> CountedSQL.Span? {
        guard months != nil else { return span }
        var (start, end) = span
        if let first = first(of: start), first < start {
            guard let next = last(of: start)?.adding(days: 1) else { return nil }
            start = next
        }
        if let last = last(of: end), last > end {
            guard let before = first(of: end)?.adding(days: -1) else { return nil }
            end = before
        }
        return start <= end ? (start, end) : nil
    }
}

extension Counted {
    /// The days of a span that the counted records tell of; the same span where they are no forms.
    func told(_ span: CountedSQL.Span, _ catalogue: Catalogue) -> CountedSQL.Span? {
        guard let time, time.hops.isEmpty, let form = catalogue.register(register)?.form(time.field) else { return span }
        // What holds at the end is what the last whole form says, however short the period.
        guard kind == .stock else { return form.whole(span) }
        guard let first = Day(span.end.year, 1, 1) else { return nil }
        return form.whole((first, span.end)).map { (min(span.start, $0.end), $0.end) }
    }
}
