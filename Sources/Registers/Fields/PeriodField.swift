public import Storage

/// `period`: a day, week, month, quarter, half-year or year, kept by its first day.
public struct PeriodField: FieldKind {
    public static let word = "period"
    public static let keys = ["every"]

    /// How long one is.
    public enum Every: String, Sendable, Hashable, CaseIterable { case day, week, month, quarter, half, year }

    public let every: Every

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {
        let choices = Every.allCases.map { ($0.rawValue, $0) }
        guard let entry = entry["every"] else {
            every = .month
            return
        }
        guard let found = entry.choice(choices, &diagnostics) else { return nil }
        every = found
    }

    public var type: TermType { .day }
    public func columns(_ name: Name) -> [Column] { [Column(name, .integer)] }

    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value {
        if case .text(let text) = input, let day = written(Narrow.text(text)) { return .integer(day.number) }
        if case .number(let text) = input, let day = written(text) { return .integer(day.number) }
        if let day = try? DayReading.day(input), let first = first(of: day) { return .integer(first.number) }
        let (example, english): (String, String) =
            switch every {
            case .day, .week: ("2022-03-14", "2022-03-14")
            case .month: ("2022年3月 或 2022-03", "2022-03")
            case .quarter: ("2022年1季度 或 2022Q1", "2022Q1")
            case .half: ("2022年上半年 或 2022H1", "2022H1")
            case .year: ("2022年 或 2022", "2022")
            }
        throw Fault(
            zh: "“\(input.shown.prefix(40))”不是这里要的期间。写成 \(example)。", en: "“\(input.shown.prefix(40))” is not such a period. Write \(english).")
    }

    /// The first day of the period that a day is in.
    public func first(of day: Day) -> Day? {
        switch every {
        case .day: day
        case .week: day.adding(days: 1 - day.weekday)
        case .month: Day(day.year, day.month, 1)
        case .quarter: Day(day.year, (day.month - 1) / 3 * 3 + 1, 1)
        case .half: Day(day.year, day.month > 6 ? 7 : 1, 1)
        case .year: Day(day.year, 1, 1)
        }
    }

    private func written(_ text: String) -> Day? {
        let compact = text.filter { !$0.isWhitespace }
        guard compact.count >= 4, let year = Int(compact.prefix(4)) else { return nil }
        let tail = compact.dropFirst(4)
        let rest = tail.drop { "年-/.".contains($0) }
        switch every {
        case .year: return rest.isEmpty ? Day(year, 1, 1) : nil
        case .half:
            let halves = ["上半年": 1, "H1": 1, "h1": 1, "下半年": 7, "H2": 7, "h2": 7]
            return halves[String(rest)].flatMap { Day(year, $0, 1) }
        case .quarter:
            let names = ["一": "1", "二": "2", "三": "3", "四": "4"]
            let digits = rest.filter { !"第季度Qq".contains($0) }.map { names[String($0)] ?? String($0) }.joined()
            guard let quarter = Int(digits), (1...4).contains(quarter) else { return nil }
            return Day(year, quarter * 3 - 2, 1)
        case .month:
            let digits = rest.hasSuffix("月") || rest.hasSuffix("月份") ? rest.prefix { $0.isNumber } : rest
            // Without a mark between them the month has two digits: 202203, while 44621 is a workbook's serial number.
            guard !digits.isEmpty, digits.count <= 2, digits.count == 2 || rest.count < tail.count, let month = Int(digits) else { return nil }
            return Day(year, month, 1)
        case .day, .week: return nil
        }
    }

    public func text(_ value: Value, _ language: Language) -> String {
        guard let day = value.integer.flatMap({ Day(number: $0) }) else { return "" }
        guard language == .zh else { return plain(value) }
        return switch every {
        case .day: day.iso
        case .week: "\(day.iso) 起一周"
        case .month: "\(day.year)年\(day.month)月"
        case .quarter: "\(day.year)年\((day.month + 2) / 3)季度"
        case .half: "\(day.year)年\(day.month > 6 ? "下" : "上")半年"
        case .year: "\(day.year)年"
        }
    }

    public func plain(_ value: Value) -> String {
        guard let day = value.integer.flatMap({ Day(number: $0) }) else { return "" }
        return switch every {
        case .day, .week: day.iso
        case .month: String(day.iso.prefix(7))
        case .quarter: "\(day.year)Q\((day.month + 2) / 3)"
        case .half: "\(day.year)H\(day.month > 6 ? 2 : 1)"
        case .year: "\(day.year)"
        }
    }
}
