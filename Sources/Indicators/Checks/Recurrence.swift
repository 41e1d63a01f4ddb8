import Registers
import Storage

/// How often something must be there: every day or working day, week, month, quarter, half-year or year; or every week whose Friday
/// is worked.
enum Recurrence: String, Sendable, CaseIterable {
    case day, workday, week, friday, month, quarter, half, year

    /// A stretch in which there must be something.
    typealias Slot = (start: Day, end: Day)

    /// The stretches that lie wholly in a span. A week without a working day is none, nor a Friday off. Refused for a year without a calendar.
    func slots(in span: Slot, _ calendar: WorkCalendar) throws(Refused) -> [Slot] {
        var slots: [Slot] = []
        var day = span.start
        while day <= span.end, let slot = slot(of: day) {
            if slot.start >= span.start, slot.end <= span.end, try isWorked(slot, calendar) { slots.append(slot) }
            guard let next = slot.end.adding(days: 1) else { break }
            day = next
        }
        return slots
    }

    private func slot(of day: Day) -> Slot? {
        let period: Period? =
            switch self {
            case .day, .workday: Period(day)
            case .week, .friday: Period(weekOf: day)
            case .month: Period(year: day.year, month: day.month)
            case .quarter: Period(year: day.year, quarter: (day.month + 2) / 3)
            case .half: Period(year: day.year, half: day.month > 6 ? 2 : 1)
            case .year: Period(year: day.year)
            }
        return period.map { ($0.start, $0.end) }
    }

    private func isWorked(_ slot: Slot, _ calendar: WorkCalendar) throws(Refused) -> Bool {
        switch self {
        case .workday: return try calendar.isWorkday(slot.start)
        case .week:
            for count in 0..<7 {
                if let day = slot.start.adding(days: count), try calendar.isWorkday(day) { return true }
            }
            return false
        case .friday:
            guard let friday = slot.start.adding(days: 4) else { return false }
            return try calendar.isWorkday(friday)
        default: return true
        }
    }

    /// What a stretch is called.
    func title(_ slot: Slot, _ language: Language) -> String {
        let period: Period? =
            switch self {
            case .day, .workday: Period(slot.start)
            case .week, .friday: Period(weekOf: slot.start)
            case .month: Period(year: slot.start.year, month: slot.start.month)
            case .quarter: Period(year: slot.start.year, quarter: (slot.start.month + 2) / 3)
            case .half: Period(year: slot.start.year, half: slot.start.month > 6 ? 2 : 1)
            case .year: Period(year: slot.start.year)
            }
        return period?.words(language) ?? slot.start.iso
    }
}
