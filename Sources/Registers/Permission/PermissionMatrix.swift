import Storage

/// Who may do what, made from the declarations that bind: for each role and register what its holder sees, writes and moves.
///
/// It asks `Permission` and adds no rule of its own, so what an auditor reads here is what the book does.
public struct PermissionMatrix: Sendable {
    /// How much of a register's records is meant.
    public enum Reach: String, Sendable, Hashable {
        case nothing, own, all
    }

    /// One role at one register.
    public struct Cell: Sendable {
        public let role: Role
        public let register: Register
        public let group: Group
        public let sees: Reach
        public let writes: Reach
        /// The steps of the workflow that it may take, and on which records.
        public let moves: [(move: Move, reach: Reach)]

        /// Whether it has nothing to do with the register.
        public var isClosed: Bool { sees == .nothing && writes == .nothing && moves.isEmpty }
    }

    private let catalogue: Catalogue

    public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// What a role may do at each register, in the order of the groups.
    public func cells(of role: Role) -> [Cell] {
        // Whoever holds a bounded role holds it for some record; which one makes no difference here.
        let own: [Name: Set<Int64>] = role.of.map { [$0: [0]] } ?? [:]
        let duties = Duties([role.id.text], own: own, of: catalogue)
        return catalogue.groups.flatMap { group in
            catalogue.registers.filter { $0.group == group.id }.map { register in
                let moves = register.moves.map { ($0, reach(duties.moved(register, by: $0))) }.filter { $0.1 != .nothing }
                return Cell(
                    role: role, register: register, group: group, sees: reach(duties.seen(register)), writes: reach(duties.written(register)),
                    moves: moves)
            }
        }
    }

    private func reach(_ extent: Extent) -> Reach {
        switch extent {
        case .nothing: .nothing
        case .own: .own
        case .all: .all
        }
    }
}
