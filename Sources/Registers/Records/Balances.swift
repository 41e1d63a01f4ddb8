import Storage

/// Holds every declared balance at or above zero: asked after each write of either side, inside its transaction.
///
/// Void records count on neither side. A balance that was below zero before it was declared refuses the next write that
/// leaves it there.
struct Balances: Sendable {
    let catalogue: Catalogue
    let permission: Permission

    /// Throws `Invalid` where the rows that were written leave something overdrawn.
    func check(_ layout: RecordLayout, _ rows: [[Value]], in reading: Reading) throws {
        for balance in catalogue.registers.compactMap(\.balance) {
            for side in [balance.income, balance.outgo] where side.register == layout.register.id {
                guard let slot = layout.slot(side.reference) else { continue }
                let owners = Set(rows.compactMap { $0[slot.position].integer })
                for owner in owners.sorted() { try check(balance, of: owner, writing: side, layout, in: reading) }
            }
        }
    }

    private func check(_ balance: Balance, of owner: Int64, writing side: Balance.Side, _ layout: RecordLayout, in reading: Reading) throws {
        let field = layout.slot(side.amount)?.field
        do {
            let income = try sum(balance.income, owner, in: reading)
            let outgo = try sum(balance.outgo, owner, in: reading).multiplied(by: balance.factor)
            let rest = try income.subtracting(outgo)
            guard rest.isNegative else { return }
            let fault = try fault(balance, owner, income, outgo, rest.magnitude, in: reading)
            throw Invalid([Invalid.Item(field: field?.id, label: field?.name, fault: fault)])
        } catch is AmountError {
            throw Invalid([
                Invalid.Item(field: field?.id, label: field?.name, fault: Fault(zh: "合计太大，算不出结余。", en: "The sums are too large to strike a balance."))
            ])
        }
    }

    private func sum(_ side: Balance.Side, _ owner: Int64, in reading: Reading) throws -> Amount {
        guard let register = catalogue.register(side.register), let amount = register.field(side.amount) else { return .zero }
        var conditions: [SQL] = [
            "\(Register.voidColumn) = 0", "\(register.column(of: side.reference)) = \(owner)", "\(amount.column) IS NOT NULL",
        ]
        let voids = register.states.filter { $0.stage == .void }.map { SQL("\($0.id.text)") }
        if !voids.isEmpty { conditions.append("(\(Register.stateColumn) IS NULL OR \(Register.stateColumn) NOT IN (\(voids, joined: ", ")))") }
        var total = Amount.zero
        try reading.forEach("SELECT \(amount.column) FROM \(register.table.current) WHERE \(conditions, joined: " AND ")") { row in
            total = try total.adding(Amount(units: row.integer(at: 0) ?? 0, places: amount.kind.places))
        }
        return total
    }

    /// With the sums, for those who may see both sides.
    private func fault(_ balance: Balance, _ owner: Int64, _ income: Amount, _ outgo: Amount, _ over: Amount, in reading: Reading) throws -> Fault {
        guard let into = catalogue.register(balance.income.register), let out = catalogue.register(balance.outgo.register),
            let register = catalogue.register(balance.owner), let field = into.field(balance.income.amount),
            [into, out, register].allSatisfy({ permission.sees($0) })
        else { return Fault(zh: "超过了可用的结余，请核对。", en: "It is more than there is left; check it.") }
        let title = try reading.value("SELECT \(Register.titleColumn) FROM \(register.table.current) WHERE id = \(owner)").text ?? ""
        func text(_ amount: Amount) -> String { AmountText.rounded(amount, places: field.kind.places, grouped: true) + (field.kind.unit ?? "") }
        return Fault(
            zh: "“\(title)”的“\(out.name.zh)”合计 \(text(outgo))，超过“\(into.name.zh)”合计 \(text(income))，多出 \(text(over))，请核对。",
            en: "“\(title)”: “\(out.name.en)” comes to \(text(outgo)) and exceeds “\(into.name.en)”, \(text(income)), by \(text(over)); check it.")
    }
}
