public import Storage

/// Computes a term for one record. Nothing known gives nothing known: an empty field makes the result empty,
/// as in SQL, so that a list and a single record never disagree.
public struct TermValue {
    /// What a term gives.
    public enum Result: Sendable, Hashable {
        case nothing
        case number(Amount)
        case text(String)
        case truth(Bool)
        case day(Day)
        case reference(Int64)
    }

    /// The stored value of a field.
    let value: (FieldPath) throws -> Value
    /// The first and last day of the period that is asked for.
    let period: (start: Day, end: Day)?

    public init(period: (start: Day, end: Day)? = nil, value: @escaping (FieldPath) throws -> Value) {
        self.value = value
        self.period = period
    }

    /// Whether a condition holds; nil where something that it needs is empty.
    public func holds(_ term: Term) throws -> Bool? {
        if case .truth(let truth) = try result(term) { return truth }
        return nil
    }

    /// What the term gives. Throws `AmountError` where a number leaves 128 bits or is divided by zero.
    public func result(_ term: Term) throws -> Result {
        switch term {
        case .number(let amount, _): return .number(amount)
        case .text(let text): return .text(text)
        case .truth(let truth): return .truth(truth)
        case .day(let day): return .day(day)
        case .option(let name): return .text(name.text)
        case .edge(let edge): return period.map { .day(edge == .start ? $0.start : $0.end) } ?? .nothing
        case .field(let path): return TermValue.result(try value(path), path)
        case .not(let inner): return try holds(inner).map { .truth(!$0) } ?? .nothing
        case .negative(let inner):
            guard case .number(let amount) = try result(inner) else { return .nothing }
            return .number(amount.negated)
        case .pair(let operation, let left, let right, let factor): return try pair(operation, left, right, factor)
        case .among(let inner, let list, let negated):
            let one = try result(inner)
            if one == .nothing { return list.isEmpty ? .truth(negated) : .nothing }
            var isUnknown = false
            for member in list {
                let other = try result(member)
                if other == .nothing { isUnknown = true } else if TermValue.equals(one, other) { return .truth(!negated) }
            }
            return isUnknown ? .nothing : .truth(negated)
        case .empty(let inner, let negated): return .truth((try result(inner) == .nothing) != negated)
        case .valid(let from, let to, let edge): return try valid(from, to, edge)
        case .call(.choose, let arguments):
            guard arguments.count == 3, let truth = try holds(arguments[0]) else { return .nothing }
            return try result(arguments[truth ? 1 : 2])
        case .call(.tally, let arguments): return try tally(arguments)
        case .call(let function, let arguments): return try call(function, arguments.map { try result($0) })
        }
    }

    /// A stored value as an expression sees it.
    static func result(_ value: Value, _ path: FieldPath) -> Result {
        switch (path.type, value) {
        case (_, .null), (_, .data): .nothing
        case (.number, .integer(let units)), (.mixed, .integer(let units)): .number(Amount(units: units, places: path.places))
        // Milliseconds, so that moments have an order; nothing else can be done with them.
        case (.moment, .integer(let milliseconds)): .number(Amount(milliseconds))
        case (.day, .integer(let number)): Day(number: number).map { .day($0) } ?? .nothing
        case (.truth, .integer(let number)): .truth(number != 0)
        case (_, .integer(let number)): .reference(number)
        case (_, .text(let text)): .text(text)
        }
    }

    private func pair(_ operation: Formula.Operator, _ left: Term, _ right: Term, _ factor: Amount) throws -> Result {
        switch operation {
        case .and, .or:
            let (one, other) = (try holds(left), try holds(right))
            let decisive = operation == .or
            if one == decisive || other == decisive { return .truth(decisive) }
            return one == nil || other == nil ? .nothing : .truth(!decisive)
        default: break
        }
        switch (try result(left), try result(right)) {
        case (.nothing, _), (_, .nothing): return .nothing
        case (.number(let one), .number(let raw)):
            let other = try raw.multiplied(by: factor)
            switch operation {
            case .plus: return .number(try one.adding(other))
            case .minus: return .number(try one.subtracting(other))
            case .times: return .number(try one.multiplied(by: raw))
            case .over: return .number(try one.divided(by: other))
            default: return .truth(operation.compares(one, other))
            }
        case (.text(let one), .text(let other)):
            if operation == .contains { return .truth(ByteText(one).contains(ByteText(other))) }
            return .truth(operation.compares(ByteText(one), ByteText(other)))
        case (.day(let one), .day(let other)): return .truth(operation.compares(one, other))
        case (let one, let other): return .truth((one == other) == (operation == .equal))
        }
    }

