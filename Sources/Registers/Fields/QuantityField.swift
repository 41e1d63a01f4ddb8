public import Storage

/// `quantity`: exact, in a declared unit; other units of its dimension are converted, never inexactly.
public struct QuantityField: FieldKind {
    public static let word = "quantity"
    public static let keys = ["unit", "places", "least", "most"]

    let measure: Unit
    public let places: Int
    let limits: NumberLimits

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {
        places = entry["places"].flatMap { $0.whole(0...9, &diagnostics) } ?? 2
        limits = NumberLimits(entry, &diagnostics)
        guard entry.required("unit", &diagnostics) != nil, let unit = NumberField.unit(entry, &diagnostics) else { return nil }
        measure = unit
    }

    public var type: TermType { .number(measure) }
    public var unit: String? { measure.symbol }
    public var isNumeric: Bool { true }
    public func columns(_ name: Name) -> [Column] { [Column(name, .integer)] }

    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value {
        let units = try NumberReading(unit: measure, places: places).units(input, headUnit: context.unit)
        try limits.check(units, places: places, unit: measure)
        return .integer(units)
    }

    public func text(_ value: Value, _ language: Language) -> String { NumberField.text(value, places: places, grouped: true) }
    public func plain(_ value: Value) -> String { NumberField.text(value, places: places, grouped: false) }
}
