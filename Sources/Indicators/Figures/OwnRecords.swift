import Registers
import Storage

/// What the members' own records say to the conditions and fields of an expression: one question each to the database.
final class OwnRecords {
    private var truths: [Term: [Int64: Bool]] = [:]
    private var values: [FieldPath: [Int64: FigureValue]] = [:]

    /// Asks everything that the expression wants to know.
    init(_ term: FigureTerm, of register: Register, _ question: Question, _ calculation: Calculation) throws {
        let catalogue = calculation.catalogue
        let terms = TermSQL(
            alias: "t", dialect: calculation.reading.dialect, period: (question.period.start, question.period.end),
            source: { catalogue.register($0)?.table.source(asOf: question.asOf) ?? "\(Register.tableName($0))" })
        let source = register.table.source(asOf: question.asOf)
        for condition in term.conditions where truths[condition] == nil {
            var found: [Int64: Bool] = [:]
            try calculation.reading.forEach(
                "SELECT t.id, CASE WHEN \(try terms.condition(condition)) THEN 1 WHEN NOT \(try terms.condition(condition)) THEN 0 END FROM \(source) AS t"
            ) { row in
                if let id = row.integer(at: 0), let truth = row.integer(at: 1) { found[id] = truth != 0 }
            }
            truths[condition] = found
        }
        for path in term.fields where values[path] == nil {
            var found: [Int64: FigureValue] = [:]
            try calculation.reading.forEach("SELECT t.id, \(terms.column(path)) FROM \(source) AS t") { row in
                if let id = row.integer(at: 0) { found[id] = OwnRecords.value(row[1], path) }
            }
            values[path] = found
        }
    }

    private static func value(_ value: Value, _ path: FieldPath) -> FigureValue {
        switch (path.type, value) {
        case (.number, .integer(let units)), (.mixed, .integer(let units)): .amount(Amount(units: units, places: path.places))
        case (.day, .integer(let number)): Day(number: number).map { .day($0) } ?? .nothing
        case (.truth, .integer(let number)): .truth(number != 0)
        case (_, .text(let text)): .text(text)
        default: .nothing
        }
    }

    func truth(_ condition: Term, of member: Int64) -> Bool? { truths[condition]?[member] }
    func value(_ path: FieldPath, of member: Int64) -> FigureValue? { values[path]?[member] }
}

extension FigureTerm {
    /// The conditions on the member's own record.
    var conditions: [Term] { parts.compactMap { if case .condition(let term) = $0 { term } else { nil } } }

    /// The fields of the member's own record.
    var fields: [FieldPath] { parts.compactMap { if case .field(let path) = $0 { path } else { nil } } }

    /// The term and everything in it.
    private var parts: [FigureTerm] {
        switch self {
        case .not(let inner), .negative(let inner), .empty(let inner, _): [self] + inner.parts
        case .pair(_, let left, let right, _): [self] + left.parts + right.parts
        case .first(_, _, let threshold, _): [self] + threshold.parts
        case .among(let inner, let list, _): [self] + inner.parts + list.flatMap(\.parts)
        case .call(_, let arguments): [self] + arguments.flatMap(\.parts)
        case .constant, .edge, .leaf, .field, .condition: [self]
        }
    }
}
