public import Storage

extension History {
    /// What undoing a change would do: what it added is voided, what it changed is put back.
    ///
    /// It can't be undone where a record was changed since, where something that was entered later refers to what would be
    /// voided, or where what would be put back refers to a record that was voided since. Throws `Refused` where there is no
    /// such change, or it is one that changed the declarations.
    public func undoing(_ number: Int64, _ reading: Reading) throws -> UndoPlan {
        guard let change = try reading.change(number: number) else {
            throw Refused(zh: "没有第 \(number) 号变更。", en: "There is no change \(number).")
        }
        guard change.kind != "apply" else {
            throw Refused(zh: "声明的变更不能撤销；请改回声明再应用。", en: "A change of the declarations can't be undone; change them back and apply.")
        }
        var parts: [UndoPlan.Part] = []
        var obstacles: [Words] = []
        for register in book.catalogue.registers {
            let layout = RecordLayout(register)
            let table = layout.table
            let now = try reading.rows("SELECT id FROM \(table.current) WHERE since = \(number) ORDER BY id").compactMap { $0.integer(at: 0) }
            let replaced = Set(try reading.rows("SELECT id FROM \(table.past) WHERE until = \(number)").compactMap { $0.integer(at: 0) })
            let since = try changedSince(number, table, register, reading)
            guard !now.isEmpty || since != nil else { continue }
            // Who may not write the records has no business with what stands in the way.
            try permission.demandWriting(register)
            if let since { obstacles.append(since) }
            guard !now.isEmpty else { continue }
            parts.append(
                UndoPlan.Part(register: register, added: now.filter { !replaced.contains($0) }, replaced: now.filter { replaced.contains($0) }))
            obstacles += try referredSince(number, register, reading)
            obstacles += try referringToVoid(number, layout, reading)
        }
        return UndoPlan(change: change, parts: parts, obstacles: obstacles)
    }

    /// Undoes a change as part of this one; answers how many records it touched. Throws `Refused` with the list where it can't be undone.
    @discardableResult
    public func undo(_ number: Int64, in writing: Writing) throws -> Int {
        let plan = try undoing(number, writing)
        guard plan.obstacles.isEmpty else {
            throw Refused(
                zh: "第 \(number) 号变更不能撤销：\n" + plan.obstacles.map(\.zh).joined(separator: "\n"),
                en: "Change \(number) can't be undone:\n" + plan.obstacles.map(\.en).joined(separator: "\n"))
        }
        guard !plan.parts.isEmpty else {
            throw Refused(zh: "第 \(number) 号变更没有动过记录，不用撤销。", en: "Change \(number) touched no record; there is nothing to undo.")
        }
        // First what was added goes, so that a key is free for what is put back.
        var touched = try plan.parts.map { (layout: RecordLayout($0.register), rows: try void($0, in: writing)) }
        for (index, part) in plan.parts.enumerated() { touched[index].rows += try restore(part, number, in: writing) }
        let balances = Balances(catalogue: book.catalogue, permission: permission)
        for (layout, rows) in touched {
            do { try balances.check(layout, rows, in: writing) } catch let invalid as Invalid {
                let (zh, en) = (invalid.items.map { $0.text(.zh) }, invalid.items.map { $0.text(.en) })
                throw Refused(
                    zh: "第 \(number) 号变更不能撤销：\n" + zh.joined(separator: "\n"), en: "Change \(number) can't be undone:\n" + en.joined(separator: "\n"))
            }
        }
        return plan.voids + plan.restores
    }

    // MARK: doing it

    /// The rows that it voided.
    private func void(_ part: UndoPlan.Part, in writing: Writing) throws -> [[Value]] {
        try permission.demandWriting(part.register)
        let layout = RecordLayout(part.register)
        var years: Set<Int> = []
        var rows: [[Value]] = []
        for id in part.added {
            guard let found = try RecordSelect.row(id, layout, in: writing) else { continue }
            try permission.demandWriting(id, found.row, layout)
            years.formUnion(layout.years(found.row))
            rows.append(found.row)
            if found.row[layout.void] == 0 { try writing.replace(id, with: [Register.voidColumn: .integer(id)], in: layout.table) }
        }
        if !part.added.isEmpty { Records.move(counters: part.register.id, years, in: writing) }
        return rows
    }

