public import Registers
public import Storage

/// Figures record by record of a register: enterprise by enterprise, product by product.
extension Figures {
    /// The value of an expression for each record of a register, the largest first. The way to the register is the measure's
    /// `by` or its one reference. Members without any record are left out, unless `filter` is given: then every record of the
    /// register that meets it is a member.
    ///
    /// A condition gives a truth for each, or nothing where it can't be decided; fields of the register's records may stand
    /// in it: `product_output.growth > 0`, `company is not empty and first_income is not empty`.
    public func breakdown(
        _ formula: Formula, by register: Name, where filter: Formula? = nil, _ period: Period, scope: Name = "park", asOf: Int64? = nil,
        in reading: Reading
    ) throws -> [Member] {
        let members = try MeasureReader.register(register.text, book.catalogue, formula.place)
        let condition: Term? = if let filter { try TermReading(book.catalogue, register: members).condition(filter) } else { nil }
        let term = try read(formula, over: register).term
        let calculation = Calculation(self, reading)
        let question = Question(period: period, scope: scope, asOf: asOf, by: register)
        if filter == nil, case .leaf(let leaf) = term, leaf.comparison == .value {
            return try Naming(calculation).members(
                try calculation.answer(try calculation.indicator(leaf.indicator), question), of: register, question)
        }
        let everybody = filter != nil || term.leaves.isEmpty
        let asked =
            try everybody
            ? MemberCount.records(of: members, where: condition, question, calculation) : calculation.members(of: term, question)
        let own = try OwnRecords(term, of: members, question, calculation)
        var answer: Answer = [:]
        let asking = Array(asked)
        for (member, result) in zip(asking, try Reckoner(calculation, question, members: asking, own: own).reckon(term)) {
            answer[member] = Tally(value: result.value, rows: result.rows, status: result.status)
        }
        return try Naming(calculation).members(answer, of: register, question)
    }

    /// The value of an indicator for each record of a register.
    public func breakdown(
        _ id: Name, by register: Name, _ period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading
    ) throws -> [Member] {
        try breakdown(Formula(.path([id.text]), Calculation.asked), by: register, period, scope: scope, asOf: asOf, in: reading)
    }

    /// The place of a member among all, 1 for the largest; those of the same value share a place. Nil where it has no number.
    public func rank(
        of member: Int64, _ id: Name, by register: Name, _ period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading
    ) throws -> (place: Int, among: Int)? {
        let amounts = try breakdown(id, by: register, period, scope: scope, asOf: asOf, in: reading).filter { $0.id != 0 && $0.value.amount != nil }
        guard let own = amounts.first(where: { $0.id == member })?.value.amount else { return nil }
        return (amounts.count { $0.value.amount.map { $0 > own } ?? false } + 1, amounts.count)
    }
}