    private static func equals(_ one: Result, _ other: Result) -> Bool {
        if case .text(let one) = one, case .text(let other) = other { return ByteText(one) == ByteText(other) }
        return one == other
    }

    private func valid(_ from: FieldPath, _ to: FieldPath?, _ edge: Formula.Edge) throws -> Result {
        guard let period else { return .nothing }
        let day = edge == .start ? period.start : period.end
        guard case .day(let first) = TermValue.result(try value(from), from) else { return .truth(false) }
        if first > day { return .truth(false) }
        if let to, case .day(let last) = TermValue.result(try value(to), to) { return .truth(last >= day) }
        return .truth(true)
    }

    /// What the filled cells of a column add up to; nothing where none is filled.
    private static func total(_ rows: [RowsField.Row], _ column: String) throws -> Result {
        let amounts = rows.compactMap { $0.cells[column].flatMap { Amount($0) } }
        guard !amounts.isEmpty else { return .nothing }
        return .number(try amounts.reduce(.zero) { try $0.adding($1) })
    }

    /// How many cells of a column are filled or, with an option and its label, have that option.
    private func tally(_ arguments: [Term]) throws -> Result {
        guard arguments.count >= 2, case .text(let rows) = try result(arguments[0]), case .text(let column) = arguments[1] else { return .nothing }
        let cells = RowsField.rows(.text(rows)).compactMap { $0.cells[column] }
        guard arguments.count == 4, case .option(let option) = arguments[2], case .text(let label) = arguments[3] else {
            return .number(Amount(Int64(cells.count)))
        }
        return .number(Amount(Int64(cells.count { $0 == label || $0 == option.text })))
    }

    private func call(_ function: Term.Function, _ arguments: [Result]) throws -> Result {
        switch (function, arguments.first ?? .nothing, arguments.dropFirst().first ?? .nothing) {
        case (.text, .nothing, _): return .nothing
        case (.text, .number(let amount), _): return .text(amount.description)
        case (.text, .day(let day), _): return .text(day.iso)
        case (.text, let other, _): return other
        case (.year, .day(let day), _): return .number(Amount(Int64(day.year)))
        case (.month, .day(let day), _): return .number(Amount(Int64(day.month)))
        case (.days, .day(let from), .day(let to)): return .number(Amount(Int64(to.ordinal - from.ordinal)))
        case (.months, .day(let from), .day(let to)):
            let whole = (to.year - from.year) * 12 + to.month - from.month
            let isShort = to.day < from.day && to.day < Day.length(ofMonth: to.month, in: to.year)
            return .number(Amount(Int64(isShort ? whole - 1 : whole)))
        case (.total, .text(let rows), .text(let column)): return try TermValue.total(RowsField.rows(.text(rows)), column)
        case (.abs, .number(let amount), _): return .number(amount.magnitude)
        case (.min, .number(let one), .number(let other)): return .number(Swift.min(one, other))
        case (.max, .number(let one), .number(let other)): return .number(Swift.max(one, other))
        case (.round, .number(let amount), .number(let places)):
            return .number(AmountText.round(amount, places: Int(places.units(places: 0) ?? 0)))
        default: return .nothing
        }
    }
}

extension Formula.Operator {
    /// Whether the comparison holds between two things that have an order.
    func compares<T: Comparable>(_ one: T, _ other: T) -> Bool {
        switch self {
        case .equal: one == other
        case .unequal: one != other
        case .below: one < other
        case .atMost: one <= other
        case .above: one > other
        case .atLeast: one >= other
        default: false
        }
    }
}
