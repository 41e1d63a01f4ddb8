/// One thing that brings the tables nearer to what is wanted. Tables and columns are only ever added.
public enum SchemaStep: Sendable, Hashable {
    case createTable(Table)
    /// A column for a table that has so many rows already.
    case addColumn(Column, to: Name, rows: Int64)
    case addIndex([Name], on: Name, isUnique: Bool)
    case dropIndex(Name, [Name], on: Name)

    /// What the step does, for whoever decides on it.
    public var words: Words {
        switch self {
        case .createTable(let table):
            return Words(
                zh: "新建表 \(table.name.text)，共 \(table.columns.count) 列",
                en: "Adds the table \(table.name.text) with \(table.columns.count) columns")
        case .addColumn(let column, let table, let rows):
            let after = SchemaStep.after(column, rows: rows)
            return Words(
                zh: "表 \(table.text) 增加列 \(column.name.text)\(after.zh)",
                en: "Adds the column \(column.name.text) to \(table.text)\(after.en)")
        case .addIndex(let columns, let table, let isUnique):
            let list = Words.list(columns)
            return isUnique
                ? Words(
                    zh: "表 \(table.text) 的 \(list.zh) 今后不得重复", en: "No two rows of \(table.text) may have the same \(list.en) from now on")
                : Words(zh: "表 \(table.text) 按 \(list.zh) 建立索引", en: "Indexes \(table.text) by \(list.en)")
        case .dropIndex(_, let columns, let table):
            let list = Words.list(columns)
            return Words(
                zh: "表 \(table.text) 不再按 \(list.zh) 索引（数据不变）", en: "Drops the index of \(table.text) by \(list.en); no data is touched")
        }
    }

    private static func after(_ column: Column, rows: Int64) -> Words {
        guard rows > 0 else { return Words(zh: "", en: "") }
        return column.initial.isNull
            ? Words(zh: "；已有 \(rows) 条记录此列为空", en: "; \(rows) existing rows stay empty")
            : Words(zh: "；已有 \(rows) 条记录取初始值", en: "; \(rows) existing rows get the initial value")
    }

    /// The statement of the step.
    func sql(_ dialect: any Dialect) -> SQL {
        switch self {
        case .createTable(let table):
            let columns = table.columns.map { SchemaStep.declaration($0, dialect) }
            return "CREATE TABLE \(table) (\(columns, joined: ", ")) " + SQL(parts: [.literal(dialect.tableEnding)])
        case .addColumn(let column, let table, _):
            return "ALTER TABLE \(table) ADD COLUMN \(SchemaStep.declaration(column, dialect))"
        case .addIndex(let columns, let table, let isUnique):
            let list = columns.map { SQL("\($0)") }
            let name = IndexName.name(table: table, columns: columns, isUnique: isUnique)
            return isUnique
                ? "CREATE UNIQUE INDEX \(name) ON \(table) (\(list, joined: ", "))"
                : "CREATE INDEX \(name) ON \(table) (\(list, joined: ", "))"
        case .dropIndex(let name, _, _):
            return "DROP INDEX \(name)"
        }
    }

    private static func declaration(_ column: Column, _ dialect: any Dialect) -> SQL {
        if column.isKey { return SQL("\(column) ") + SQL(parts: [.literal(dialect.keyType)]) }
        var sql = SQL("\(column) ") + SQL(parts: [.literal(dialect.type(of: column.kind))])
        if column.isRequired { sql += " NOT NULL" }
        if !column.initial.isNull { sql += SQL(parts: [.literal(" DEFAULT " + dialect.literal(column.initial))]) }
        if let target = column.references { sql += " REFERENCES \(target)" }
        return sql
    }
}

/// The names of the indexes that the plan makes: they say what they are for, and end in a mark that keeps them apart.
enum IndexName {
    static func name(table: Name, columns: [Name], isUnique: Bool) -> Name {
        let spelled = ([table] + columns).map(\.text)
        let mark = Hexadecimal.text(DigestStream.digest(Array(spelled.joined(separator: "|").utf8)).prefix(4))
        let start: Name = isUnique ? "one" : "by"
        let long = "\(start.text)_\(spelled.joined(separator: "_"))_\(mark)"
        return Name(long) ?? Name("\(start.text)_\(mark)") ?? start
    }

    static func isOurs(_ name: Name) -> Bool { name.text.hasPrefix("one_") || name.text.hasPrefix("by_") }
}

extension Words {
    static func list(_ names: [Name]) -> Words {
        Words(zh: names.map(\.text).joined(separator: "、"), en: names.map(\.text).joined(separator: ", "))
    }
}
