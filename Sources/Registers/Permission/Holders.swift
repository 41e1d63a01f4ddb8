public import Storage

/// Who reads the records of a register, as its declaration says: `readers: all`, or `readers: [roles]`.
///
/// A register without its own takes those of its group; where neither has any, nobody reads it. The machine's own console
/// is no role and isn't bound by them (`Permission`).
public enum Readers: Sendable, Hashable {
    /// Everybody of the committee. Whoever acts for an enterprise, or for anybody else outside, is never meant by it.
    case everybody
    /// Who holds one of these roles.
    case roles(Set<String>)

    /// Where nothing is declared: nobody.
    public static let nobody = Readers.roles([])

    /// Whether somebody is one of them. `roles` are the declared ones, which say who is from outside; a role that isn't
    /// declared counts for nothing, and so does a subject without any.
    public func include(_ subject: Subject, among roles: [Role]) -> Bool {
        let held = roles.filter { subject.roles.contains($0.id.text) }
        return switch self {
        case .everybody: held.contains { !$0.isOutside }
        case .roles(let named): held.contains { named.contains($0.id.text) }
        }
    }

    /// As the declaration has them, in the order of `roles`: `all`, or the roles.
    public func written(_ roles: [Role]) -> [String] {
        switch self {
        case .everybody: ["all"]
        case .roles(let named): roles.map(\.id.text).filter(named.contains)
        }
    }

    /// For people: 全委各岗位, or the roles by name.
    public func words(_ roles: [Role]) -> Words {
        switch self {
        case .everybody: return Words(zh: "全委各岗位", en: "everybody of the committee")
        case .roles(let named):
            let names = roles.filter { named.contains($0.id.text) }.map(\.name)
            if names.isEmpty { return Words(zh: "还没有写", en: "nobody; it isn't declared yet") }
            return Words(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
        }
    }
}
