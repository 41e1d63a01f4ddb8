import Storage

/// Reads `balance: { of: fund, in: fund_arrival.amount, out: amount }`.
enum BalanceReader {
    /// A balance whose other side waits until all registers are known.
    struct Pending {
        var of: Name
        var out: Name
        /// `register.field`.
        var income: String
        var place: Place
    }

    static func read(_ entry: Entry?, _ names: RegisterReader.Names, _ diagnostics: inout Diagnostics) -> Pending? {
        guard let entry else { return nil }
        entry.allow(["of", "in", "out"], &diagnostics)
        let of = entry.required("of", &diagnostics).flatMap { names.one($0, &diagnostics) }
        let out = entry.required("out", &diagnostics).flatMap { names.one($0, &diagnostics) }
        guard let written = entry.required("in", &diagnostics), let income = written.text(&diagnostics), let of, let out else { return nil }
        return Pending(of: of, out: out, income: income, place: written.textPlace)
    }

    static func bound(_ pending: Pending?, _ register: Register, _ registers: [Name: Register], _ diagnostics: inout Diagnostics) -> Balance? {
        guard let pending else { return nil }
        do throws(Diagnostic) { return try balance(pending, register, registers) } catch {
            diagnostics.add(error)
            return nil
        }
    }

    private static func balance(_ pending: Pending, _ register: Register, _ registers: [Name: Register]) throws(Diagnostic) -> Balance {
        func wrong(_ zh: String, _ en: String) -> Diagnostic { Diagnostic(pending.place, "balance", Words(zh: zh, en: en)) }
        guard let owner = register.field(pending.of)?.kind.target else {
            throw wrong("balance 的 of 要写一个关联字段。", "A balance is of a reference.")
        }
        let parts = pending.income.split(separator: ".", omittingEmptySubsequences: false).compactMap { Name(String($0)) }
        guard parts.count == 2, let other = registers[parts[0]], let amount = other.field(parts[1]) else {
            throw wrong("balance 的 in 要写成 台账.字段，如 fund_arrival.amount。", "What comes in is written register.field, as fund_arrival.amount.")
        }
        let references = other.activeFields.filter { $0.kind.target == owner }
        guard references.count == 1, let reference = references.first else {
            throw wrong("“\(other.name.zh)”要恰有一个字段关联到同一台账。", "“\(other.name.en)” must have exactly one reference to the same register.")
        }
        guard case .number(let wanted) = amount.kind.type, case .number(let given) = register.field(pending.out)?.kind.type else {
            throw wrong("balance 的 in 和 out 要是数。", "What comes in and what goes out must be numbers.")
        }
        var factor: Amount? = wanted == given ? .one : nil
        if let given, let wanted { factor = given.factor(to: wanted) }
        guard let factor else { throw wrong("balance 的 in 和 out 单位不能换算。", "The units of what comes in and what goes out don't convert.") }
        return Balance(
            owner: owner, income: .init(register: other.id, reference: reference.id, amount: amount.id),
            outgo: .init(register: register.id, reference: pending.of, amount: pending.out), factor: factor)
    }
}
