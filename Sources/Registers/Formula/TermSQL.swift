public import Storage

/// Renders a term to SQL over the table of its register under an alias.
///
/// Stored numbers are whole numbers in a field's places, so both sides of a comparison are brought to a common
/// scale by whole factors: nothing is divided and nothing is rounded in the database.
public struct TermSQL {
    let alias: Name
    let dialect: any Dialect
    let period: (start: Day, end: Day)?
    /// The rows of a register, now or as of a change: a table or a subquery.
    let source: (Name) -> SQL

    public init(alias: Name, dialect: any Dialect, period: (start: Day, end: Day)? = nil, source: @escaping (Name) -> SQL) {
        self.alias = alias
        self.dialect = dialect
        self.period = period
        self.source = source
    }

    /// A condition that is true, false or null, as `WHERE` takes it.
    public func condition(_ term: Term) throws -> SQL { try value(term).sql }

    /// A field's column, through its references.
    public func column(_ path: FieldPath) -> SQL { column(path, from: alias, depth: 0) }

    /// A number as whole units, and what one unit is worth.
    struct Scaled {
        var sql: SQL
        var scale: Amount = .one
        /// What a constant is, so that it can be scaled before it is bound.
        var constant: Amount?
    }

    func value(_ term: Term) throws -> Scaled {
        switch term {
        case .number(let amount, _): return Scaled(sql: .empty, constant: amount)
        case .text(let text): return Scaled(sql: "\(text)")
        case .truth(let truth): return Scaled(sql: truth ? "1" : "0")
        case .day(let day): return Scaled(sql: "\(day)")
        case .option(let name): return Scaled(sql: "\(name.text)")
        case .edge(let edge):
            guard let period else { return Scaled(sql: "NULL") }
            return Scaled(sql: "\(edge == .start ? period.start : period.end)")
        case .field(let path): return Scaled(sql: column(path), scale: Amount(units: 1, places: path.places))
        case .not(let inner): return Scaled(sql: "(NOT \(try value(inner).sql))")
        case .negative(let inner):
            let inner = try value(inner)
            if let constant = inner.constant { return Scaled(sql: .empty, constant: constant.negated) }
            return Scaled(sql: "(-\(inner.sql))", scale: inner.scale)
        case .pair(let operation, let left, let right, let factor): return try pair(operation, left, right, factor)
        case .among(let inner, let list, let negated):
            if list.isEmpty { return Scaled(sql: negated ? "1" : "0") }
            let tests = try list.map { try compare(.equal, try value(inner), try value($0)) }
            let any: SQL = "(\(tests, joined: " OR "))"
            return Scaled(sql: negated ? "(NOT \(any))" : any)
        case .empty(let inner, let negated):
            let inner = try value(inner).sql
            return Scaled(sql: negated ? "(\(inner) IS NOT NULL)" : "(\(inner) IS NULL)")
        case .valid(let from, let to, let edge): return Scaled(sql: valid(from, to, edge))
        case .call(let function, let arguments): return try call(function, arguments)
        }
    }

    private func column(_ path: FieldPath, from alias: Name, depth: Int) -> SQL {
        guard depth < path.hops.count else { return "\(alias).\(path.field)" }
        let hop = path.hops[depth]
        let next = Name("\(alias.text)_\(depth)") ?? "h"
        let inner = column(path, from: next, depth: depth + 1)
        return "(SELECT \(inner) FROM \(source(hop.target)) AS \(next) WHERE \(next).id = \(alias).\(hop.field))"
    }

    private func pair(_ operation: Formula.Operator, _ left: Term, _ right: Term, _ factor: Amount) throws -> Scaled {
        var (one, other) = (try value(left), try value(right))
        switch operation {
        case .and: return Scaled(sql: "(\(one.sql) AND \(other.sql))")
        case .or: return Scaled(sql: "(\(one.sql) OR \(other.sql))")
        case .contains:
            guard case .text(let text) = right else { return Scaled(sql: "NULL") }
            return Scaled(sql: "(\(dialect.contains(one.sql, text)))")
        case .times:
            if let a = one.constant, let b = other.constant { return Scaled(sql: .empty, constant: try a.multiplied(by: b)) }
            if let a = one.constant { return Scaled(sql: other.sql, scale: try other.scale.multiplied(by: a)) }
            if let b = other.constant { return Scaled(sql: one.sql, scale: try one.scale.multiplied(by: b)) }
            return Scaled(sql: "(\(one.sql) * \(other.sql))", scale: try one.scale.multiplied(by: other.scale))
        default: break
        }
        if let constant = other.constant {
            other.constant = try constant.multiplied(by: factor)
        } else {
            other.scale = try other.scale.multiplied(by: factor)
        }
        guard operation == .plus || operation == .minus else { return Scaled(sql: try compare(operation, one, other)) }
        if let a = one.constant, let b = other.constant {
            return Scaled(sql: .empty, constant: operation == .plus ? try a.adding(b) : try a.subtracting(b))
        }
        let (a, b, scale) = try aligned(&one, &other)
        return Scaled(sql: operation == .plus ? "(\(a) + \(b))" : "(\(a) - \(b))", scale: scale)
    }

