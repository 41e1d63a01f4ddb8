import Registers
import Storage

/// Reads what was aimed at from the register `target`, if the park keeps one.
struct TargetRegister {
    static let name: Name = "target"
    private let register: Register
    private let columns: [Name]

    /// Nil where there is no such register, or it lacks what a target needs.
    init?(_ catalogue: Catalogue) {
        guard let register = catalogue.register(TargetRegister.name) else { return nil }
        self.register = register
        columns = ["subject", "direction", "measured", "low", "high", "low_adjusted", "high_adjusted", "scope"]
        let needed: [Name] = ["year", "indicator", "direction", "low"]
        guard needed.allSatisfy({ register.field($0) != nil }) else { return nil }
    }

    /// The target of the year that the period ends in, with what was reached.
    func target(_ indicator: Indicator, _ question: Question, _ calculation: Calculation) throws -> Target? {
        guard var target = try aim(indicator, question, isGrowth: nil, calculation) else { return nil }
        try target.reach(indicator, question, calculation)
        return target
    }

    /// What is aimed at, without a look at what was reached: of the level where there is one, else of the growth, or of the
    /// one that is asked for.
    func aim(_ indicator: Indicator, _ question: Question, isGrowth: Bool?, _ calculation: Calculation) throws -> Target? {
        guard let year = Day(question.period.year, 1, 1) else { return nil }
        let shown = columns.map { register.field($0) == nil ? SQL("NULL") : SQL("t.\(register.column(of: $0))") }
        var found: [Row] = []
        try calculation.reading.forEach(
            """
            SELECT \(shown, joined: ", ") FROM \(register.table.source(asOf: question.asOf)) AS t WHERE t.\(Register.voidColumn) = 0 \
            AND t.\(register.column(of: "year")) = \(year) AND t.\(register.column(of: "indicator")) = \(indicator.id.text) ORDER BY t.id
            """
        ) { row in
            if row.text(at: 7) ?? "park" == question.scope.text { found.append(row.kept()) }
        }
        if let isGrowth { found = found.filter { ($0.text(at: 2) == "growth") == isGrowth } }
        guard let row = found.first(where: { $0.text(at: 2) != "growth" }) ?? found.first,
            let direction = row.text(at: 1).flatMap({ Target.Direction(rawValue: $0) })
        else { return nil }
        return Target(
            subject: row.text(at: 0) ?? "", direction: direction, isGrowth: row.text(at: 2) == "growth", low: amount(row, 3, "low"),
            high: amount(row, 4, "high"), lowAdjusted: amount(row, 5, "low_adjusted"), highAdjusted: amount(row, 6, "high_adjusted"),
            reached: .nothing)
    }

    private func amount(_ row: Row, _ position: Int, _ field: Name) -> Amount? {
        guard let units = row.integer(at: position), let kind = register.field(field)?.kind else { return nil }
        return Amount(units: units, places: kind.places)
    }
}
