/// How SQLite answers the questions of `Dialect`.
struct SQLiteDialect: Dialect {
    func quoted(_ name: Name) -> String { "\"\(name.text)\"" }
    func placeholder(_ position: Int) -> String { "?" }

    func type(of kind: Column.Kind) -> String {
        switch kind {
        case .integer: "INTEGER"
        case .text: "TEXT"
        case .data: "BLOB"
        }
    }

    var keyType: String { "INTEGER PRIMARY KEY" }
    /// Without STRICT a column takes any kind of value, floating point too.
    var tableEnding: String { "STRICT" }

    func literal(_ value: Value) -> String {
        switch value {
        case .null: "NULL"
        case .integer(let number): String(number)
        case .text(let text): "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
        case .data(let bytes): "X'\(Hexadecimal.text(bytes))'"
        }
    }

    func value(of literal: String) -> Value {
        if let number = Int64(literal) { return .integer(number) }
        guard literal.hasSuffix("'") else { return .null }
        if literal.hasPrefix("X'") { return Hexadecimal.bytes(literal.dropFirst(2).dropLast()).map(Value.data) ?? .null }
        let inner = literal.dropFirst().dropLast()
        return .text(inner.split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'"))
    }

    /// `instr` and not LIKE: LIKE has wildcards of its own, and over a trigram index it misses words of one or two Chinese characters.
    func contains(_ column: SQL, _ text: String) -> SQL {
        "instr(lower(\(column)), lower(\(text))) > 0"
    }

    func upsert(into table: Name, _ values: [(Name, SQL)], conflict: [Name], update: [(Name, SQL)]) -> SQL {
        let insert: SQL = """
            INSERT INTO \(table) (\(values.map { "\($0.0)" }, joined: ", ")) VALUES (\(values.map(\.1), joined: ", ")) \
            ON CONFLICT (\(conflict.map { "\($0)" }, joined: ", ")) DO
            """
        return update.isEmpty ? insert + " NOTHING" : insert + " UPDATE SET \(update.map { "\($0.0) = \($0.1)" }, joined: ", ")"
    }

    func new(_ column: Name) -> SQL { "excluded.\(column)" }
    func year(of day: SQL) -> SQL { "(\(day) / 10000)" }
    func month(of day: SQL) -> SQL { "(\(day) / 100 % 100)" }
    func limit(_ count: Int, offset: Int) -> SQL { "LIMIT \(max(count, 0)) OFFSET \(max(offset, 0))" }
    func boolean(_ value: Bool) -> SQL { value ? "(1 = 1)" : "(1 = 0)" }
    func order(by term: SQL, descending: Bool) -> SQL { descending ? "\(term) DESC NULLS LAST" : "\(term) ASC NULLS LAST" }
    func list(of text: SQL, separator: String) -> SQL { "group_concat(\(text), \(separator))" }
    var defersReferences: Bool { false }

    var tables: SQL { "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'" }

    func columns(of table: Name) -> SQL {
        """
        SELECT name, type, "notnull" AS required, dflt_value AS initial, pk AS iskey FROM pragma_table_info(\(table.text)) ORDER BY cid
        """
    }

    func references(of table: Name) -> SQL {
        "SELECT \"from\" AS \"column\", \"table\" AS target FROM pragma_foreign_key_list(\(table.text))"
    }

    func indexes(of table: Name) -> SQL {
        """
        SELECT l.name AS name, l."unique" AS isunique, i.name AS "column" \
        FROM pragma_index_list(\(table.text)) AS l, pragma_index_info(l.name) AS i WHERE l.origin = 'c' ORDER BY l.name, i.seqno
        """
    }

    var soundness: [SQL] {
        [
            "SELECT integrity_check AS finding FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
            "SELECT \"table\" || ' ' || coalesce(rowid, 0) || ' ' || parent AS finding FROM pragma_foreign_key_check",
        ]
    }
}
