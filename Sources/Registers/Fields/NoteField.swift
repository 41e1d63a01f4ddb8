public import Storage

/// `note`: several lines.
public struct NoteField: FieldKind {
    public static let word = "note"
    public static let keys = ["longest"]

    /// The most characters.
    public let longest: Int

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {
        longest = entry["longest"].flatMap { $0.whole(1...200_000, &diagnostics) } ?? 20_000
    }

    public var type: TermType { .text }
    public func columns(_ name: Name) -> [Column] { [Column(name, .text)] }

    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value {
        .text(try TextField.checked(Narrow.trimmed(input.shown), longest: longest))
    }

    public func text(_ value: Value, _ language: Language) -> String { value.text ?? "" }
}
