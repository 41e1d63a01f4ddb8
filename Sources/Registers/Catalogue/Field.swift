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
    /// The name under which the field began, where it was renamed.
    public var was: Name?
    /// The heading under which it stands on the record page.
    public var part: Words?
    /// Who reads it, where that is fewer than read the register.
    public var readers: Holders?
    public var place: Place

    /// The column that holds it. A renamed field stays in the column it began with: the digests of old changes
    /// and every look into the past go by that name.
    public var column: Name { was ?? id }

    /// When a field must be filled.
    public enum Requirement: Sendable {
        case never, always
        case when(Term)
    }
}