    private func compare(_ operation: Formula.Operator, _ one: Scaled, _ other: Scaled) throws -> SQL {
        var (one, other) = (one, other)
        // What was multiplied by nothing or by a negative number doesn't compare as its column does.
        let isNumeric = one.constant != nil || other.constant != nil || one.scale != other.scale || !one.scale.isPositive
        let (a, b) =
            isNumeric
            ? try {
                let sides = try aligned(&one, &other); return (sides.0, sides.1)
            }() : (one.sql, other.sql)
        switch operation {
        case .equal: return "(\(a) = \(b))"
        case .unequal: return "(\(a) <> \(b))"
        case .below: return "(\(a) < \(b))"
        case .atMost: return "(\(a) <= \(b))"
        case .above: return "(\(a) > \(b))"
        default: return "(\(a) >= \(b))"
        }
    }

    /// Both numbers in one scale, the largest that both are whole multiples of.
    private func aligned(_ one: inout Scaled, _ other: inout Scaled) throws -> (SQL, SQL, Amount) {
        let a = one.constant ?? one.scale
        let b = other.constant ?? other.scale
        let common = try TermSQL.commonMeasure(a.isZero ? b : a, b.isZero ? a : b)
        return (try scaled(one, a, common), try scaled(other, b, common), common)
    }

    private func scaled(_ side: Scaled, _ amount: Amount, _ common: Amount) throws -> SQL {
        let factor = common.isZero ? Amount.zero : try amount.divided(by: common)
        guard let whole = factor.units(places: 0) else { throw AmountError.overflow }
        if side.constant != nil { return "\(whole)" }
        return whole == 1 ? side.sql : "(\(side.sql) * \(whole))"
    }

    /// The greatest amount of which both are whole multiples.
    static func commonMeasure(_ a: Amount, _ b: Amount) throws -> Amount {
        let (x, first) = a.numerator.multipliedReportingOverflow(by: b.denominator)
        let (y, second) = b.numerator.multipliedReportingOverflow(by: a.denominator)
        let (below, third) = a.denominator.multipliedReportingOverflow(by: b.denominator)
        guard !first, !second, !third else { throw AmountError.overflow }
        var (m, n) = (x.magnitude, y.magnitude)
        while n != 0 { (m, n) = (n, m % n) }
        guard let common = Int128(exactly: m) else { throw AmountError.overflow }
        return try Amount(common, over: below)
    }

    private func valid(_ from: FieldPath, _ to: FieldPath?, _ edge: Formula.Edge) -> SQL {
        guard let period else { return "NULL" }
        let day = edge == .start ? period.start : period.end
        let begun: SQL = "(\(column(from)) IS NOT NULL AND \(column(from)) <= \(day))"
        guard let to else { return begun }
        return "(\(begun) AND (\(column(to)) IS NULL OR \(column(to)) >= \(day)))"
    }

    private func call(_ function: Term.Function, _ arguments: [Term]) throws -> Scaled {
        let values = try arguments.map { try value($0) }
        switch function {
        case .year: return Scaled(sql: "(\(values[0].sql) / 10000)")
        case .month: return Scaled(sql: "(\(values[0].sql) / 100 % 100)")
        case .choose:
            var (one, other) = (values[1], values[2])
            if one.constant == nil, other.constant == nil, one.scale == other.scale {
                return Scaled(sql: "(CASE WHEN \(values[0].sql) THEN \(one.sql) WHEN NOT \(values[0].sql) THEN \(other.sql) END)", scale: one.scale)
            }
            let (a, b, scale) = try aligned(&one, &other)
            return Scaled(sql: "(CASE WHEN \(values[0].sql) THEN \(a) WHEN NOT \(values[0].sql) THEN \(b) END)", scale: scale)
        case .min, .max:
            var (one, other) = (values[0], values[1])
            let (a, b, scale) = try aligned(&one, &other)
            let (test, contrary): (SQL, SQL) = function == .min ? ("\(a) <= \(b)", "\(a) > \(b)") : ("\(a) >= \(b)", "\(a) < \(b)")
            return Scaled(sql: "(CASE WHEN \(test) THEN \(a) WHEN \(contrary) THEN \(b) END)", scale: scale)
        case .abs:
            if let constant = values[0].constant { return Scaled(sql: .empty, constant: constant.magnitude) }
            return Scaled(sql: "abs(\(values[0].sql))", scale: values[0].scale)
        case .days: return Scaled(sql: "(\(ordinal(arguments[1], values[1].sql)) - \(ordinal(arguments[0], values[0].sql)))")
        case .months, .round, .text, .total, .tally:
            throw Refused(
                zh: "“\(function.rawValue)”只能用在公式里，不能用在条件里。", en: "“\(function.rawValue)” is for formulas and can't stand in a condition.")
        }
    }

    /// A day as a count of days, `Day.ordinal` in the database's arithmetic.
    private func ordinal(_ term: Term, _ day: SQL) -> SQL {
        switch term {
        case .day(let day): return "\(Int64(day.ordinal))"
        case .edge(let edge): return period.map { "\(Int64((edge == .start ? $0.start : $0.end).ordinal))" } ?? "NULL"
        default: break
        }
        // March begins the year, so that the leap day is its last.
        let year: SQL = "(\(day) / 10000 - CASE WHEN \(day) / 100 % 100 > 2 THEN 0 ELSE 1 END)"
        let month: SQL = "((\(day) / 100 % 100 + 9) % 12)"
        return "(365 * \(year) + \(year) / 4 - \(year) / 100 + \(year) / 400 + (153 * \(month) + 2) / 5 + \(day) % 100 - 1)"
    }
}
