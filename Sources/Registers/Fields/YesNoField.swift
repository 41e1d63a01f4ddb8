public import Storage

/// `yes_no`: 是 or 否.
public struct YesNoField: FieldKind {
    public static let word = "yes_no"
    public static let keys: [String] = []

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {}

    public var type: TermType { .truth }
    public func columns(_ name: Name) -> [Column] { [Column(name, .integer)] }

    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value {
        switch Narrow.text(input.shown).lowercased() {
        case "是", "有", "对", "√", "✓", "y", "yes", "true", "1": return .integer(1)
        case "否", "无", "不是", "×", "✗", "n", "no", "false", "0": return .integer(0)
        default: throw Fault(zh: "请填“是”或“否”。", en: "Write 是 (yes) or 否 (no).")
        }
    }

    public func text(_ value: Value, _ language: Language) -> String {
        guard let number = value.integer else { return "" }
        return language == .zh ? (number != 0 ? "是" : "否") : (number != 0 ? "Yes" : "No")
    }
}
