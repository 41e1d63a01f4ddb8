/// Who does something: written into every change.
public struct Subject: Sendable, Hashable {
    /// The name that the history shows: an account, `console`, or a post of the sample park.
    public var name: String
    /// Roles as `roles.yaml` has them.
    public var roles: Set<String>

    public init(name: String, roles: Set<String> = []) {
        self.name = name
        self.roles = roles
    }

    /// Commands on the machine itself, until there are accounts.
    public static let console = Subject(name: "console")
}
