public import Storage

/// What an account's roles let it see and do, and for which enterprise, office or grid it holds them.
///
/// A role that is declared `of:` a register is held for some of that register's records, the *own* ones: a firm's statistician
/// for the firm, the head of an office for the office. A record of another register is own where a reference of it names one.
public struct Duties: Sendable, Hashable {
    /// The roles that are held.
    public let roles: [Role]
    /// The records that roles are held for, by register.
    public let own: [Name: Set<Int64>]
    /// Whether nothing may be written, whatever the roles allow: a program that was only let in to read.
    public let isReadOnly: Bool
    /// All declared roles, to say who may.
    private let declared: [Role]

    /// - Parameters:
    ///   - held: names of roles; one that isn't declared counts for nothing.
    ///   - own: the records that they are held for, by register.
    public init(_ held: Set<String>, own: [Name: Set<Int64>] = [:], isReadOnly: Bool = false, of catalogue: Catalogue) {
        self.isReadOnly = isReadOnly
        declared = catalogue.roles
        roles = catalogue.roles.filter { held.contains($0.id.text) }
        self.own = own
    }

    /// Which records of a register may be seen.
    func seen(_ register: Register) -> Extent { extent(register, register.readers.held(among: roles)) { $0.seesOwn } }

    /// Which may be written: only what is seen, whatever the group says of writers and whichever role lets it be written.
    func written(_ register: Register) -> Extent {
        isReadOnly ? .nothing : extent(register, register.writers.held(among: roles)) { $0.writesOwn }.narrowed(by: seen(register))
    }

    /// On which a step of the workflow may be taken; only on what is seen, too.
    func moved(_ register: Register, by move: Move) -> Extent {
        isReadOnly
            ? .nothing
            : extent(register, roles.filter { move.by.contains($0.id) }) { $0.writesOwn }.narrowed(by: seen(register))
    }

    /// Whether a field that names its readers, or a personal one that takes the register's writers for them, may be read.
    func sees(_ field: Field) -> Bool { field.readers.map { !$0.held(among: roles).isEmpty } ?? !field.isPersonal }

    /// Those who are named, for people.
    func words(_ holders: Holders) -> Words { holders.words(declared) }

    /// One role without bounds is enough for all; else the own records of every role together.
    private func extent(_ register: Register, _ held: [Role], isBounded: (Role) -> Bool) -> Extent {
        var ties: [Extent.Tie] = []
        for role in held {
            guard let of = role.of, isBounded(role) else { return .all }
            let columns = register.id == of ? [Extent.number] : register.fields.filter { $0.kind.target == of }.map(\.column)
            // An office has no own meetings, so its head keeps them with the others; a firm has no meetings at all.
            if columns.isEmpty, !role.isOutside { return .all }
            guard let records = own[of], !records.isEmpty else { continue }
            ties += columns.map { Extent.Tie(column: $0, records: records) }
        }
        return ties.isEmpty ? .nothing : .own(ties)
    }
}
