public import Storage

/// What somebody may see and do: the one source that lists, pages, exports, history, search and the rows of figures all take.
///
/// It renders to SQL for many records and tests one; both come from the same rule, so they can't disagree.
public struct Permission: Sendable {
    /// How much a person has of the book.
    public enum Reach: Sendable, Hashable {
        /// Everything, for the machine's own console.
        case everything
        /// Everything, but nothing may be written.
        case reading
        /// What an account's roles allow.
        case duties(Duties)
        /// Nothing.
        case nothing
    }

    public let subject: Subject
    public let reach: Reach

    public init(_ subject: Subject, reach: Reach) {
        self.subject = subject
        self.reach = reach
    }

    /// The machine's own console.
    public static let console = Permission(.console, reach: .everything)
    /// A reader on the machine itself, as pages are until there are accounts.
    public static let reader = Permission(Subject(name: "reader"), reach: .reading)

    /// Somebody with an account.
    public init(_ account: String, _ duties: Duties) {
        self.init(Subject(name: account, roles: Set(duties.roles.map(\.id.text))), reach: .duties(duties))
    }

    /// Which of the three officers it is; nil for everybody else.
    public var office: Role.Officer? {
        guard case .duties(let duties) = reach else { return nil }
        return duties.roles.lazy.compactMap(\.officer).first
    }

    /// Whether the park's figures, reports and checks are for it: somebody of the committee, or the machine itself.
    public var isOfCommittee: Bool {
        switch reach {
        case .everything, .reading: true
        case .duties(let duties): duties.roles.contains(where: \.isOfCommittee)
        case .nothing: false
        }
    }

    // MARK: seeing

    /// Whether records of the register may be seen at all. The machine's own console and pages see every register, whoever
    /// its `readers` are; those bind who comes with an account and its roles.
    public func sees(_ register: Register) -> Bool { seen(register) != .nothing }

    /// Whether a field may be seen. A personal one that doesn't name its readers is seen by the register's writers.
    public func sees(_ field: Field) -> Bool {
        switch reach {
        case .everything: true
        case .reading: !field.isPersonal
        case .duties(let duties): duties.sees(field)
        case .nothing: false
        }
    }

    /// The rows of the register that may be seen, as a condition on its table under `alias`.
    public func condition(_ register: Register, alias: Name) -> SQL { seen(register).condition(alias: alias) }

    /// Whether a record may be seen, as it lies in `row`.
    func sees(_ id: Int64, _ row: [Value], _ layout: RecordLayout) -> Bool { seen(layout.register).admits(id, row, layout) }

    private func seen(_ register: Register) -> Extent {
        switch reach {
        case .everything, .reading: .all
        case .duties(let duties): duties.seen(register)
        case .nothing: .nothing
        }
    }

    // MARK: writing

    /// Whether any records of the register may be written.
    public func writes(_ register: Register) -> Bool { written(register) != .nothing }

    /// Whether a record may be written, as it lies in `row`; `id` is nil for one that is only being added.
    func writes(_ id: Int64?, _ row: [Value], _ layout: RecordLayout) -> Bool { written(layout.register).admits(id, row, layout) }

    /// Whether a step may be taken on a record, as it lies in `row`.
    func takes(_ move: Move, _ id: Int64, _ row: [Value], _ layout: RecordLayout) -> Bool {
        moved(layout.register, by: move).admits(id, row, layout)
    }

    /// The records on which a step may be taken, as a condition on the register's table under `alias`; nil where there are none.
    func moving(_ register: Register, by move: Move, alias: Name) -> SQL? { given(moved(register, by: move), alias) }

    /// The records that may be written, likewise.
    func writing(_ register: Register, alias: Name) -> SQL? { given(written(register), alias) }

    /// The records of a register that somebody answers for: the own office, grid or enterprise.
    func answers(for register: Name) -> Set<Int64> {
        guard case .duties(let duties) = reach, duties.roles.contains(where: { $0.of == register }) else { return [] }
        return duties.own[register] ?? []
    }

    private func given(_ extent: Extent, _ alias: Name) -> SQL? { extent == .nothing ? nil : extent.condition(alias: alias) }

    private func moved(_ register: Register, by move: Move) -> Extent {
        switch reach {
        // The machine's own console holds no role and may take any step.
        case .everything:
            subject.roles.isEmpty || move.by.isEmpty || move.by.contains { subject.roles.contains($0.text) } ? .all : .nothing
        case .duties(let duties): duties.moved(register, by: move)
        case .reading, .nothing: .nothing
        }
    }

    private func written(_ register: Register) -> Extent {
        switch reach {
        case .everything: .all
        case .duties(let duties): duties.written(register)
        case .reading, .nothing: .nothing
        }
    }

    // MARK: refusing

    /// Throws a refusal that says who may, where this may not write.
    public func demandWriting(_ register: Register) throws(Refused) {
        guard !writes(register) else { return }
        let who = writers(register)
        throw Refused(
            zh: "“\(subject.name)”不能修改“\(register.name.zh)”，请由\(who.zh)办理。",
            en: "“\(subject.name)” may not change “\(register.name.en)”; it is kept by \(who.en).")
    }

    /// Throws where a record isn't among those that may be written, as it lies or, where it is `becoming` that, as it would lie.
    /// Whether it is there at all isn't given away to who can't see it.
    func demandWriting(_ id: Int64?, _ row: [Value], _ layout: RecordLayout, becoming: Bool = false) throws(Refused) {
        try demandWriting(layout.register)
        if writes(id, row, layout) { return }
        let register = layout.register
        if let id, !becoming, !sees(id, row, layout) { throw Permission.missing(register) }
        throw Refused(
            zh: "“\(subject.name)”只能登记和修改“\(register.name.zh)”里属于自己部门、片区或企业的记录。",
            en: "In “\(register.name.en)”, “\(subject.name)” may only enter and change the records of the own office, grid or enterprise.")
    }

    /// Throws where an input names a field that isn't to be seen: who can't read it can't overwrite it either.
    func demandFields(_ inputs: [Name: Input], _ register: Register) throws {
        let hidden = inputs.keys.compactMap { register.field($0) }.filter { !sees($0) }
        guard !hidden.isEmpty else { return }
        throw Invalid(
            hidden.map {
                Invalid.Item(
                    field: $0.id, label: $0.name, fault: Fault(zh: "你看不到这一栏，也不能改它。", en: "You can't see this field, so you can't change it."))
            })
    }

    /// There is no such record, as far as this may know.
    static func missing(_ register: Register) -> Refused {
        Refused(zh: "“\(register.name.zh)”里没有这条记录。", en: "There is no such record in “\(register.name.en)”.")
    }

    private func writers(_ register: Register) -> Words {
        if case .duties(let duties) = reach { return duties.words(register.writers) }
        return Words(zh: "有权限的岗位", en: "posts that may")
    }
}
