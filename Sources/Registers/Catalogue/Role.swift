public import Storage

/// A role that moves, readers and writers name: a post, never a person.
public struct Role: Sendable, Hashable {
    /// One of the three who keep the book's locks and exclude each other (三员). None of them works in the registers.
    public enum Officer: String, Sendable, Hashable, CaseIterable {
        /// 系统管理员: makes accounts and ends them.
        case system
        /// 安全管理员: says which roles an account holds.
        case security
        /// 审计员: reads who did what, and changes nothing.
        case audit
    }

    public var id: Name
    public var name: Words
    /// Whether it isn't of the committee: who files or answers for an enterprise. `readers: all` never means it.
    public var isOutside: Bool
    /// The register of whose records it is held for one or several: an enterprise, an office, a grid.
    public var of: Name?
    /// Whether its holder sees only what belongs to those records. Always, where it is from outside.
    public var seesOwn: Bool
    /// Whether its holder writes only what belongs to those records.
    public var writesOwn: Bool
    /// Which officer it is; nil for the roles that work in the registers.
    public var officer: Officer?

    /// Whether “everybody of the committee” means it: it isn't from outside, nor one of the officers.
    public var isOfCommittee: Bool { !isOutside && officer == nil }

    public init(
        id: Name, name: Words, isOutside: Bool = false, of: Name? = nil, seesOwn: Bool = false, writesOwn: Bool = true, officer: Officer? = nil
    ) {
        self.id = id
        self.name = name
        self.isOutside = isOutside
        self.of = of
        self.seesOwn = seesOwn || isOutside
        self.writesOwn = writesOwn || isOutside
        self.officer = officer
    }
}
