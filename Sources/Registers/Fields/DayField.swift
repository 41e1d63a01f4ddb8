public import Storage

/// `day`: a day.
public struct DayField: FieldKind {
    public static let word = "day"
    public static let keys: [String] = []

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {}

    public var type: TermType { .day }
    public func columns(_ name: Name) -> [Column] { [Column(name, .integer)] }

    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value {
        if case .moment(let moment) = input, let day = moment.day(offset: 0) { return .integer(day.number) }
        return .integer(try DayReading.day(input).number)
    }

    public func text(_ value: Value, _ language: Language) -> String { value.integer.flatMap { Day(number: $0) }?.iso ?? "" }
}
