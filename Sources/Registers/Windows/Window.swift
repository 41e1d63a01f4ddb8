public import Storage

/// A small typed view on a register, for code that has an opinion about its fields.
///
/// The register stays the site's own: a window only says what it needs. Where the register no longer fits, the feature that
/// looks through the window is off and says so; the site still opens.
public protocol Window: Sendable {
    /// The register that is looked at.
    static var register: Name { get }
    /// The fields that are looked at.
    static var panes: [WindowPane] { get }

    /// The view on one record of that register.
    init(_ record: Record)
}

/// A field that a window needs.
public struct WindowPane: Sendable, Hashable {
    public let field: Name
    /// The kinds that will do, by their words in a declaration.
    public let kinds: [String]
    /// Whether the field has to be there; otherwise it only has to be of a right kind where it is.
    public let isRequired: Bool

    public init(_ field: Name, _ kinds: [String], isRequired: Bool = true) {
        self.field = field
        self.kinds = kinds
        self.isRequired = isRequired
    }
}
