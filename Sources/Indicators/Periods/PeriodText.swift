public import Storage

/// How a period is written: `2022`, `2022-03`, `2022Q1`, `2022H1`, `2022-W49`, `2022-03-13`, `2022-01..2022-06`,
/// `2022-01-01..2022-02-20`, `..2022-06`.
extension Period: CustomStringConvertible {
    /// Reads a period as it is written in addresses and commands; nil where the text is none.
    public init?(_ text: String) {
        guard text.utf8.count <= 24 else { return nil }
        let ends = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
        if ends.count == 2 {
            guard let last = Period(ends[1]), ![.since, .months, .days].contains(last.kind) else { return nil }
            if ends[0].isEmpty {
                self.init(until: last.end)
                return
            }
            guard let first = Period(ends[0]), first.kind == last.kind else { return nil }
            if first.kind == .day, first.end < last.end {
                self.init(days: first.end...last.end)
                return
            }
            guard first.kind == .month, first.year == last.year, first.end < last.end
            else { return nil }
            self.init(year: first.year, months: first.end.month...last.end.month)
            return
        }
        guard ends.count == 1, text.utf8.count >= 4, text.utf8.prefix(4).allSatisfy({ (0x30...0x39).contains($0) }),
            let year = Int(text.prefix(4))
        else { return nil }
        let rest = text.dropFirst(4)
        if rest.isEmpty {
            self.init(year: year)
        } else if let digit = Period.number(rest, after: "Q", digits: 1) {
            self.init(year: year, quarter: digit)
        } else if let digit = Period.number(rest, after: "H", digits: 1) {
            self.init(year: year, half: digit)
        } else if let week = Period.number(rest, after: "-W", digits: 2) {
            self.init(year: year, week: week)
        } else if let month = Period.number(rest, after: "-", digits: 2) {
            self.init(year: year, month: month)
        } else if let day = Day(iso: text) {
            self.init(day)
        } else {
            return nil
        }
    }

    private static func number(_ text: Substring, after head: String, digits: Int) -> Int? {
        guard text.hasPrefix(head) else { return nil }
        let rest = text.dropFirst(head.count)
        guard rest.utf8.count == digits, rest.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(rest)
    }

    /// As `init(_:)` reads it.
    public var description: String {
        switch kind {
        case .day: end.iso
        case .week: "\(Period.padded(year, 4))-W\(Period.padded(week, 2))"
        case .month: String(end.iso.prefix(7))
        case .quarter: "\(Period.padded(year, 4))Q\((end.month + 2) / 3)"
        case .half: "\(Period.padded(year, 4))H\(end.month > 6 ? 2 : 1)"
        case .year: Period.padded(year, 4)
        case .months: "\(start.iso.prefix(7))..\(end.iso.prefix(7))"
        case .days: "\(start.iso)..\(end.iso)"
        case .since: "..\(end.iso)"
        }
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    /// What people call it: 2022年1—6月.
    public var words: Words {
        let names = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
        let month = names[end.month - 1]
        return switch kind {
        case .day: Words(zh: "\(year)年\(end.month)月\(end.day)日", en: "\(end.day) \(month) \(year)")
        case .week: Words(zh: "\(year)年第\(week)周", en: "week \(week) of \(year)")
        case .month: Words(zh: "\(year)年\(end.month)月", en: "\(month) \(year)")
        case .quarter: Words(zh: "\(year)年\(["一", "二", "三", "四"][(end.month - 1) / 3])季度", en: "quarter \((end.month + 2) / 3) of \(year)")
        case .half: Words(zh: "\(year)年\(end.month > 6 ? "下" : "上")半年", en: "\(end.month > 6 ? "second" : "first") half of \(year)")
        case .year: Words(zh: "\(year)年", en: "\(year)")
        case .months: Words(zh: "\(year)年\(start.month)—\(end.month)月", en: "\(names[start.month - 1]) to \(month) \(year)")
        case .days:
            Words(
                zh: "\(year)年\(start.month)月\(start.day)日—\(end.month)月\(end.day)日",
                en: "\(start.day) \(names[start.month - 1]) to \(end.day) \(month) \(year)")
        case .since: since(month)
        }
    }

    private func since(_ month: String) -> Words {
        if end.month == 12, end.day == 31 { return Words(zh: "截至\(end.year)年底", en: "up to the end of \(end.year)") }
        if end.day == Day.length(ofMonth: end.month, in: end.year) {
            return Words(zh: "截至\(end.year)年\(end.month)月底", en: "up to the end of \(month) \(end.year)")
        }
        return Words(zh: "截至\(end.year)年\(end.month)月\(end.day)日", en: "up to \(end.day) \(month) \(end.year)")
    }
}

extension Period: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let period = Period(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a period: \(text)"))
        }
        self = period
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
