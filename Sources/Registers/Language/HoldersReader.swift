import Storage

/// Reads who may read something: `readers: all`, or `readers: [leader, party_office]`.
enum ReadersReader {
    /// The word for everybody of the committee.
    static let everybody = "all"

    /// The readers, nil where none are written or what is written is wrong.
    static func readers(_ entry: Entry?, _ roles: [Role], _ diagnostics: inout Diagnostics) -> Readers? {
        guard let entry else { return nil }
        let written = entry.members(&diagnostics)
        let words = written.compactMap { $0.text(&diagnostics) }
        guard words.count == written.count else { return nil }
        if words == [everybody] { return .everybody }
        guard !words.isEmpty else {
            if case .list = entry.shape {
                diagnostics.add(
                    entry.place, "readers", zh: "readers 是空的：写角色，如 [leader]；全委都能看的写 all。",
                    en: "The readers are empty: write roles, as [leader], or all for everybody of the committee.")
            }
            return nil
        }
        if let index = words.firstIndex(of: everybody) {
            diagnostics.add(
                written[index].place, "readers", zh: "all 就是全委各岗位，要单独写；只给几个岗位看的，去掉 all。",
                en: "“all” is everybody of the committee and stands alone; leave it out where only some may read.")
            return nil
        }
        // Where the roles themselves can't be read, that is said once and not in every register.
        if roles.isEmpty { return nil }
        var known = true
        for (member, word) in zip(written, words) where !roles.contains(where: { $0.id.text == word }) {
            known = false
            diagnostics.add(
                member.place, "unknown-role", zh: "没有角色“\(word)”。", en: "There is no role “\(word)”.",
                suggestion: Suggestion.nearest(to: word, among: roles.map(\.id.text) + [everybody]))
        }
        return known ? .roles(Set(words)) : nil
    }
}
