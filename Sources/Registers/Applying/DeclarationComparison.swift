import Storage

/// Compares the declarations in force with new ones: what it means for the records, in sentences, and what stands in the way.
struct DeclarationComparison {
    let old: Catalogue?
    let new: Catalogue
    let reading: Reading
    private(set) var sentences: [Words] = []
    private(set) var obstacles: [Words] = []
    private(set) var refreshes: [Name: DeclarationPlan.Refresh] = [:]
    /// Registers of which something was said, so that their file needs no sentence.
    private var spoken: Set<Name> = []

    init(old: Catalogue?, new: Catalogue, reading: Reading) {
        self.old = old
        self.new = new
        self.reading = reading
    }

    mutating func compare() throws {
        if let old, old.site.offset != new.site.offset {
            obstacles.append(Words(zh: "时区不能更改：已有的时刻都按原时区记着本地日期。", en: "The time zone can't change: every moment was kept with its local day."))
        }
        for register in new.registers {
            if let former = old?.register(register.id) {
                try compare(former, register)
            } else {
                say(
                    register, zh: "新建台账“\(register.name.zh)”，\(register.fields.count) 栏。",
                    en: "Adds the register “\(register.name.en)” with \(register.fields.count) fields.")
            }
        }
        for register in old?.registers ?? [] where new.register(register.id) == nil {
            let count = try rows(register)
            if count > 0 {
                obstacles.append(
                    Words(
                        zh: "台账“\(register.name.zh)”不见了，但有 \(count) 条记录；台账不能删除，请把文件放回来。",
                        en:
                            "The register “\(register.name.en)” is gone, but it has \(count) records; registers can't be removed, so put the file back."
                    ))
            } else {
                sentences.append(Words(zh: "不再使用空的台账“\(register.name.zh)”。", en: "No longer uses the empty register “\(register.name.en)”."))
            }
        }
    }

    /// Says which other files are new, different or gone: indicators, reports, calendars.
    mutating func compareFiles(_ former: Sources?, _ sources: Sources) {
        guard let former else { return }
        for source in sources.all {
            let name = source.file.split(separator: "/").last.map { String($0.dropLast(5)) }.flatMap { Name($0) }
            if source.file.hasPrefix("registers/"), let name, spoken.contains(name) { continue }
            guard let before = former[source.file] else {
                if !source.file.hasPrefix("registers/") { sentences.append(Words(zh: "新增文件 \(source.file)。", en: "Adds the file \(source.file).")) }
                continue
            }
            if before.text != source.text {
                let what = source.file.hasPrefix("registers/")
                sentences.append(
                    what
                        ? Words(
                            zh: "文件 \(source.file) 的名称、说明或次序有调整，记录不变。",
                            en: "Labels, explanations or order change in \(source.file); no record changes.")
                        : Words(zh: "文件 \(source.file) 有改动。", en: "The file \(source.file) changes."))
            }
        }
        for source in former.all where sources[source.file] == nil && !source.file.hasPrefix("registers/") {
            sentences.append(Words(zh: "不再使用文件 \(source.file)。", en: "No longer uses the file \(source.file)."))
        }
    }

    /// Says what the tables still need where the declarations themselves need nothing: after a newer release.
    mutating func compareTables(_ schema: SchemaPlan) {
        guard sentences.isEmpty, obstacles.isEmpty else { return }
        obstacles = schema.obstacles.map(\.words)
        guard obstacles.isEmpty, !schema.steps.isEmpty else { return }
        sentences.append(
            Words(
                zh: "按新版程序补齐数据表（\(schema.steps.count) 处），记录不变。",
                en: "Brings the tables up to this release (\(schema.steps.count) step(s)); no record changes."))
    }

    // MARK: one register

    private mutating func compare(_ former: Register, _ register: Register) throws {
        let count = try rows(former)
        for field in register.fields {
            if let before = former.fields.first(where: { $0.column == field.column }) {
                compare(before, field, register)
            } else {
                added(field, former, register, count)
            }
        }
        for field in former.fields where !register.fields.contains(where: { $0.column == field.column }) {
            obstacles.append(
                Words(
                    zh: "“\(register.name.zh)”的“\(field.name.zh)”（\(field.id.text)）不见了；旧记录还用着它，请写 retired: yes，改名则写 was: \(field.column.text)。",
                    en:
                        "“\(field.name.en)” (\(field.id.text)) of “\(register.name.en)” is gone; old records hold it: write retired: yes, or was: \(field.column.text) where it was renamed."
                ))
        }
        compareStates(former, register, count)
        if former.title != register.title, count > 0 {
            say(register, zh: "“\(register.name.zh)”的 \(count) 条记录重写标题。", en: "Rewrites the titles of \(count) records of “\(register.name.en)”.")
        }
        guard count > 0, !RuleMarks.same(former, register) else { return }
        try examine(former, register)
    }

