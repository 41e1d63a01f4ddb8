import Indicators
import Registers
import Storage
import Testing

/// Spoils the sample park inside a transaction that is taken back: the records are written past all rules, as a slip, an old
/// import or a hostile hand would leave them.
struct Breaker {
    let catalogue: Catalogue
    let writing: Writing

    /// A way to spoil the park so that one check finds something.
    typealias Break = @Sendable (Breaker) throws -> Void

    /// Changes the first record.
    func change(_ register: Name, _ values: [Name: Value]) throws { try change(register, "1 = 1", values) }

    /// Changes the first record that a condition finds.
    func change(_ register: Name, _ condition: SQL, _ values: [Name: Value]) throws {
        _ = try writing.replace(try one(register, condition), with: values, in: try table(register))
    }

    /// Changes every record that a condition finds.
    func changeAll(_ register: Name, _ condition: SQL, _ values: [Name: Value]) throws {
        var found: [Int64] = []
        try writing.forEach("SELECT id FROM \(Register.tableName(register)) WHERE void = 0 AND (\(condition))") { row in
            if let id = row.integer(at: 0) { found.append(id) }
        }
        try #require(!found.isEmpty, "no record of \(register.text)")
        for id in found { _ = try writing.replace(id, with: values, in: try table(register)) }
    }

    /// Adds a record; what isn't given stays empty.
    @discardableResult
    func add(_ register: Name, _ values: [Name: Value]) throws -> Int64 {
        try writing.add(values.merging(["title": "试验"]) { one, _ in one }, to: try table(register))
    }

    /// The number of the first record that a condition finds.
    func one(_ register: Name, _ condition: SQL = "1 = 1") throws -> Int64 {
        let sql: SQL = "SELECT id FROM \(Register.tableName(register)) WHERE void = 0 AND (\(condition)) ORDER BY id"
        return try #require(try writing.value(sql).integer, "no record of \(register.text)")
    }

    /// An agenda item of a meeting that was held on a day.
    func decision(_ held: Int64) throws -> Value {
        let meeting = try add("meeting", ["name": "试验会议", "kind": "party_group", "held": .integer(held), "state": "took_place"])
        return .integer(
            try add(
                "agenda_item",
                ["code": "试验", "meeting": .integer(meeting), "number": 1, "subject": "试验", "category": "funds", "outcome": "passed", "votes_for": 5]))
    }

    private func table(_ register: Name) throws -> VersionedTable { try #require(catalogue.register(register), "\(register.text)").table }
}

extension Value {
    /// A record's number, for references.
    static func id(_ number: Int64) -> Value { .integer(number) }
}
