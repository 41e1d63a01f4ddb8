import Registers
import Storage

/// Which registers an answer is read from: a write to any other leaves it as it is.
struct RegistersRead {
    private let calculation: Calculation

    init(_ calculation: Calculation) { self.calculation = calculation }

    func of(_ indicator: Indicator, _ question: Question) throws -> Set<Name> {
        var registers: Set<Name> = []
        var seen: Set<Name> = []
        try add(indicator, question, &registers, &seen)
        return registers
    }

    private func add(_ indicator: Indicator, _ question: Question, _ registers: inout Set<Name>, _ seen: inout Set<Name>) throws {
        guard seen.insert(indicator.id).inserted else { return }
        switch indicator.definition {
        case .counted(let counted): try add(counted, question, &registers)
        case .members(let members):
            registers.insert(members.register)
            members.filter.map { registers.formUnion($0.registers) }
            try add(indicator.leaves, question, &registers, &seen)
        case .derived: try add(indicator.leaves, question, &registers, &seen)
        }
        if indicator.base == .published { registers.formUnion(calculation.figures.published?.registers ?? []) }
        if let comparable = indicator.comparable { try add(comparable, question, &registers) }
        guard let reporter = indicator.reporter, let roster = indicator.expected.flatMap({ calculation.catalogue.rosters[$0] }) else { return }
        registers.insert(roster.register)
        registers.formUnion(reporter.registers)
        roster.condition.map { registers.formUnion($0.registers) }
        if let target = calculation.catalogue.register(roster.register)?.field(roster.member)?.kind.target { registers.insert(target) }
    }

    private func add(_ leaves: [FigureTerm.Leaf], _ question: Question, _ registers: inout Set<Name>, _ seen: inout Set<Name>) throws {
        for leaf in leaves {
            var asked = question
            if case .scope(let scope) = leaf.comparison { asked.scope = scope }
            if case .share(let whole, _) = leaf.comparison { try add(try calculation.indicator(whole), asked, &registers, &seen) }
            if case .target = leaf.comparison { registers.insert(TargetRegister.name) }
            try add(try calculation.indicator(leaf.indicator), asked, &registers, &seen)
        }
    }

    private func add(_ counted: Counted, _ question: Question, _ registers: inout Set<Name>) throws {
        registers.insert(counted.register)
        for path in [counted.field, counted.time, counted.by].compactMap({ $0 }) + counted.series { registers.formUnion(path.registers) }
        counted.filter.map { registers.formUnion($0.registers) }
        try calculation.scope(question.scope, on: counted.register).map { registers.formUnion($0.registers) }
        if let by = question.by, let path = Grouping(calculation.catalogue, [:]).path(counted, to: by) { registers.formUnion(path.registers) }
    }
}

extension Indicator {
    /// The figures that an expression, or a `having`, names.
    var leaves: [FigureTerm.Leaf] {
        switch definition {
        case .counted: []
        case .members(let members): members.having.leaves
        case .derived: term.leaves
        }
    }
}

extension FieldPath {
    /// The registers whose records it is read from.
    var registers: Set<Name> { Set([register] + hops.map(\.target)) }
}
