public import Storage

extension Records {
    /// Adds a record; answers its number. Fields that are not given get their default, codes that the book numbers their number.
    @discardableResult
    public func add(_ inputs: [Name: Input], to register: Register, state: Name? = nil, in writing: Writing) throws -> Int64 {
        try permission.demandWriting(register)
        try permission.demandFields(inputs, register)
        let layout = RecordLayout(register)
        var draft = RecordDraft(layout, row: layout.blank)
        var given = inputs
        for slot in layout.slots where given[slot.field.id] == nil && !slot.field.initial.isEmpty && !slot.field.isRetired {
            given[slot.field.id] = slot.field.initial
        }
        var directory = try directory(layout, given, in: writing)
        draft.read(given, directory)
        draft.row[layout.state] = try Records.beginning(register, state).map { .text($0.text) } ?? .null
        var numbering = Numbering()
        try numbering.fill(&draft, day: writing.change.day, in: writing)
        try finish(&draft, &directory, id: nil, in: writing)
        try permission.demandWriting(nil, draft.row, layout)
        let id = try writing.add(draft.row, to: layout.table)
        try balances.check(layout, [draft.row], in: writing)
        Records.move(counters: layout, [draft.row], in: writing)
        return id
    }

    /// Changes the given fields; `.empty` clears one. Answers whether anything differed. A record that is finished, and
    /// has a move by which it can be opened again, is refused: it is opened first, so that the reason is on record.
    @discardableResult
    public func edit(_ id: Int64, _ inputs: [Name: Input], of register: Register, in writing: Writing) throws -> Bool {
        try permission.demandWriting(register)
        try permission.demandFields(inputs, register)
        let layout = RecordLayout(register)
        let before = try present(id, layout, in: writing)
        try permission.demandWriting(id, before, layout)
        try Records.demandOpen(before, layout)
        return try change(id, before, inputs, layout, state: nil, in: writing)
    }

    /// Voids a record, so that it counts in nothing and its key is free again. Refused while others refer to it.
    public func void(_ id: Int64, of register: Register, in writing: Writing) throws {
        try permission.demandWriting(register)
        let layout = RecordLayout(register)
        let before = try present(id, layout, in: writing)
        try permission.demandWriting(id, before, layout)
        let referrers = try Referrers(book.catalogue, permission).of(id, register, in: writing)
        if !referrers.isEmpty { throw Records.referred(before[layout.title].text ?? "", referrers) }
        try writing.replace(id, with: [Register.voidColumn: .integer(id)], in: layout.table)
        try balances.check(layout, [before], in: writing)
        Records.move(counters: layout, [before], in: writing)
    }

    /// Takes a step of the workflow, with the fields that come with it. Refused where the record stands elsewhere, where
    /// the move belongs to other posts, or where its taker took the move that somebody else has to have taken.
    ///
    /// Who doesn't write the register may take a step that is his all the same, and fill what the step asks for and no more.
    public func move(_ id: Int64, by move: Move, _ inputs: [Name: Input] = [:], of register: Register, in writing: Writing) throws {
        let layout = RecordLayout(register)
        let before = try present(id, layout, in: writing)
        try MoveRules(register, book.catalogue, permission).demand(move, id, before, layout, by: writing.intent.subject, in: writing)
        let isWriter = permission.writes(id, before, layout)
        if isWriter { try permission.demandFields(inputs, register) } else { try MoveRules.demandNeeded(inputs, move, register) }
        try change(id, before, inputs, layout, state: move, in: writing)
    }

    // MARK: the steps

    private var balances: Balances { Balances(catalogue: book.catalogue, permission: permission) }

    @discardableResult
    func change(_ id: Int64, _ before: [Value], _ inputs: [Name: Input], _ layout: RecordLayout, state move: Move?, in writing: Writing)
        throws -> Bool
    {
        var draft = RecordDraft(layout, row: before)
        var directory = try directory(layout, inputs, in: writing)
        draft.read(inputs, directory)
        if let move {
            draft.row[layout.state] = .text(move.to.text)
            MoveRules.needs(move, &draft)
        }
        try finish(&draft, &directory, id: id, in: writing)
        if move == nil { try permission.demandWriting(id, draft.row, layout, becoming: true) }
        guard !RecordDraft.changes(layout, from: before, to: draft.row).isEmpty else { return false }
        var differing: [Name: Value] = [:]
        for (index, column) in layout.table.columns.enumerated() where draft.row[index] != before[index] { differing[column.name] = draft.row[index] }
        try writing.replace(id, with: differing, in: layout.table)
        try balances.check(layout, [before, draft.row], in: writing)
        Records.move(counters: layout, [before, draft.row], in: writing)
        return true
    }

