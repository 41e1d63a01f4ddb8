public import Storage

/// A condition on one field, as a list's address has it: a field, one of a closed list of operators, and what was typed.
///
/// It is made by `Filters.read` only, so its field is one of the catalogue's and its values are of the field's kind.
public struct Filter: Sendable {
    /// The closed list of operators, as they follow the field's name in an address: `due.before=2022-12-09`.
    public enum Operator: String, Sendable, Hashable, CaseIterable {
        case equal = "is"
        case notEqual = "is_not"
        case anyOf = "any_of"
        case noneOf = "none_of"
        case empty, filled
        case contains
        case notContains = "not_contains"
        case begins
        case below
        case atMost = "at_most"
        case above
        case atLeast = "at_least"
        case between
        case before
        case onOrBefore = "on_or_before"
        case after
        case onOrAfter = "on_or_after"
        case inPeriod = "in_period"
        /// `week`, `month`, `quarter`, `half` or `year`: the one that today is in.
        case this
    }

    /// What the field is compared with, as it is stored.
    enum Operand: Sendable, Hashable {
        case none
        case values([Value])
        /// From the first to the second, both included.
        case span(Value, Value)
        case text(String)
    }

    public let field: Name
    public let `operator`: Operator
    /// As it stands in the address.
    public let written: String
    let operand: Operand
    let subject: FilterSubject
    /// What the values are called, where the field's kind can't say: the titles of references.
    var titles: [Int64: String] = [:]
}

extension Filter {
    /// The condition on the register's table under an alias. A record without a value *is not* what it is compared with:
    /// `is_not`, `none_of` and `not_contains` take the empty ones in, as people expect of them.
    func condition(_ alias: Name, _ dialect: any Dialect, source: (Name) -> SQL) -> SQL {
        let column: SQL = "\(alias).\(subject.column)"
        switch (`operator`, operand) {
        case (.empty, _): return "\(column) IS NULL"
        case (.filled, _): return "\(column) IS NOT NULL"
        case (.equal, .values(let values)), (.anyOf, .values(let values)): return "\(column) IN (\(values.map { "\($0)" }, joined: ", "))"
        case (.notEqual, .values(let values)), (.noneOf, .values(let values)):
            return "(\(column) IS NULL OR \(column) NOT IN (\(values.map { "\($0)" }, joined: ", ")))"
        case (.contains, .text(let text)): return contains(column, text, dialect, source)
        case (.notContains, .text(let text)): return "(\(column) IS NULL OR NOT \(contains(column, text, dialect, source)))"
        case (.begins, .text(let text)): return "substr(\(column), 1, \(text.unicodeScalars.count)) = \(text)"
        case (.below, .values(let values)), (.before, .values(let values)): return "\(column) < \(values.first ?? .null)"
        case (.atMost, .values(let values)), (.onOrBefore, .values(let values)): return "\(column) <= \(values.first ?? .null)"
        case (.above, .values(let values)), (.after, .values(let values)): return "\(column) > \(values.first ?? .null)"
        case (.atLeast, .values(let values)), (.onOrAfter, .values(let values)): return "\(column) >= \(values.first ?? .null)"
        case (_, .span(let first, let last)): return "(\(column) >= \(first) AND \(column) <= \(last))"
        default: return dialect.boolean(false)
        }
    }

    /// For a reference, whether the other record's title has the text in it.
    private func contains(_ column: SQL, _ text: String, _ dialect: any Dialect, _ source: (Name) -> SQL) -> SQL {
        guard let target = subject.target else { return "(\(dialect.contains(column, text)))" }
        let other: Name = "o"
        return """
            (\(column) IN (SELECT \(other).id FROM \(source(target)) AS \(other) WHERE \(dialect.contains("\(other).\(Register.titleColumn)", text))))
            """
    }
}
