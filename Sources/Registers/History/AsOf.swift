public import Storage

/// Reads what a person means by “as known at”: a change's number, the end of a day, or a minute of the site's clock.
public enum AsOf {
    /// The number of the last change by then; nil where nothing was asked. Throws `Refused` where the text can't be read.
    public static func change(_ text: String?, _ site: Site, in reading: Reading) throws -> Int64? {
        guard let text, !text.isEmpty else { return nil }
        if let number = Int64(text), number >= 0, Day(number: number) == nil { return number }
        guard let end = end(of: Narrow.text(text), site.offset) else {
            throw Refused(
                zh: "看不懂“\(text.prefix(40))”。写变更号、2022-03-01 或 2022-03-01 18:00。",
                en: "“\(text.prefix(40))” was not understood. Write a change's number, 2022-03-01 or 2022-03-01 18:00.")
        }
        return try reading.lastChange(before: end).number
    }

    /// The first moment that is no longer meant.
    private static func end(of text: String, _ offset: Int) -> Moment? {
        let halves = text.split { $0 == " " || $0 == "T" }
        guard let first = halves.first, let day = Day(iso: String(first)) else { return nil }
        if halves.count == 1 { return day.adding(days: 1).flatMap { Moment($0, offset: offset) } }
        let clock = halves[1].split(separator: ":").map { Int($0) }
        guard halves.count == 2, (2...3).contains(clock.count), let hour = clock[0], let minute = clock[1],
            let moment = Moment(day, hour: hour, minute: minute, offset: offset)
        else { return nil }
        return Moment(milliseconds: moment.milliseconds + 60_000)
    }
}