    /// Completes, names and checks a draft; throws everything that is wrong with it.
    private func finish(_ draft: inout RecordDraft, _ directory: inout ReferenceDirectory, id: Int64?, in writing: Writing) throws {
        let rules = RecordRules(draft.layout)
        rules.complete(&draft.row, failed: draft.failed, number: nil, faults: &draft.faults)
        for (target, id) in rules.titleReferences(draft.row) { try directory.load([id], of: target, in: writing) }
        var pinyin = Pinyin()
        rules.name(&draft.row, directory, &pinyin)
        try UniqueCheck.check(&draft, id: id, permission, in: writing)
        if !draft.faults.isEmpty { throw Invalid(draft.faults) }
    }

    /// What the given references may mean.
    private func directory(_ layout: RecordLayout, _ inputs: [Name: Input], in reading: Reading) throws -> ReferenceDirectory {
        var directory = ReferenceDirectory()
        for (name, input) in inputs where !input.isEmpty {
            guard let target = layout.slot(name)?.field.kind.target else { continue }
            try directory.load(Narrow.trimmed(input.shown), of: target, in: reading)
        }
        return directory
    }

    /// The row as it stands; refused where there is none, or it was voided.
    func present(_ id: Int64, _ layout: RecordLayout, in reading: Reading) throws -> [Value] {
        let register = layout.register
        guard let found = try RecordSelect.row(id, layout, in: reading) else {
            throw Refused(zh: "“\(register.name.zh)”里没有这条记录。", en: "There is no such record in “\(register.name.en)”.")
        }
        guard found.row[layout.void] == 0 else {
            throw Refused(zh: "这条记录已作废，不能再改；需要时请撤销作废。", en: "This record was voided and can't be changed; undo the voiding first.")
        }
        return found.row
    }

    static func beginning(_ register: Register, _ state: Name?) throws -> Name? {
        guard let state else { return register.states.first?.id }
        guard register.state(state) != nil else {
            let names = register.states.map(\.name.zh).joined(separator: "、")
            throw Refused(
                zh: "“\(register.name.zh)”没有状态“\(state.text)”，有：\(names)。", en: "“\(register.name.en)” has no state “\(state.text)”.")
        }
        return state
    }

    /// Refuses to change a record that is finished and can be opened again by a move.
    static func demandOpen(_ row: [Value], _ layout: RecordLayout) throws(Refused) {
        guard isClosed(row, layout), let name = layout.stateName(row), let state = layout.register.state(name) else { return }
        let ways = layout.register.moves.filter { $0.from.contains(name) }
        throw Refused(
            zh: "这条记录“\(state.name.zh)”，不能直接修改；请先办理“\(ways.map(\.name.zh).joined(separator: "”或“"))”。",
            en: "This record is “\(state.name.en)” and can't be edited; first take “\(ways.map(\.name.en).joined(separator: "” or “"))”.")
    }

    /// Whether a record is finished, and some step leads out of there.
    static func isClosed(_ row: [Value], _ layout: RecordLayout) -> Bool {
        guard let name = layout.stateName(row), let state = layout.register.state(name), state.stage == .done else { return false }
        return layout.register.moves.contains { $0.from.contains(name) }
    }

    static func referred(_ title: String, _ referrers: [Referrers.Group]) -> Refused {
        Refused(
            zh: "“\(title)”还被引用，不能作废：\(referrers.map { $0.words.zh }.joined(separator: "；"))。请先改掉这些引用。",
            en: "“\(title)” is still referred to and can't be voided: \(referrers.map { $0.words.en }.joined(separator: "; ")). Change those first.")
    }

    /// Moves the counters of the years that the rows belong to, so that no remembered figure outlives them.
    static func move(counters layout: RecordLayout, _ rows: [[Value]], in writing: Writing) {
        var years: Set<Int> = []
        for row in rows { years.formUnion(layout.years(row)) }
        move(counters: layout.register.id, years, in: writing)
    }

    static func move(counters register: Name, _ years: Set<Int>, in writing: Writing) {
        if years.isEmpty { writing.move(counter: register, year: 0) }
        for year in years.sorted() { writing.move(counter: register, year: year) }
    }
}
