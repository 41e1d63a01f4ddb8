import Storage

/// What a step of the workflow asks for: the right state, the right post, filled fields, and another hand than before.
struct MoveRules {
    let register: Register
    let catalogue: Catalogue
    let permission: Permission

    init(_ register: Register, _ catalogue: Catalogue, _ permission: Permission) {
        self.register = register
        self.catalogue = catalogue
        self.permission = permission
    }

    /// Throws a refusal that says why the move can't be taken by a subject.
    func demand(_ move: Move, _ id: Int64, _ row: [Value], _ layout: RecordLayout, by subject: String, in reading: Reading) throws {
        guard register.moves.contains(move) else {
            throw Refused(zh: "“\(register.name.zh)”没有这个办理动作。", en: "“\(register.name.en)” has no such move.")
        }
        try demandTaker(move, id, row, layout)
        let state = layout.stateName(row)
        guard let state, move.from.contains(state) else {
            let here = state.flatMap { register.state($0)?.name } ?? Words(zh: "无状态", en: "without a state")
            let from = move.from.compactMap { register.state($0)?.name }
            throw Refused(
                zh: "这条记录现在“\(here.zh)”；“\(move.name.zh)”只能在“\(from.map(\.zh).joined(separator: "”或“"))”时办理。",
                en: "The record is “\(here.en)”; “\(move.name.en)” can only be taken from “\(from.map(\.en).joined(separator: "” or “"))”.")
        }
        guard let name = move.otherThan, let other = register.moves.first(where: { $0.id == name }) else { return }
        if try taker(of: other, id, in: reading) == subject {
            throw Refused(
                zh: "“\(other.name.zh)”是你办理的，“\(move.name.zh)”要由别人办理。",
                en: "You took “\(other.name.en)”, so somebody else has to take “\(move.name.en)”.")
        }
    }

    /// Throws where the step belongs to other posts, or to the same post of another office, grid or enterprise.
    private func demandTaker(_ move: Move, _ id: Int64, _ row: [Value], _ layout: RecordLayout) throws(Refused) {
        if permission.takes(move, id, row, layout) { return }
        guard permission.sees(id, row, layout) else { throw Permission.missing(register) }
        let names = move.by.compactMap { id in catalogue.roles.first { $0.id == id }?.name }
        guard !names.isEmpty else {
            throw Refused(
                zh: "“\(move.name.zh)”还没有写由谁办理。", en: "It isn't declared who takes “\(move.name.en)”.")
        }
        let roles = permission.subject.roles
        let isOwnPost = move.by.contains { roles.contains($0.text) }
        throw Refused(
            zh: "“\(move.name.zh)”由\(isOwnPost ? "这条记录所属部门、片区或企业的" : "")\(names.map(\.zh).joined(separator: "、"))办理。",
            en:
                "“\(move.name.en)” is for \(names.map(\.en).joined(separator: ", "))\(isOwnPost ? " of the office, grid or enterprise that the record belongs to" : "")."
        )
    }

    /// Throws where inputs go beyond what a step asks for.
    static func demandNeeded(_ inputs: [Name: Input], _ move: Move, _ register: Register) throws {
        let beyond = inputs.filter { !$0.value.isEmpty && !move.needs.contains($0.key) }.keys.sorted { $0.text < $1.text }
        guard !beyond.isEmpty else { return }
        throw Invalid(
            beyond.map { name in
                Invalid.Item(
                    field: name, label: register.field(name)?.name,
                    fault: Fault(zh: "办理“\(move.name.zh)”不能改这一栏。", en: "“\(move.name.en)” doesn't change this field."))
            })
    }

    /// Asks for the fields that must be filled by then.
    static func needs(_ move: Move, _ draft: inout RecordDraft) {
        for name in move.needs {
            guard let index = draft.layout.index(of: name), !draft.failed.contains(index),
                draft.row[draft.layout.slots[index].position].isNull
            else { continue }
            draft.fail(index, Fault(zh: "办理“\(move.name.zh)”前必须填写。", en: "It must be filled before “\(move.name.en)”."))
        }
    }

    /// Who last took a move on a record: the subject of the change in which the state went that way.
    private func taker(of move: Move, _ id: Int64, in reading: Reading) throws -> String? {
        let table = register.table
        let state = Register.stateColumn
        var last: (change: Int64, from: String?)?
        var found: Int64?
        try reading.forEach(
            """
            SELECT since, \(state) FROM \(table.past) WHERE id = \(id) UNION ALL SELECT since, \(state) FROM \(table.current) WHERE id = \(id) ORDER BY 1
            """
        ) { row in
            let (since, now) = (row.integer(at: 0) ?? 0, row.text(at: 1))
            if let before = last?.from, let now, now == move.to.text, before != now || move.from.contains(move.to),
                move.from.contains(where: { $0.text == before })
            {
                found = since
            }
            last = (since, now)
        }
        return try found.flatMap { try reading.change(number: $0)?.subject }
    }
}
