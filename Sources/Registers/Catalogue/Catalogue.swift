public import Storage

/// Everything declared about what is recorded: the registers and the words around them. Checked as a whole when made.
public struct Catalogue: Sendable {
    public var site: Site
    public var groups: [Group]
    public var registers: [Register]
    public var parameters: [Name: Parameter]
    public var scopes: [Scope]
    public var rosters: [Name: Roster]
    public var calendar: WorkCalendar
    public var roles: [Role]
    /// SHA-256 of the texts, which a figure names beside its value.
    public var digest: String

    /// The register of that name.
    public func register(_ id: Name) -> Register? { index[id].map { registers[$0] } }
    private var index: [Name: Int]

    /// The register of a name that came from outside (an address, a command); nil where there is none.
    public func register(named text: String) -> Register? { Name(text).flatMap { register($0) } }

    /// The scope of that name; `park` is the whole.
    public func scope(_ id: Name) -> Scope? { scopes.first { $0.id == id } }

    init(
        site: Site, groups: [Group], registers: [Register], parameters: [Name: Parameter], scopes: [Scope], rosters: [Name: Roster],
        calendar: WorkCalendar, roles: [Role], digest: String
    ) {
        self.site = site
        self.groups = groups
        self.registers = registers
        self.parameters = parameters
        self.scopes = scopes
        self.rosters = rosters
        self.calendar = calendar
        self.roles = roles
        self.digest = digest
        index = Dictionary(registers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// The park itself.
public struct Site: Sendable, Hashable {
    public var name: Words
    public var organisation: Words
    /// Seconds ahead of UTC.
    public var offset: Int
    /// The book's first year.
    public var since: Int
    /// The indicators of the first page.
    public var home: [Name]
    /// How the door is set.
    public var access = AccessRules()
}

/// A group of registers in the menu.
public struct Group: Sendable, Hashable {
    public var id: Name
    public var name: Words
    /// Who reads its registers, where they don't say otherwise.
    public var readers: Holders?
    /// Who enters and changes their records, where they don't say otherwise.
    public var writers: Holders?
}

/// A declared threshold, window, tolerance or word.
public struct Parameter: Sendable, Hashable {
    /// What it is: a number with its unit, a text, or a list of texts.
    public enum Content: Sendable, Hashable {
        case number(Amount, Unit?)
        case text(String)
        case list([String])
    }
    public var id: Name
    public var name: Words
    public var content: Content
}

/// Which part of the park is counted (统计范围). Its condition is read for each register that it is asked of.
public struct Scope: Sendable, Hashable {
    public var id: Name
    public var name: Words
    public var condition: Formula?
}

/// Who is expected to report: the members named by a reference field of the records that meet a condition.
public struct Roster: Sendable {
    public var id: Name
    public var name: Words
    public var register: Name
    /// The reference field that names the member.
    public var member: Name
    public var condition: Term?
}
