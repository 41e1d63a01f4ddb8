public import Storage

/// `reference`: a link to another record, typed by its title, key, pinyin initials or code.
public struct ReferenceField: FieldKind {
    public static let word = "reference"
    public static let keys = ["to"]

    let to: Name

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {
        guard let name = entry.required("to", &diagnostics)?.name(&diagnostics) else { return nil }
        to = name
    }

    public var type: TermType { .reference(to) }
    public var target: Name? { to }
    public func columns(_ name: Name) -> [Column] { [Column(name, .integer, references: Register.tableName(to))] }

    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value { try ReferenceField.read(input, to: to, context) }
    public func text(_ value: Value, _ language: Language) -> String { value.integer.map { "#\($0)" } ?? "" }

    static func read(_ input: Input, to: Name, _ context: InputContext) throws(Fault) -> Value {
        let typed = Narrow.trimmed(input.shown)
        switch context.find?(to, typed) ?? .none {
        case .one(let id): return .integer(id)
        case .none:
            throw Fault(
                zh: "没有找到“\(typed.prefix(60))”。请核对名称或代码，或先登记它。", en: "“\(typed.prefix(60))” was not found. Check its name or code, or enter it first."
            )
        case .several(let titles):
            let shown = titles.prefix(4).joined(separator: "、")
            throw Fault(
                zh: "“\(typed.prefix(60))”有几个：\(shown)。请写全称或代码。", en: "“\(typed.prefix(60))” fits several: \(shown). Write the full name or the code."
            )
        }
    }
}
