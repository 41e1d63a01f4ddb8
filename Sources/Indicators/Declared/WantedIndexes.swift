public import Registers
public import Storage

extension IndicatorCatalogue {
    /// The indexes that would let the figures of a register be counted without touching its rows, by register: the time, what
    /// tells the series apart, then every column that its figures read. For the schema planner to add where it pays.
    public func indexes(_ catalogue: Catalogue) -> [Name: [[Name]]] {
        var wanted: [Name: [[Name]: [Name]]] = [:]
        for indicator in indicators {
            guard case .counted(let counted) = indicator.definition else { continue }
            for counted in [counted, indicator.comparable].compactMap({ $0 }) {
                guard let register = catalogue.register(counted.register), let time = counted.time, time.hops.isEmpty else { continue }
                let series = counted.series.filter(\.hops.isEmpty).map(\.field)
                let head = [time.field] + series.filter { $0 != time.field }
                var read = [counted.field, counted.by].compactMap { $0 } + (counted.filter?.fields ?? [])
                if case .byField(let field) = indicator.standing {
                    read.append(.init(register: register.id, hops: [], field: register.column(of: field), type: .text, places: 0))
                }
                let own = read.map { $0.hops.first?.field ?? $0.field }
                let system = [Register.voidColumn] + (register.states.isEmpty ? [] : [Register.stateColumn])
                wanted[register.id, default: [:]][head, default: []] += own + system
            }
        }
        return wanted.mapValues { heads in
            heads.map { head, read in
                var columns = head
                for column in read where !columns.contains(column) { columns.append(column) }
                return columns
            }
            .sorted { $0.map(\.text).lexicographicallyPrecedes($1.map(\.text)) }
        }
    }
}

extension Term {
    /// Every field that it reads.
    var fields: [FieldPath] {
        switch self {
        case .field(let path): return [path]
        case .valid(let from, let to, _): return [from] + (to.map { [$0] } ?? [])
        case .not(let inner), .negative(let inner), .empty(let inner, _): return inner.fields
        case .pair(_, let left, let right, _): return left.fields + right.fields
        case .among(let inner, let list, _): return inner.fields + list.flatMap(\.fields)
        case .call(_, let arguments): return arguments.flatMap(\.fields)
        case .number, .text, .truth, .day, .option, .edge: return []
        }
    }

    /// The registers whose records it is read from.
    var registers: Set<Name> { fields.reduce([]) { $0.union($1.registers) } }
}
