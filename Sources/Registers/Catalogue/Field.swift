public import Storage

/// A column of a register, as declared.
public struct Field: Sendable {
    public var id: Name
    public var name: Words
    public var kind: any FieldKind
    public var help: Words?
    /// Always, never, or when a condition on the record holds.
    public var required: Requirement
    /// Must hold of the record, with the message where it doesn't.
    public var check: (term: Term, message: Words)?
    /// Other headers under which workbooks bring it.
    public var also: [String]
    public var isUnique: Bool
    public var isPersonal: Bool
    public var isRetired: Bool
    /// What a record gets that doesn't say.
    public var initial: Input
    /// The former name, where the field was renamed.
    public var was: Name?
    /// The heading under which it stands on the record page.
    public var part: Words?
    public var place: Place

    /// When a field must be filled.
    public enum Requirement: Sendable {
        case never, always
        case when(Term)
    }
}
