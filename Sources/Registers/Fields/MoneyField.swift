public import Storage

/// `money`: exact, in 元, 万元 or 亿元.
public struct MoneyField: FieldKind {
    public static let word = "money"
    public static let keys = ["unit", "places", "least", "most"]

    let measure: Unit
    public let places: Int
    let limits: NumberLimits

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {
        places = entry["places"].flatMap { $0.whole(0...8, &diagnostics) } ?? 2
        limits = NumberLimits(entry, &diagnostics)
        guard let written = entry.required("unit", &diagnostics), let unit = NumberField.unit(entry, &diagnostics) else { return nil }
        guard unit.dimension == "money" else {
            diagnostics.add(written.place, "unit", zh: "金额的单位只能是元、万元、亿元。", en: "The unit of money is 元, 万元 or 亿元.")
            return nil
        }
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