    /// The rows that it replaced and those that it put back.
    private func restore(_ part: UndoPlan.Part, _ number: Int64, in writing: Writing) throws -> [[Value]] {
        let layout = RecordLayout(part.register)
        let names: SQL = "\(layout.table.columns.map { SQL("\($0)") }, joined: ", ")"
        var years: Set<Int> = []
        var rows: [[Value]] = []
        for id in part.replaced {
            guard let now = try RecordSelect.row(id, layout, in: writing),
                let then = try writing.row("SELECT \(names) FROM \(layout.table.past) WHERE id = \(id) AND until = \(number)")
            else { continue }
            for row in [now.row, then.values] { try permission.demandWriting(id, row, layout) }
            years.formUnion(layout.years(now.row))
            years.formUnion(layout.years(then.values))
            rows += [now.row, then.values]
            let values = Dictionary(zip(layout.table.columns.map(\.name), then.values), uniquingKeysWith: { first, _ in first })
            do { try writing.replace(id, with: values, in: layout.table) } catch let error as StoreError {
                guard case .unique = error.cause else { throw error }
                let title = then.values[layout.title].text ?? ""
                throw Refused(
                    zh: "“\(title)”不能恢复：它的主键已被另一条记录使用。", en: "“\(title)” can't be put back: another record has its key now.")
            }
        }
        if !part.replaced.isEmpty { Records.move(counters: part.register.id, years, in: writing) }
        return rows
    }

    // MARK: what stands in the way

    private func changedSince(_ number: Int64, _ table: VersionedTable, _ register: Register, _ reading: Reading) throws -> Words? {
        let rows = try reading.rows(
            """
            SELECT c.\(Register.titleColumn), min(p.until) FROM \(table.past) AS p JOIN \(table.current) AS c ON c.id = p.id \
            WHERE p.since = \(number) GROUP BY c.id ORDER BY c.id
            """)
        guard !rows.isEmpty else { return nil }
        let titles = try rows.prefix(5).map { row in
            let by = try row.integer(at: 1).flatMap { try reading.change(number: $0) }
            let name = row.text(at: 0) ?? ""
            return by.map { "\(name)（\($0.day.iso) \($0.subject)）" } ?? name
        }
        let more = rows.count > titles.count
        return Words(
            zh: "“\(register.name.zh)”有 \(rows.count) 条记录之后又改过：\(titles.joined(separator: "、"))\(more ? "等" : "")。",
            en: "\(rows.count) record(s) of “\(register.name.en)” were changed since: \(titles.joined(separator: ", "))\(more ? ", …" : "").")
    }

    /// What refers to a record that would be voided, and was not entered by the same change.
    private func referredSince(_ number: Int64, _ target: Register, _ reading: Reading) throws -> [Words] {
        let table = target.table
        return try book.catalogue.registers.compactMap { register in
            let columns = register.fields.filter { $0.kind.target == target.id }.map { SQL("r.\($0.column) = t.id") }
            guard !columns.isEmpty else { return nil }
            let seen = permission.condition(register, alias: "r")
            let rows = try reading.rows(
                """
                SELECT DISTINCT r.id, CASE WHEN \(seen) THEN r.\(Register.titleColumn) END FROM \(table.current) AS t JOIN \(Register.tableName(register.id)) AS r \
                ON \(columns, joined: " OR ") WHERE t.since = \(number) AND r.since <> \(number) AND r.\(Register.voidColumn) = 0 \
                AND NOT EXISTS (SELECT 1 FROM \(table.past) AS p WHERE p.id = t.id AND p.until = \(number)) ORDER BY r.id
                """)
            guard !rows.isEmpty else { return nil }
            let titles = rows.compactMap { $0.text(at: 1) }.prefix(5)
            let more = rows.count > titles.count
            return Words(
                zh: "新增的“\(target.name.zh)”已被“\(register.name.zh)”的 \(rows.count) 条记录引用：\(titles.joined(separator: "、"))\(more ? "等" : "")。",
                en:
                    "\(rows.count) record(s) of “\(register.name.en)” refer to what was added to “\(target.name.en)”: \(titles.joined(separator: ", "))\(more ? ", …" : "")."
            )
        }
    }

    /// What would be put back but refers to a record that is void now.
    private func referringToVoid(_ number: Int64, _ layout: RecordLayout, _ reading: Reading) throws -> [Words] {
        try layout.slots.compactMap { slot in
            guard let target = slot.field.kind.target else { return nil }
            let rows = try reading.rows(
                """
                SELECT p.\(Register.titleColumn), t.\(Register.titleColumn) FROM \(layout.table.past) AS p JOIN \(Register.tableName(target)) AS t \
                ON t.id = p.\(slot.field.column) WHERE p.until = \(number) AND p.\(Register.voidColumn) = 0 AND t.\(Register.voidColumn) <> 0 ORDER BY p.id
                """)
            guard let first = rows.first else { return nil }
            return Words(
                zh: "“\(first.text(at: 0) ?? "")”等 \(rows.count) 条要恢复的记录引用着已作废的“\(first.text(at: 1) ?? "")”。",
                en: "\(rows.count) record(s) to be put back, such as “\(first.text(at: 0) ?? "")”, refer to the voided “\(first.text(at: 1) ?? "")”.")
        }
    }
}
