import Storage

/// Which records of a register somebody may see, write or move. It renders to SQL for many and tests one; both go by the
/// same columns, so they can't disagree.
enum Extent: Sendable, Hashable {
    case nothing
    case all
    /// Those that one of the ties leads to.
    case own([Tie])

    /// A column that holds the number of an own record.
    struct Tie: Sendable, Hashable {
        let column: Name
        let records: Set<Int64>
    }

    /// A record's own number, in place of a reference.
    static let number: Name = "id"

    /// What is in another extent too. Of two that are bounded, the ties that they share: never more than what is in both.
    func narrowed(by other: Extent) -> Extent {
        switch (self, other) {
        case (.nothing, _), (_, .nothing): return .nothing
        case (.all, _): return other
        case (_, .all): return self
        case (.own(let ties), .own(let others)):
            let shared = ties.filter(others.contains)
            return shared.isEmpty ? .nothing : .own(shared)
        }
    }

    /// A condition on the register's table under `alias`.
    func condition(alias: Name) -> SQL {
        switch self {
        case .nothing: "0 = 1"
        case .all: "1 = 1"
        case .own(let ties):
            "(\(ties.map { tie in SQL("\(alias).\(tie.column) IN (\(tie.records.sorted().map { SQL("\($0)") }, joined: ", "))") }, joined: " OR "))"
        }
    }

    /// Whether a row is among them; `id` is nil for one that is only being added.
    func admits(_ id: Int64?, _ row: [Value], _ layout: RecordLayout) -> Bool {
        switch self {
        case .nothing: false
        case .all: true
        case .own(let ties):
            ties.contains { tie in
                let number = tie.column == Extent.number ? id : layout.table.position(of: tie.column).flatMap { row[$0].integer }
                return number.map(tie.records.contains) ?? false
            }
        }
    }
}
