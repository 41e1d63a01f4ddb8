public import Storage

/// `formula`: computed from the record's own fields when it is written, and stored.
public struct FormulaField: FieldKind {
    public static let word = "formula"
    public static let keys = ["is", "unit", "places", "gives"]

    /// As it was written.
    public let source: Formula
    /// What it gives, as declared.
    public let type: TermType
    public let places: Int
    let measure: Unit?
    /// The checked expression, put in once all fields are known.
    public internal(set) var term: Term?
    /// What a result is multiplied by to get into the declared unit.
    var factor: Amount = .one

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {
        guard let written = entry.required("is", &diagnostics), let text = written.text(&diagnostics) else { return nil }
        do throws(Diagnostic) { source = try FormulaParser.formula(text, at: written.textPlace) } catch {
            diagnostics.add(error)
            return nil
        }
        measure = NumberField.unit(entry, &diagnostics)
        let given = entry["gives"].flatMap { $0.choice([("text", TermType.text), ("day", .day), ("yes_no", .truth)], &diagnostics) }
        type = given ?? .number(measure)
        places = given == nil ? entry["places"].flatMap { $0.whole(0...9, &diagnostics) } ?? 2 : 0
    }

    public var unit: String? { measure?.symbol }
    public var isNumeric: Bool { if case .number = type { true } else { false } }
    public func columns(_ name: Name) -> [Column] { [Column(name, type == .text ? .text : .integer)] }

    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value {
        throw Fault(zh: "这一栏由公式算出，不用填。", en: "This column is computed; leave it out.")
    }

    /// The stored value of a result; a number is rounded once, at the declared places.
    public func value(_ result: TermValue.Result) throws(Fault) -> Value {
        switch result {
        case .nothing: return .null
        case .text(let text): return .text(text)
        case .truth(let truth): return .integer(truth ? 1 : 0)
        case .day(let day): return .integer(day.number)
        case .reference(let id): return .integer(id)
        case .number(let amount):
            if let scaled = try? amount.multiplied(by: factor), let units = AmountText.round(scaled, places: places).units(places: places) {
                return .integer(units)
            }
            throw Fault(zh: "公式算出的数太大。", en: "The formula's result is too large.")
        }
    }

    public func text(_ value: Value, _ language: Language) -> String {
        switch type {
        case .day: value.integer.flatMap { Day(number: $0) }?.iso ?? ""
        case .truth: value.integer.map { $0 != 0 ? (language == .zh ? "是" : "Yes") : (language == .zh ? "否" : "No") } ?? ""
        case .number, .mixed: NumberField.text(value, places: places, grouped: true)
        default: value.text ?? ""
        }
    }
    public func plain(_ value: Value) -> String { isNumeric ? NumberField.text(value, places: places, grouped: false) : text(value, .zh) }
}
