public import Storage

/// What a field can hold: one of the closed list of kinds, a file each in `Fields/`.
///
/// A kind knows its keys in the declaration, its columns, how to read what people type and how to print what is stored.
public protocol FieldKind: Sendable {
    /// The word in a declaration.
    static var word: String { get }
    /// The keys of its own that a declaration may give.
    static var keys: [String] { get }

    /// Reads the kind's own keys. Nil, with diagnostics, where something needed is wrong.
    init?(_ entry: Entry, _ diagnostics: inout Diagnostics)

    /// What an expression sees.
    var type: TermType { get }
    /// The columns of the table; the first bears the field's name.
    func columns(_ name: Name) -> [Column]
    /// The register that is pointed to, for references.
    var target: Name? { get }

    /// The stored value of what was typed. Never called with an empty input.
    func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value
    /// What people read. References print their number here; pages put the title in its place.
    func text(_ value: Value, _ language: Language) -> String
    /// What an import of this very text would read back: the value in the declared unit, without grouping.
    func plain(_ value: Value) -> String
    /// The unit that stands in a column's head.
    var unit: String? { get }
    /// Decimal places of the stored number; 0 where it is none.
    var places: Int { get }
    /// Whether it lines up at the right, as numbers do.
    var isNumeric: Bool { get }
}

extension FieldKind {
    public var target: Name? { nil }
    public var unit: String? { nil }
    public var isNumeric: Bool { false }
    public var places: Int { 0 }
    public func plain(_ value: Value) -> String { text(value, .zh) }
}

/// What the reading of a value may need besides the value itself.
public struct InputContext: Sendable {
    /// What a reference was found to be.
    public enum Match: Sendable, Hashable {
        case one(Int64)
        case none
        /// More than one record fits, with some of their titles.
        case several([String])
    }

    /// Finds the record of a register by what was typed: title, key, pinyin initials, code.
    public var find: (@Sendable (Name, String) -> Match)?
    /// The unit that the column's head gives, where it gives one.
    public var unit: Unit?

    public init(find: (@Sendable (Name, String) -> Match)? = nil, unit: Unit? = nil) {
        self.find = find
        self.unit = unit
    }
}
