import Indicators
import Registers
import Storage

/// What ties the numbers of a report together: how the book computes them, what claims found, and what fits in a sentence or table.
struct PrintedRelations {
    private let report: CompiledReport
    private let quantities: PrintedQuantities
    private var found: Set<Relation> = []
    /// In the order in which they were found.
    private(set) var all: [Relation] = []
    /// The exact values of what the book computes, as `Deduction` takes them.
    private(set) var values: [String: UInt64] = [:]

    /// - Parameter expand: the figures that an indicator of the book is computed from, for one whose operands were not frozen.
    init(_ report: CompiledReport, _ quantities: PrintedQuantities, expand: (String, Period) throws -> [Figure.Operand]) rethrows {
        self.report = report
        self.quantities = quantities
        try computed(expand)
        claims()
        aims()
        beside()
        for (name, quantity) in quantities.all where values[name] == nil { values[name] = quantity.value.flatMap(Deduction.remainder) }
    }

    private mutating func add(_ relation: Relation?) {
        guard let relation, found.insert(relation).inserted else { return }
        all.append(relation)
    }

    // MARK: as the book computes them

    private mutating func computed(_ expand: (String, Period) throws -> [Figure.Operand]) rethrows {
        var seen: Set<String> = []
        for mark in marks {
            guard let figure = mark.figure, seen.insert(PrintedQuantities.name(mark)).inserted else { continue }
            try tie(PrintedQuantities.name(mark), mark.expression, figure.value, figure.operands, figure.scope, expand, &seen)
        }
    }

    private mutating func tie(
        _ name: String, _ expression: String, _ value: FigureValue, _ operands: [Figure.Operand], _ scope: Name,
        _ expand: (String, Period) throws -> [Figure.Operand],
        _ seen: inout Set<String>
    ) rethrows {
        // What is aimed at isn't computed from what was reached, and another scope's number is another number.
        guard !expression.contains(".target."), !expression.contains(".scope(") else { return }
        let others = operands.map { (name: PrintedQuantities.name($0, scope), value: $0.value.amount) }
        for other in others + [(name, value.amount)] { values[other.name] = other.value.flatMap(Deduction.remainder) }
        add(Relation(name, others.map(\.name), as: .found((name, value.amount), others), .computed))
        for operand in operands where seen.insert(PrintedQuantities.name(operand, scope)).inserted {
            let inner = try expand(operand.name, operand.period)
            try tie(PrintedQuantities.name(operand, scope), operand.name, operand.value, inner, scope, expand, &seen)
        }
    }

    private var marks: [FigureMark] {
        report.blocks.flatMap { block -> [FigureMark] in
            switch block.kind {
            case .table(let rows): rows.flatMap { $0.flatMap { $0.compactMap(\.figure) } }
            case .chart(let chart): chart.rows.flatMap { $0.flatMap { $0.compactMap(\.figure) } }
            default: block.runs.compactMap(\.figure)
            }
        }
    }

    // MARK: as claims found them

    /// A count is the figure that the claim rests on; a share or a multiple comes of two.
    private mutating func claims() {
        for finding in report.claims {
            let evidence = finding.evidence.map { PrintedQuantities.name($0.indicator, $0.period) }
            for member in FindingMember.allCases {
                let name = "\(finding.id).\(member.rawValue)"
                guard let number = quantities.all.values.first(where: { $0.name.hasPrefix(name + "@") }) else { continue }
                switch member {
                case .count, .among:
                    for (at, one) in finding.evidence.enumerated() where number.value != nil && Amount(one.printed) == number.value {
                        add(Relation(number.name, [evidence[at]], .claim))
                    }
                case .share, .multiple: add(Relation(number.name, evidence.count <= 2 ? evidence : [], .claim))
                case .names, .rank, .years: break
                }
            }
        }
    }

    /// What is aimed at as a level and as a growth gives the number that it grows from.
    private mutating func aims() {
        for (name, _) in quantities.all where name.contains(".target.") && name.contains(", growth)") {
            guard let at = name.firstIndex(of: ".") else { continue }
            let indicator = name[..<at]
            let level = name.replacing(", growth)", with: ")")
            let period = name.split(separator: "@").dropFirst().first.map(String.init) ?? ""
            if quantities.all[level] != nil { add(Relation(level, [name, "\(indicator)@\(period)"], .computed)) }
        }
    }

    // MARK: as they fit

    /// Sums, shares and growths among the numbers of a sentence, a row or a column, and long numbers that are printed alike. What follows
    /// from the book's own ties is left out: said twice it would seem to tie more than it does.
    private mutating func beside() {
        let ties = all
        func numbers(_ names: [String]) -> [PrintedQuantities.Quantity] {
            var seen: Set<String> = []
            return names.filter { seen.insert($0).inserted }.compactMap { quantities.all[$0] }.filter { $0.value != nil }
        }
        let everything = quantities.all.values.filter { $0.value != nil }.sorted { $0.order < $1.order }
        var fitting = quantities.groups.flatMap { FittingNumbers.together(numbers($0)) }
        fitting += quantities.columns.flatMap { FittingNumbers.column(numbers($0), among: everything) } + FittingNumbers.alike(everything)
        for relation in fitting {
            let others = Set(relation.members.dropFirst())
            if Deduction(ties, known: others, values: values).determining(relation.members[0]) == nil { add(relation) }
        }
    }
}
