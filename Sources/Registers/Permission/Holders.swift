public import Storage

/// Who reads or writes the records of a register, as its declaration says: `readers: all`, or `writers: [roles]`.
///
/// A register without its own takes those of its group; where neither has any, nobody does. The machine's own console
/// is no role and isn't bound by them (`Permission`).
public enum Holders: Sendable, Hashable {
    /// Everybody of the committee. Whoever acts for an enterprise, or for anybody else outside, is never meant by it.
    case everybody
    /// Everybody of the committee, and who holds one of these roles from outside: `[all, enterprise_contact]`.
    case everybodyAnd(Set<String>)
    /// Who holds one of these roles.
    case roles(Set<String>)

    /// Where nothing is declared: nobody.
    public static let nobody = Holders.roles([])

    /// Whether somebody is one of them. `roles` are the declared ones, which say who is from outside; a role that isn't
    /// declared counts for nothing, and so does a subject without any.
    public func include(_ subject: Subject, among roles: [Role]) -> Bool {
        !held(among: roles.filter { subject.roles.contains($0.id.text) }).isEmpty
    }

    /// Those of some roles that are meant. The three officers keep the book's locks and are never “everybody”.
    func held(among roles: [Role]) -> [Role] {
        switch self {
        case .everybody: roles.filter(\.isOfCommittee)
        case .everybodyAnd(let named): roles.filter { $0.isOfCommittee || named.contains($0.id.text) }
        case .roles(let named): roles.filter { named.contains($0.id.text) }
        }
    }

    /// As the declaration has them, in the order of `roles`: `all`, or the roles.
    public func written(_ roles: [Role]) -> [String] {
        switch self {
        case .everybody: ["all"]
        case .everybodyAnd(let named): ["all"] + roles.map(\.id.text).filter(named.contains)
        case .roles(let named): roles.map(\.id.text).filter(named.contains)
        }
    }

    /// For people: 全委各岗位, or the roles by name.
    public func words(_ roles: [Role]) -> Words {
        let everybody = Words(zh: "全委各岗位", en: "everybody of the committee")
        func names(_ named: Set<String>) -> [Words] { roles.filter { named.contains($0.id.text) }.map(\.name) }
        let all: [Words] =
            switch self {
            case .everybody: [everybody]
            case .everybodyAnd(let named): [everybody] + names(named)
            case .roles(let named): names(named)
            }
        if all.isEmpty { return Words(zh: "还没有写", en: "nobody; it isn't declared yet") }
        return Words(zh: all.map(\.zh).joined(separator: "、"), en: all.map(\.en).joined(separator: ", "))
    }
}
