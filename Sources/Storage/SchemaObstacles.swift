extension SchemaPlan {
    /// Why a column cannot be added to a table that is there already.
    static func reason(against column: Column, in table: Name) -> Words? {
        let place = "\(table.text).\(column.name.text)"
        if column.isKey {
            return Words(zh: "已有的表不能再增加主键列 \(place)", en: "A table that exists cannot get the key column \(place)")
        }
        if column.isRequired, column.initial.isNull {
            return Words(
                zh: "列 \(place) 为必填，已有记录没有值可填：请给出初始值或改为选填",
                en: "The column \(place) is required and existing rows have nothing for it: give it an initial value or make it optional")
        }
        if column.references != nil, !column.initial.isNull {
            return Words(
                zh: "关联列 \(place) 不能带初始值：请去掉初始值", en: "The reference \(place) cannot have an initial value: leave it out")
        }
        return nil
    }

    /// What cannot be changed about a column that exists.
    static func difference(_ wanted: Column, _ found: Column, in table: Name) -> Words? {
        let place = "\(table.text).\(wanted.name.text)"
        if wanted.kind != found.kind || wanted.isKey != found.isKey {
            return Words(
                zh: "列 \(place) 的类型不能更改：请另起新列，旧列标记为停用",
                en: "The kind of \(place) cannot change: add a new column and mark this one retired")
        }
        if !wanted.isKey, wanted.isRequired != found.isRequired {
            return Words(
                zh: "列 \(place) 是否必填不能在库中更改：请在台账规则中要求",
                en: "Whether \(place) is required cannot change in place: require it in the register's rules")
        }
        if wanted.references != found.references {
            return Words(zh: "列 \(place) 的关联对象不能更改：请另起新列", en: "What \(place) refers to cannot change: add a new column")
        }
        if !wanted.initial.isIdentical(to: found.initial) {
            return Words(zh: "列 \(place) 的初始值不能更改：旧记录凭它验证", en: "The initial value of \(place) cannot change: old rows are verified by it")
        }
        return nil
    }

    /// The rows that already break a new unique; nil where none does.
    static func clash(_ columns: [Name], in table: Table, _ reading: Reading) throws -> SchemaObstacle? {
        guard columns.allSatisfy({ table.column($0) != nil }) else { return nil }
        let list = columns.map { SQL("\($0)") }
        let same = columns.map { SQL("t.\($0) = g.\($0)") }
        let shown = table.columns.first(where: \.isKey).map { [$0.name] } ?? columns
        let from: SQL = """
            FROM \(table) AS t JOIN (SELECT \(list, joined: ", ") FROM \(table) GROUP BY \(list, joined: ", ") HAVING count(*) > 1) AS g \
            ON \(same, joined: " AND ")
            """
        guard let rows = try reading.value("SELECT count(*) \(from)").integer, rows > 0 else { return nil }
        let terms = shown.map { SQL("t.\($0)") }
        let examples = try reading.rows(
            "SELECT \(terms, joined: ", ") \(from) ORDER BY \(terms, joined: ", ") \(reading.dialect.limit(5, offset: 0))"
        )
        .map { row in row.values.map(SchemaPlan.plain).joined(separator: " ") }
        let names = Words.list(columns)
        return SchemaObstacle(
            table.name,
            Words(
                zh: "表 \(table.name.text) 的 \(names.zh) 不能设为不重复：已有 \(rows) 条记录重复（\(examples.joined(separator: "、"))）。请先更正",
                en:
                    "\(names.en) of \(table.name.text) cannot be made unique: \(rows) rows clash (\(examples.joined(separator: ", "))). Correct them first"
            ),
            rows: rows, examples: examples)
    }

    private static func plain(_ value: Value) -> String {
        switch value {
        case .null: "–"
        case .integer(let number): String(number)
        case .text(let text): text
        case .data(let bytes): Hexadecimal.text(bytes.prefix(8))
        }
    }
}

extension Store {
    /// What has to be done so that the book has these tables.
    public func plan(_ tables: [Table]) throws -> SchemaPlan { try read { try $0.plan(tables) } }
}

extension Reading {
    /// What has to be done so that the book has these tables, as it is here: in a writing, after what it has done already.
    public func plan(_ tables: [Table]) throws -> SchemaPlan { try SchemaPlan(tables, self) }
}

extension Writing {
    /// Does a plan's steps as part of this change. Throws `obstructed` where there are obstacles, or where the tables are no longer
    /// what the plan was made from.
    public func apply(_ plan: SchemaPlan) throws {
        let now = try SchemaPlan(plan.wanted, self)
        guard now.obstacles.isEmpty else { throw StoreError(.obstructed(now.obstacles.map(\.words))) }
        guard now.steps == plan.steps else {
            let words = Words(zh: "方案作出之后数据库已有变动：请重新生成方案", en: "The book has changed since the plan was made: make the plan anew")
            throw StoreError(.obstructed([words]))
        }
        for step in plan.steps {
            let (text, values) = dialect.render(step.sql(dialect))
            try connection.execute(text, values)
            try note(Array(text.utf8))
        }
    }
}
