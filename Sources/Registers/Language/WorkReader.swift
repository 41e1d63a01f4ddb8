import Storage

/// Reads `work: { due: promised, met: answered, whose: [first_asked, office], paused: [suspended] }`.
enum WorkReader {
    static func read(
        _ entry: Entry?, _ names: RegisterReader.Names, _ fields: [Field], _ states: [State], _ diagnostics: inout Diagnostics
    ) -> Work? {
        guard let entry else { return nil }
        entry.allow(["due", "met", "whose", "paused"], &diagnostics)
        var work = Work()
        work.due = day(entry["due"], names, fields, &diagnostics)
        work.met = day(entry["met"], names, fields, &diagnostics)
        work.whose =
            entry["whose"]?.members(&diagnostics).compactMap { member in
                names.one(member, &diagnostics).flatMap { named($0, fields, member, &diagnostics) }
            } ?? []
        work.paused = Set(
            entry["paused"]?.members(&diagnostics).compactMap { member in
                guard let text = member.text(&diagnostics) else { return nil }
                if let state = states.first(where: { $0.id.text == text }) { return state.id }
                diagnostics.add(
                    member.place, "unknown-state", zh: "没有状态“\(text)”。", en: "There is no state “\(text)”.",
                    suggestion: Suggestion.nearest(to: text, among: states.map(\.id.text)))
                return nil
            } ?? [])
        if states.isEmpty, work.met == nil {
            diagnostics.add(
                entry.place, "work", zh: "没有状态的台账要用 met 写明填了哪一栏就算办完。",
                en: "A register without states says by `met` which field, once filled, shows that it is done.")
        }
        return work
    }

    /// A limit is a day: a month or a year doesn't say on which day somebody is late.
    private static func day(_ entry: Entry?, _ names: RegisterReader.Names, _ fields: [Field], _ diagnostics: inout Diagnostics) -> Name? {
        guard let entry, let name = names.one(entry, &diagnostics) else { return nil }
        guard let field = fields.first(where: { $0.id == name }), field.kind is DayField || field.kind is MomentField else {
            diagnostics.add(entry.place, "work", zh: "时限要写一个日期或时刻字段。", en: "A limit is a field of kind day or moment.")
            return nil
        }
        return name
    }

    /// Whose something is stands in a post, a reference, a choice or a text; nothing personal, since lists of what is late name it.
    private static func named(_ name: Name, _ fields: [Field], _ entry: Entry, _ diagnostics: inout Diagnostics) -> Name? {
        guard let field = fields.first(where: { $0.id == name }),
            field.kind is PersonField || field.kind is ReferenceField || field.kind is ChoiceField || field.kind is TextField, !field.isPersonal
        else {
            diagnostics.add(
                entry.place, "work", zh: "whose 要写岗位、关联、选项或文字字段，且不能是个人信息。",
                en: "`whose` names fields of kind person, reference, choice or text, and nothing personal.")
            return nil
        }
        return name
    }
}