    private mutating func added(_ field: Field, _ former: Register, _ register: Register, _ count: Int64) {
        if let was = field.was {
            let first = former.field(was)?.column
            let hint = first.map { Words(zh: "它最初叫 \($0.text)，请写 was: \($0.text)", en: "it began as \($0.text), so write was: \($0.text)") }
            obstacles.append(
                Words(
                    zh: "“\(register.name.zh)”的“\(field.name.zh)”写着 was: \(was.text)，但\(hint?.zh ?? "没有这个旧名")。",
                    en: "“\(field.name.en)” of “\(register.name.en)” says was: \(was.text), but \(hint?.en ?? "there was no such field")."))
            return
        }
        let after: Words =
            if count == 0 || field.kind is FormulaField { Words(zh: "。", en: ".") } else {
                Words(zh: "；已有 \(count) 条记录此栏为空。", en: "; \(count) existing records stay empty.")
            }
        say(
            register, zh: "“\(register.name.zh)”增加“\(field.name.zh)”\(after.zh)", en: "Adds “\(field.name.en)” to “\(register.name.en)”\(after.en)")
    }

    private mutating func compare(_ before: Field, _ field: Field, _ register: Register) {
        let place = (zh: "“\(register.name.zh)”的“\(field.name.zh)”", en: "“\(field.name.en)” of “\(register.name.en)”")
        if let reason = RuleMarks.fixed(before, field) {
            obstacles.append(
                Words(
                    zh: "\(place.zh)：\(reason.zh)不能更改；请另起一栏，把这一栏写为 retired: yes。",
                    en: "\(place.en): \(reason.en) can't change; add a new field and mark this one retired: yes."))
        }
        if before.id != field.id {
            say(
                register, zh: "\(place.zh)由 \(before.id.text) 改名为 \(field.id.text)，记录不变。",
                en: "Renames \(place.en) from \(before.id.text) to \(field.id.text); no record changes.")
        }
        if before.isRetired != field.isRetired {
            say(
                register, zh: field.isRetired ? "\(place.zh)停用，旧记录里的内容保留。" : "\(place.zh)恢复使用。",
                en: field.isRetired ? "Retires \(place.en); what old records hold stays." : "Takes \(place.en) into use again.")
        }
    }

    private mutating func compareStates(_ former: Register, _ register: Register, _ count: Int64) {
        for state in former.states where register.state(state.id) == nil {
            let standing =
                (try? number(
                    "SELECT count(*) FROM \(former.table.current) WHERE \(Register.stateColumn) = \(state.id.text) AND \(Register.voidColumn) = 0"))
                ?? 0
            if standing > 0 {
                obstacles.append(
                    Words(
                        zh: "“\(register.name.zh)”的状态“\(state.name.zh)”还有 \(standing) 条记录，不能去掉。",
                        en: "\(standing) records of “\(register.name.en)” stand in the state “\(state.name.en)”, so it can't go."))
            } else {
                say(
                    register, zh: "“\(register.name.zh)”去掉状态“\(state.name.zh)”。",
                    en: "Removes the state “\(state.name.en)” from “\(register.name.en)”.")
            }
        }
        for state in register.states where former.state(state.id) == nil {
            say(register, zh: "“\(register.name.zh)”增加状态“\(state.name.zh)”。", en: "Adds the state “\(state.name.en)” to “\(register.name.en)”.")
        }
        if former.states.isEmpty, let first = register.states.first, count > 0 {
            refreshes[register.id, default: .init()].state = first.id
            say(register, zh: "已有 \(count) 条记录从“\(first.name.zh)”开始。", en: "\(count) existing records begin at “\(first.name.en)”.")
        }
    }

    /// Holds the new rules against the records that there are.
    private mutating func examine(_ former: Register, _ register: Register) throws {
        let titlesChange = former.title != register.title || former.key != register.key
        var examination = RecordExamination(former, register, state: refreshes[register.id]?.state)
        try examination.run(in: reading)
        for offence in examination.offences {
            obstacles.append(offence.words(register))
        }
        if titlesChange || examination.recomputed > 0 || refreshes[register.id] != nil {
            refreshes[register.id, default: .init()].titles = titlesChange
        }
        if examination.recomputed > 0 {
            say(
                register, zh: "“\(register.name.zh)”的 \(examination.recomputed) 条记录重新计算。",
                en: "Computes \(examination.recomputed) records of “\(register.name.en)” anew.")
        }
    }

    private mutating func say(_ register: Register, zh: String, en: String) {
        spoken.insert(register.id)
        sentences.append(Words(zh: zh, en: en))
    }

    private func rows(_ register: Register) throws -> Int64 {
        guard try reading.exists(Register.tableName(register.id)) else { return 0 }
        return try number("SELECT count(*) FROM \(Register.tableName(register.id)) WHERE \(Register.voidColumn) = 0")
    }

    private func number(_ sql: SQL) throws -> Int64 { try reading.value(sql).integer ?? 0 }
}
