import Registers
import Storage

/// Reckons an expression over figures, for all together or for many members at once.
///
/// Every step takes all members, so that an answer is looked up once and not once for each.
struct Reckoner {
    let calculation: Calculation
    let question: Question
    /// The members' numbers; a single 0 for all together.
    let members: [Int64]
    /// What the members' own records say, where the expression asks.
    let own: OwnRecords?

    /// A value with how settled it is and how many records it rests on.
    struct Result {
        var value: FigureValue
        var status: FigureStatus = .setting
        var rows = 0

        func with(_ value: FigureValue, and other: Result? = nil) -> Result {
            Result(value: value, status: min(status, other?.status ?? .setting), rows: rows + (other?.rows ?? 0))
        }
    }

    init(_ calculation: Calculation, _ question: Question, members: [Int64] = [0], own: OwnRecords? = nil) {
        self.calculation = calculation
        self.question = question
        self.members = members
        self.own = own
    }

    /// The result for all together.
    func one(_ term: FigureTerm) throws -> Result { try reckon(term).first ?? Result(value: .nothing) }

    /// The results in the order of the members.
    func reckon(_ term: FigureTerm) throws -> [Result] {
        switch term {
        case .constant(let value): return all(Result(value: value))
        case .edge(let edge): return all(Result(value: .day(edge == .start ? question.period.start : question.period.end)))
        case .leaf(let leaf): return try self.leaf(leaf)
        case .first(let id, let operation, let threshold, let factor): return try first(id, operation, threshold, factor)
        case .field(let path): return members.map { Result(value: own?.value(path, of: $0) ?? .nothing) }
        case .condition(let condition):
            return members.map { Result(value: own?.truth(condition, of: $0).map { .truth($0) } ?? .nothing) }
        case .not(let inner):
            return try reckon(inner).map { $0.with($0.value.truth.map { .truth(!$0) } ?? .nothing) }
        case .negative(let inner):
            return try reckon(inner).map { $0.with($0.value.amount.map { .amount($0.negated) } ?? $0.value) }
        case .pair(let operation, let left, let right, let factor):
            return zip(try reckon(left), try reckon(right)).map { Reckoner.pair(operation, $0, $1, factor) }
        case .among(let inner, let list, let negated):
            let lists = try list.map { try reckon($0) }
            return try reckon(inner).enumerated().map { index, one in
                if one.value.isUnknown { return one.with(.nothing) }
                return one.with(.truth(lists.contains { $0[index].value == one.value } != negated))
            }
        case .empty(let inner, let negated): return try reckon(inner).map { $0.with(.truth(($0.value == .nothing) != negated)) }
        case .call(let function, let arguments):
            let columns = try arguments.map { try reckon($0) }
            return members.indices.map { index in call(function, columns.map { $0[index] }) }
        }
    }

    /// The same for every member.
    func all(_ result: Result) -> [Result] { Array(repeating: result, count: members.count) }

    private static func pair(_ operation: Formula.Operator, _ one: Result, _ other: Result, _ factor: Amount) -> Result {
        switch operation {
        case .and, .or:
            let decisive = operation == .or
            let (a, b) = (one.value.truth, other.value.truth)
            if a == decisive || b == decisive { return one.with(.truth(decisive), and: other) }
            return one.with(a == nil || b == nil ? .nothing : .truth(!decisive), and: other)
        default: return one.with(Reckoner.value(operation, one.value, other.value, factor), and: other)
        }
    }

    /// What an operator gives; a word stays a word in arithmetic and can't be compared.
    static func value(_ operation: Formula.Operator, _ one: FigureValue, _ other: FigureValue, _ factor: Amount) -> FigureValue {
        switch (one, other) {
        case (.amount(let a), .amount(let raw)):
            do throws(AmountError) {
                let b = operation == .times ? raw : try raw.multiplied(by: factor)
                switch operation {
                case .plus: return .amount(try a.adding(b))
                case .minus: return .amount(try a.subtracting(b))
                case .times: return .amount(try a.multiplied(by: b))
                case .over: return .amount(try a.divided(by: b))
                default: return .truth(operation.holds(a, b))
                }
            } catch { return .word(error == .overflow ? .tooLarge : .noDivisor) }
        case (.nothing, _), (_, .nothing): return .nothing
        case (.word(let word), _), (_, .word(let word)): return operation.isComparison ? .nothing : .word(word)
        case (.day(let a), .day(let b)): return .truth(operation.holds(a, b))
        case (.text(let a), .text(let b)): return .truth(operation.holds(a, b))
        case (let a, let b): return .truth((a == b) == (operation == .equal))
        }
    }

    private func call(_ function: Term.Function, _ arguments: [Result]) -> Result {
        guard var all = arguments.first else { return Result(value: .nothing) }
        for other in arguments.dropFirst() { all = all.with(all.value, and: other) }
        let second = arguments.count > 1 ? arguments[1].value : .nothing
        switch (function, arguments[0].value, second) {
        case (.year, .day(let day), _): return all.with(.amount(Amount(Int64(day.year))))
        case (.month, .day(let day), _): return all.with(.amount(Amount(Int64(day.month))))
        case (.days, .day(let from), .day(let to)): return all.with(.amount(Amount(Int64(to.ordinal - from.ordinal))))
        case (.abs, .amount(let amount), _): return all.with(.amount(amount.magnitude))
        case (.round, .amount(let amount), .amount(let places)):
            return all.with(.amount(AmountText.round(amount, places: Int(places.units(places: 0) ?? 0))))
        case (.min, .amount(let one), .amount(let other)): return all.with(.amount(min(one, other)))
        case (.max, .amount(let one), .amount(let other)): return all.with(.amount(max(one, other)))
        case (.choose, .truth(let truth), _) where arguments.count == 3:
            return arguments[truth ? 1 : 2].with(arguments[truth ? 1 : 2].value, and: arguments[0])
        default: return all.with(.nothing)
        }
    }
}

extension FigureValue {
    /// Whether nothing can be said of it: there is no data, or a word in place of a number.
    var isUnknown: Bool {
        switch self {
        case .nothing, .word: true
        default: false
        }
    }
}

extension Formula.Operator {
    /// Whether the comparison holds between two things that have an order.
    func holds<T: Comparable>(_ one: T, _ other: T) -> Bool {
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
