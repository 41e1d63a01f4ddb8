public import Storage

/// `moment`: an instant, with its local day in a second column.
public struct MomentField: FieldKind {
    public static let word = "moment"
    public static let keys: [String] = []

    /// Seconds ahead of UTC of the site's clock, put in once the site is known.
    public internal(set) var offset = 28_800

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {}

    public var type: TermType { .moment }
    public func columns(_ name: Name) -> [Column] {
        [Column(name, .integer), Column(MomentField.dayColumn(name), .integer)]
    }

    /// The column that holds the local day.
    public static func dayColumn(_ name: Name) -> Name { name.appending("_day") }

    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value {
        if case .moment(let moment) = input {
            // A workbook's clock is the site's clock.
            let (instant, overflow) = moment.milliseconds.subtractingReportingOverflow(Int64(offset) * 1000)
            if !overflow, Moment(milliseconds: instant).day(offset: offset) != nil { return .integer(instant) }
        }
        let shown = Narrow.text(input.shown)
        let halves = shown.split(maxSplits: 1) { $0 == " " || $0 == "T" }
        let clock = halves.count == 2 ? halves[1].split(separator: ":").map { Int($0) } : [0, 0]
        if let first = halves.first, let day = DayReading.written(String(first)), (2...3).contains(clock.count), let hour = clock[0],
            let minute = clock[1],
            let moment = Moment(day, hour: hour, minute: minute, second: (clock.count == 3 ? clock[2] : 0) ?? 0, offset: offset)
        {
            return .integer(moment.milliseconds)
        }
        throw Fault(zh: "“\(shown.prefix(40))”不是时刻。写成 2022-03-13 18:05。", en: "“\(shown.prefix(40))” is no moment. Write 2022-03-13 18:05.")
    }

    public func text(_ value: Value, _ language: Language) -> String {
        value.integer.map { Moment(milliseconds: $0).text(offset: offset) } ?? ""
    }
}
