import Storage

/// Reads who may do something: `readers: all`, `readers: [all, enterprise_contact]`, or `writers: [economy_office, safety_officer]`.
enum HoldersReader {
    /// The word for everybody of the committee.
    static let everybody = "all"

    /// Those who are named, nil where none are written or what is written is wrong.
    ///
    /// - Parameter rule: the key, `readers` or `writers`, under which diagnostics stand.
    static func holders(_ entry: Entry?, _ rule: String, _ roles: [Role], _ diagnostics: inout Diagnostics) -> Holders? {
        guard let entry else { return nil }
        let written = entry.members(&diagnostics)
        let words = written.compactMap { $0.text(&diagnostics) }
        guard words.count == written.count else { return nil }
        if words == [everybody] { return .everybody }
        guard !words.isEmpty else {
            if case .list = entry.shape {
                diagnostics.add(
                    entry.place, rule, zh: "\(rule) 是空的：写角色，如 [leader]；全委各岗位写 all。",
                    en: "“\(rule)” is empty: write roles, as [leader], or all for everybody of the committee.")
            }
            return nil
        }
        // Where the roles themselves can't be read, that is said once and not in every register.
        if roles.isEmpty { return nil }
        var known = true
        for (member, word) in zip(written, words) where word != everybody && !roles.contains(where: { $0.id.text == word }) {
            known = false
            diagnostics.add(
                member.place, "unknown-role", zh: "没有角色“\(word)”。", en: "There is no role “\(word)”.",
                suggestion: Suggestion.nearest(to: word, among: roles.map(\.id.text) + [everybody]))
        }
        guard known else { return nil }
        guard words.contains(everybody) else { return .roles(Set(words)) }
        let others = words.filter { $0 != everybody }
        guard let member = zip(written, words).first(where: { pair in roles.contains { $0.id.text == pair.1 && $0.isOfCommittee } })?.0 else {
            return .everybodyAnd(Set(others))
        }
        diagnostics.add(
            member.place, rule, zh: "all 已经是全委各岗位，旁边只能再写委外的角色；只给几个岗位的，去掉 all。",
            en: "“all” is everybody of the committee already, so only roles from outside stand beside it; leave it out where only some are meant.")
        return nil
    }
}
