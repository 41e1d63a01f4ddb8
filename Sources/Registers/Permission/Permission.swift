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

    /// Whether records of the register may be seen at all. The machine's own console and pages see every register, whoever
    /// its `readers` are; those bind who comes with an account and its roles.
    public func sees(_ register: Register) -> Bool { reach != .nothing }

    /// Whether a field may be seen; personal fields need the console until there are roles.
    public func sees(_ field: Field) -> Bool {
        switch reach {
        case .everything: true
        case .reading: !field.isPersonal
        case .nothing: false
        }
    }

    /// Whether records of the register may be written.
    public func writes(_ register: Register) -> Bool { reach == .everything }

    /// The rows of the register that may be seen, as a condition on its table under `alias`.
    public func condition(_ register: Register, alias: Name) -> SQL { reach == .nothing ? "0 = 1" : "1 = 1" }

    /// Throws a refusal that says who may, where this may not write.
    public func demandWriting(_ register: Register) throws(Refused) {
        guard !writes(register) else { return }
        throw Refused(
            zh: "“\(subject.name)”不能修改“\(register.name.zh)”，请由有权限的岗位办理。",
            en: "“\(subject.name)” may not change “\(register.name.en)”; ask somebody whose post allows it.")
    }
}
