public import Storage

/// One record as it is, or as it was known at a change.
///
/// It holds only what its reader may see: a field that the permission hides is not among its values.
public struct Record: Sendable, Hashable {
    public let register: Name
    public let id: Int64
    /// The change since which it is so.
    public let since: Int64
    /// The stored values by field; an empty field is missing or null.
    public let values: [Name: Value]
    /// The titles of the records that its reference fields point to.
    public let titles: [Name: String]
    /// Where it stands in its workflow; nil in a register without states.
    public let state: Name?
    /// Whether it was voided, so that it counts in nothing.
    public let isVoid: Bool
    /// Its name for people, as it was when it was last written.
    public let title: String

    public init(
        register: Name, id: Int64, since: Int64, values: [Name: Value], titles: [Name: String] = [:], state: Name? = nil,
        isVoid: Bool = false, title: String
    ) {
        self.register = register
        self.id = id
        self.since = since
        self.values = values
        self.titles = titles
        self.state = state
        self.isVoid = isVoid
        self.title = title
    }

    /// The stored value of a field; null where it is empty or hidden. `state` gives the state.
    public subscript(field: Name) -> Value {
        if field == Register.stateColumn { return state.map { .text($0.text) } ?? .null }
        return values[field] ?? .null
    }

    /// A field as people read it, references by the other record's title.
    public func text(_ field: Field, _ language: Language) -> String {
        let value = self[field.id]
        if value.isNull { return "" }
        if field.kind.target != nil { return titles[field.id] ?? field.kind.text(value, language) }
        return field.kind.text(value, language)
    }
}
