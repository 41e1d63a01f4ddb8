public import Storage

/// `number`: exact, with an optional unit of its own.
public struct NumberField: FieldKind {
    public static let word = "number"
    public static let keys = ["unit", "places", "least", "most"]

    let measure: Unit?
    public let places: Int
    let limits: NumberLimits

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {
        measure = NumberField.unit(entry, &diagnostics)
        places = entry["places"].flatMap { $0.whole(0...9, &diagnostics) } ?? 0
        limits = NumberLimits(entry, &diagnostics)
    }

    public var type: TermType { .number(measure) }
    public var unit: String? { measure?.symbol }
    public var isNumeric: Bool { true }
    public func columns(_ name: Name) -> [Column] { [Column(name, .integer)] }

    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value {
        let units = try NumberReading(unit: measure, places: places).units(input, headUnit: context.unit)
        try limits.check(units, places: places, unit: measure)
        return .integer(units)
    }

    public func text(_ value: Value, _ language: Language) -> String { NumberField.text(value, places: places, grouped: true) }
    public func plain(_ value: Value) -> String { NumberField.text(value, places: places, grouped: false) }

    static func text(_ value: Value, places: Int, grouped: Bool) -> String {
        value.integer.map { AmountText.rounded(Amount(units: $0, places: places), places: places, grouped: grouped) } ?? ""
    }

    /// The unit under the key `unit`, with a diagnostic where the book has none such.
    static func unit(_ entry: Entry, _ diagnostics: inout Diagnostics) -> Unit? {
        guard let entry = entry["unit"], let symbol = entry.text(&diagnostics) else { return nil }
        if let unit = Unit(symbol) { return unit }
        diagnostics.add(
            entry.place, "unit", zh: "不认识的单位“\(symbol)”。", en: "Unknown unit “\(symbol)”.",
            suggestion: Suggestion.nearest(to: symbol, among: Unit.symbols))
        return nil
    }
}
