import Storage

/// Says in words what happened between two versions of a record.
struct VersionSentences {
    let register: Register

    /// A sentence for each thing that differs; `before` is nil for the first version.
    func sentences(_ changes: [FieldChange], from before: Record?, to after: Record) -> [Words] {
        guard let before else {
            guard let state = after.state.flatMap({ register.state($0)?.name }) else { return [Words(zh: "登记。", en: "Entered.")] }
            return [Words(zh: "登记，状态为“\(state.zh)”。", en: "Entered as “\(state.en)”.")]
        }
        return changes.map { change in
            if change.field == Register.voidColumn {
                return change.after == 0 ? Words(zh: "撤销作废。", en: "The voiding was undone.") : Words(zh: "作废。", en: "Voided.")
            }
            if change.field == Register.stateColumn { return moved(before.state, after.state) }
            guard let field = register.field(change.field) else { return Words(zh: "", en: "") }
            return Words(zh: chinese(field, before, after), en: english(field, before, after))
        }
    }

    private func chinese(_ field: Field, _ before: Record, _ after: Record) -> String {
        let (old, new) = (shown(field, before, .zh), shown(field, after, .zh))
        if old.isEmpty { return "“\(field.name.zh)”填为 \(new)。" }
        if new.isEmpty { return "清空“\(field.name.zh)”（原为 \(old)）。" }
        return "“\(field.name.zh)”由 \(old) 改为 \(new)。"
    }

    private func english(_ field: Field, _ before: Record, _ after: Record) -> String {
        let (old, new) = (shown(field, before, .en), shown(field, after, .en))
        if old.isEmpty { return "“\(field.name.en)” was filled with \(new)." }
        if new.isEmpty { return "“\(field.name.en)” was cleared (it was \(old))." }
        return "“\(field.name.en)” changed from \(old) to \(new)."
    }

    private func shown(_ field: Field, _ record: Record, _ language: Language) -> String {
        let text = record.text(field, language)
        guard !text.isEmpty else { return "" }
        let cut = text.count > 80 ? String(text.prefix(80)) + "…" : text
        return cut + (field.kind.unit ?? "")
    }

    /// By the move that leads from the one state to the other, where there is just one.
    private func moved(_ before: Name?, _ after: Name?) -> Words {
        let from = before.flatMap { register.state($0)?.name }
        let to = after.flatMap { register.state($0)?.name }
        let ways = register.moves.filter { move in before.map { move.from.contains($0) } ?? false && move.to == after }
        let states = Words(
            zh: "由“\(from?.zh ?? "无状态")”到“\(to?.zh ?? "无状态")”。", en: "from “\(from?.en ?? "no state")” to “\(to?.en ?? "no state")”.")
        guard ways.count == 1 else { return Words(zh: "状态" + states.zh, en: "State " + states.en) }
        return Words(zh: "\(ways[0].name.zh)：\(states.zh)", en: "\(ways[0].name.en): \(states.en)")
    }
}
