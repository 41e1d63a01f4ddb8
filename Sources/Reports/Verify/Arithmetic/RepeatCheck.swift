import Storage

/// One subject, year and scope with two values in two places.
struct RepeatCheck {
    let check: ContradictionCheck

    private struct Key: Hashable {
        var subject: String
        var dimension: String
        var time: StatedTime
        var scope: String
        var names: String
        var basis: String
    }

    func found() -> [Contradiction] {
        var groups: [Key: [Stated]] = [:]
        for stated in check.stated
        where !stated.isAside && !stated.isAttribute && stated.frame == .level && stated.quantity.kind == .amount && stated.owner == nil {
            let known = check.names(stated)
            // Short words such as 企业 and 项目 are said of many things.
            guard known != nil || stated.subject.unicodeScalars.count >= 5 else { continue }
            let scope = ["园区", "全园区", "全园", "本园区"].contains(stated.scope ?? "园区") ? "" : stated.scope ?? ""
            let key = Key(
                subject: known ?? stated.subject, dimension: stated.quantity.unit.dimension, time: stated.time, scope: scope,
                names: known == nil ? stated.names + (stated.leads.count == 2 ? " " + stated.leads[0] : "") : "", basis: stated.basis)
            groups[key, default: []].append(stated)
        }
        return groups.values.flatMap { group in pair(group).map { [$0] } ?? [] } + places()
    }

    private func pair(_ group: [Stated]) -> Contradiction? {
        guard group.count >= 2 else { return nil }
        let first = group[0]
        let values = Set(group.compactMap(\.quantity.base))
        // A list of many values is a list of many things.
        guard values.count <= 2 else { return nil }
        guard let other = group.dropFirst().first(where: { ($0.paragraph, $0.sentence) != (first.paragraph, first.sentence) }) else { return nil }
        if let masked = group.first(where: \.quantity.isMasked), group.contains(where: { $0.paragraph != masked.paragraph }) {
            guard check.names(first) != nil || first.paragraph != other.paragraph else { return nil }
            return check.contradiction(
                "agree", Array(group.prefix(4)), zh: "“\(first.subject)”在\(group.count)处出现，遮住的数应当一致",
                en: "“\(first.subject)” stands in \(group.count) places; what is covered must agree",
                isOpen: true)
        }
        for member in group.dropFirst() where (member.paragraph, member.sentence) != (first.paragraph, first.sentence) {
            guard let one = first.quantity.span(tolerance: check.tolerance), let two = member.quantity.span(tolerance: check.tolerance),
                !one.meets(two)
            else { continue }
            return check.contradiction(
                "two-values", [first, member], zh: "“\(first.subject)”一处是\(check.words(first))，另一处是\(check.words(member))",
                en: "“\(first.subject)” is \(check.words(first)) in one place and \(check.words(member)) in another")
        }
        return nil
    }

    /// 三镇 and *镇: the same towns are meant, and one count is covered.
    private func places() -> [Contradiction] {
        let towns = check.stated.filter { !$0.isAside && $0.quantity.unit.symbol == "镇" }
        guard let shown = towns.first(where: { !$0.quantity.isMasked }), let covered = towns.first(where: \.quantity.isMasked) else { return [] }
        return [
            check.contradiction(
                "agree", [shown, covered], zh: "一处说\(check.words(shown))，另一处的镇数被遮住，应当一致",
                en: "One place says \(check.words(shown)); the covered count of towns must agree", isOpen: true)
        ]
    }
}
