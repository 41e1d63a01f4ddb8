/// A calendar day of the Gregorian calendar, year 1 to 9999. Stored as the whole number `yyyymmdd`, which sorts as days do.
public struct Day: Sendable, Hashable, Comparable, Codable {
    /// `20221231` for 31 December 2022.
    public let number: Int64

    /// The day, or nil where the calendar has none such (30 February).
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, in: year) else { return nil }
        number = Int64(year * 10_000 + month * 100 + day)
    }

    /// 1 January of year 1, the first there is.
    public static let first = Day(known: 1_01_01)

    private init(known number: Int64) { self.number = number }

    /// The day of a stored number, or nil where it is no day.
    public init?(number: Int64) {
        guard number > 0, number <= 9999_12_31 else { return nil }
        let value = Int(number)
        self.init(value / 10_000, value / 100 % 100, value % 100)
    }

    /// The day of an ISO 8601 text, `2022-12-31`, and nothing else; what people type is read by the day field.
    public init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year, month, day)
    }

    /// 1 to 9999.
    public var year: Int { Int(number) / 10_000 }
    /// 1 to 12.
    public var month: Int { Int(number) / 100 % 100 }
    /// 1 to 31.
    public var day: Int { Int(number) % 100 }

    /// `2022-12-31`.
    public var iso: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

    /// 1 for Monday to 7 for Sunday (ISO 8601).
    public var weekday: Int { (ordinal + 2) % 7 + 1 }

    /// Days since 1 March of year 0, so that differences of days are differences of ordinals.
    public var ordinal: Int {
        let y = month > 2 ? year : year - 1
        let m = month > 2 ? month - 3 : month + 9
        return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1
    }

    /// The day of an ordinal, or nil outside years 1 to 9999.
    public init?(ordinal: Int) {
        guard ordinal >= 306, ordinal < 3_660_000 else { return nil }
        var y = (ordinal * 10_000 + 14_780) / 3_652_425
        var rest = ordinal - (365 * y + y / 4 - y / 100 + y / 400)
        if rest < 0 {
            y -= 1
            rest = ordinal - (365 * y + y / 4 - y / 100 + y / 400)
        }
        let m = (100 * rest + 52) / 3060
        let day = rest - (m * 306 + 5) / 10 + 1
        self.init(m < 10 ? y : y + 1, m < 10 ? m + 3 : m - 9, day)
    }

    /// The day `count` days later (earlier where negative); nil outside years 1 to 9999.
    public func adding(days count: Int) -> Day? {
        let (sum, overflow) = ordinal.addingReportingOverflow(count)
        return overflow ? nil : Day(ordinal: sum)
    }

    /// How many days a month has.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether the left day comes first.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// Reads the ISO text.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a day: \(text)"))
        }
        self = day
    }

    /// Writes the ISO text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }

    private func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
