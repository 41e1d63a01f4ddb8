import Registers
import Storage

/// Reads what a person means by "as known at".
enum AsOf {
    /// The number of the last change by then: a change's number, the end of a day, or a moment. Nil where nothing was asked.
    static func change(_ text: String?, _ book: Book, _ reading: Reading) throws -> Int64? {
        guard let text, !text.isEmpty else { return nil }
        if let number = Int64(text), Day(number: number) == nil { return number }
        let offset = book.catalogue.site.offset
        if let day = Day(iso: text), let next = day.adding(days: 1), let midnight = Moment(next, offset: offset) {
            return try number(before: midnight, reading)
        }
        let halves = text.split { $0 == " " || $0 == "T" }
        let clock = halves.count == 2 ? halves[1].split(separator: ":").compactMap { Int($0) } : []
        if clock.count >= 2, let day = Day(iso: String(halves[0])), let moment = Moment(day, hour: clock[0], minute: clock[1], offset: offset) {
            return try number(before: Moment(milliseconds: moment.milliseconds + 60_000), reading)
        }
        throw Refused(
            zh: "看不懂“\(text)”。写变更号、2022-03-01 或 2022-03-01T18:00。", en: "“\(text)” was not understood. Write a change's number, 2022-03-01 or 2022-03-01T18:00.")
    }

    private static func number(before moment: Moment, _ reading: Reading) throws -> Int64 {
        try reading.value("SELECT coalesce(max(number), 0) FROM change WHERE at < \(moment.milliseconds)").integer ?? 0
    }
}
