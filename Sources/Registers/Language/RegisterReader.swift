import Storage

/// Reads one register file.
enum RegisterReader {
    /// A register whose conditions still wait until all registers are known.
    struct Pending {
        var register: Register
        var fields: [FieldReader.Pending]
        /// Fields that could not be read, of which nothing more is said.
        var broken: Set<Name>
        var balance: BalanceReader.Pending?
    }

    static let keys = [
        "register", "covers", "group", "readers", "writers", "name", "purpose", "title", "key", "time", "valid", "balance", "work", "list", "fields",
        "states", "moves", "views",
    ]

    static func read(_ source: Source, groups: [Group], roles: [Role], _ diagnostics: inout Diagnostics) -> Pending? {
        guard let entry = source.entry(&diagnostics) else { return nil }
        entry.allow(keys, &diagnostics)
        guard let idEntry = entry.required("register", &diagnostics), let id = idEntry.name(&diagnostics) else { return nil }
        let file = source.file.split(separator: "/").last.map(String.init) ?? source.file
        if file != "\(id.text).yaml" {
            diagnostics.add(idEntry.place, "file-name", zh: "文件名应为 \(id.text).yaml。", en: "The file should be named \(id.text).yaml.")
        }
        var fields: [FieldReader.Pending] = []
        var broken: Set<Name> = []
        for pair in entry.required("fields", &diagnostics)?.pairs(&diagnostics) ?? [] {
            if var field = FieldReader.field(pair.key, pair.keyPlace, pair.value, &diagnostics) {
                field.field.readers = HoldersReader.holders(pair.value["readers"], "readers", roles, &diagnostics)
                fields.append(field)
            } else if let name = Name(pair.key) {
                broken.insert(name)
            }
        }
        let states = states(entry["states"], &diagnostics)
        let name = entry.required("name", &diagnostics)?.words(&diagnostics)
        let purpose = entry.required("purpose", &diagnostics)?.words(&diagnostics)
        let names = Names(
            fields: fields.map(\.field.id), broken: broken, hasStates: !states.isEmpty, register: name ?? Words(zh: id.text, en: id.text))
        let group = entry.required("group", &diagnostics).flatMap { RegisterReader.group($0, groups, &diagnostics) } ?? "office"
        let readers = HoldersReader.holders(entry["readers"], "readers", roles, &diagnostics) ?? groups.first { $0.id == group }?.readers ?? .nobody
        let writers = HoldersReader.holders(entry["writers"], "writers", roles, &diagnostics) ?? groups.first { $0.id == group }?.writers ?? .nobody
        // Who keeps a register has to see the personal fields in it; nobody else does, unless the field says so.
        for index in fields.indices where fields[index].field.isPersonal && fields[index].field.readers == nil {
            fields[index].field.readers = writers
        }
        let register = Register(
            id: id, covers: entry["covers"]?.members(&diagnostics).compactMap(\.scalar) ?? [], group: group, name: names.register,
            purpose: purpose ?? names.register, readers: readers, writers: writers, title: RegisterReader.title(entry, names, &diagnostics),
            key: names.list(entry["key"], &diagnostics), fields: fields.map(\.field), time: entry["time"].flatMap { names.one($0, &diagnostics) },
            valid: valid(entry["valid"], names, &diagnostics), work: WorkReader.read(entry["work"], names, fields.map(\.field), states, &diagnostics),
            states: states, moves: moves(entry["moves"], states, names, roles, &diagnostics),
            list: names.list(entry["list"], &diagnostics), views: entry["views"]?.members(&diagnostics).compactMap(\.scalar) ?? ["table"],
            place: idEntry.place)
        checkTime(register, entry, &diagnostics)
        checkColumns(register, &diagnostics)
        guard !fields.isEmpty else { return nil }
        return Pending(register: register, fields: fields, broken: broken, balance: BalanceReader.read(entry["balance"], names, &diagnostics))
    }

    /// Looks up field names with their diagnostics.
    struct Names {
        let fields: [Name]
        /// Declared, but wrong in themselves: no second complaint where they are named.
        let broken: Set<Name>
        let hasStates: Bool
        let register: Words

        func one(_ entry: Entry, _ diagnostics: inout Diagnostics) -> Name? {
            guard let text = entry.text(&diagnostics) else { return nil }
            if let name = fields.first(where: { $0.text == text }) { return name }
            if text == "state", hasStates { return Register.stateColumn }
            if broken.contains(where: { $0.text == text }) { return nil }
            diagnostics.add(
                entry.place, "unknown-field", zh: "“\(register.zh)”没有字段“\(text)”。", en: "“\(register.en)” has no field “\(text)”.",
                suggestion: Suggestion.nearest(to: text, among: fields.map(\.text)))
            return nil
        }

        func list(_ entry: Entry?, _ diagnostics: inout Diagnostics) -> [Name] {
            entry?.members(&diagnostics).compactMap { one($0, &diagnostics) } ?? []
        }
    }

    private static func group(_ entry: Entry, _ groups: [Group], _ diagnostics: inout Diagnostics) -> Name? {
        guard let text = entry.text(&diagnostics) else { return nil }
        // Where the groups themselves can't be read, that is said once and not in every register.
        if groups.isEmpty { return nil }
        if let group = groups.first(where: { $0.id.text == text }) { return group.id }
        diagnostics.add(
            entry.place, "unknown-group", zh: "没有分组“\(text)”。", en: "There is no group “\(text)”.",
            suggestion: Suggestion.nearest(to: text, among: groups.map(\.id.text)))
        return nil
    }

    private static func title(_ entry: Entry, _ names: Names, _ diagnostics: inout Diagnostics) -> Title {
        guard let written = entry.required("title", &diagnostics), let text = written.text(&diagnostics) else { return Title([]) }
        var parts: [Title.Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}") else {
                diagnostics.add(written.place, "title", zh: "标题里的花括号没有合上。", en: "A brace in the title is not closed.")
                return Title(parts)
            }
            let field = String(rest[rest.index(after: open)..<close])
            if let name = names.fields.first(where: { $0.text == field }) {
                parts.append(.field(name))
            } else if names.broken.contains(where: { $0.text == field }) {
                parts.append(.text(field))
            } else {
                diagnostics.add(
                    written.textPlace, "unknown-field", zh: "标题里的“\(field)”不是字段。", en: "“\(field)” in the title is no field.",
                    suggestion: Suggestion.nearest(to: field, among: names.fields.map(\.text)))
            }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        return Title(parts)
    }

    private static func valid(_ entry: Entry?, _ names: Names, _ diagnostics: inout Diagnostics) -> (from: Name, to: Name?)? {
        guard let entry else { return nil }
        entry.allow(["from", "to"], &diagnostics)
        guard let from = entry.required("from", &diagnostics).flatMap({ names.one($0, &diagnostics) }) else { return nil }
        return (from, entry["to"].flatMap { names.one($0, &diagnostics) })
    }

    private static func checkTime(_ register: Register, _ entry: Entry, _ diagnostics: inout Diagnostics) {
        for (key, name) in [("time", register.time), ("valid", register.valid?.from), ("valid", register.valid?.to)] {
            guard let name, let field = register.field(name), field.kind.type != .day, field.kind.type != .moment else { continue }
            diagnostics.add(
                entry[key]?.place ?? register.place, "time", zh: "“\(field.name.zh)”不是日期、时刻或期间，不能定时间。",
                en: "“\(field.name.en)” is no day, moment or period and can't place a record in time.")
        }
        for case .field(let name) in register.title.parts {
            guard let field = register.field(name), field.isPersonal else { continue }
            diagnostics.add(
                entry["title"]?.place ?? register.place, "personal", zh: "“\(field.name.zh)”是个人信息，标题谁都看得到，不能用它。",
                en: "“\(field.name.en)” is personal, and everybody sees a title; leave it out.")
        }
        if register.title.parts.isEmpty {
            diagnostics.add(register.place, "title", zh: "标题是空的，记录就没有名字。", en: "The title is empty, so records would have no name.")
        }
    }

    /// Two fields can't share a column: a renamed one keeps the column it began with, and a moment has a second for its day.
    private static func checkColumns(_ register: Register, _ diagnostics: inout Diagnostics) {
        if register.id.text.utf8.count > 50 || register.id.text.hasSuffix("_past") {
            diagnostics.add(
                register.place, "name", zh: "台账名最长 50 个字符，且不能以 _past 结尾。",
                en: "A register's name has at most 50 characters and doesn't end in _past.")
        }
        var owners: [Name: Field] = [:]
        for field in register.fields {
            if let was = field.was, FieldReader.reserved.contains(was.text) {
                diagnostics.add(
                    field.place, "reserved", zh: "“\(was.text)”是园簿自己用的名称，不会是旧名。", en: "“\(was.text)” is used by the book itself and was no field.")
            }
            for column in field.kind.columns(field.column).map(\.name) {
                if let other = owners[column] {
                    diagnostics.add(
                        field.place, "column", zh: "“\(field.name.zh)”与“\(other.name.zh)”都要用列 \(column.text)，请改一个名称。",
                        en: "“\(field.name.en)” and “\(other.name.en)” both need the column \(column.text); rename one of them.")
                }
                owners[column] = field
            }
        }
    }

    private static func states(_ entry: Entry?, _ diagnostics: inout Diagnostics) -> [State] {
        guard let entry else { return [] }
        return entry.pairs(&diagnostics).compactMap { pair in
            pair.value.allow(["name", "stage"], &diagnostics)
            guard let id = Entry.name(pair.key, at: pair.keyPlace, &diagnostics),
                let name = pair.value.required("name", &diagnostics)?.words(&diagnostics),
                let stage = pair.value.required("stage", &diagnostics)?.choice(State.Stage.allCases.map { ($0.rawValue, $0) }, &diagnostics)
            else { return nil }
            return State(id: id, name: name, stage: stage)
        }
    }

    private static func moves(_ entry: Entry?, _ states: [State], _ names: Names, _ roles: [Role], _ diagnostics: inout Diagnostics) -> [Move] {
        guard let entry else { return [] }
        let pairs = entry.pairs(&diagnostics)
        func one(_ entry: Entry, _ known: [Name], _ rule: String, _ zh: String, _ en: String) -> Name? {
            guard let text = entry.text(&diagnostics) else { return nil }
            if let name = known.first(where: { $0.text == text }) { return name }
            diagnostics.add(
                entry.place, rule, zh: "没有\(zh)“\(text)”。", en: "There is no \(en) “\(text)”.",
                suggestion: Suggestion.nearest(to: text, among: known.map(\.text)))
            return nil
        }
        return pairs.compactMap { pair in
            pair.value.allow(["name", "from", "to", "by", "needs", "other_than"], &diagnostics)
            let known = states.map(\.id)
            let from = pair.value.required("from", &diagnostics)?.members(&diagnostics) ?? []
            let by = pair.value["by"]?.members(&diagnostics) ?? []
            let other = pair.value["other_than"]
            guard let id = Entry.name(pair.key, at: pair.keyPlace, &diagnostics),
                let name = pair.value.required("name", &diagnostics)?.words(&diagnostics),
                let to = pair.value.required("to", &diagnostics).flatMap({ one($0, known, "unknown-state", "状态", "state") })
            else { return nil }
            return Move(
                id: id, name: name, from: from.compactMap { one($0, known, "unknown-state", "状态", "state") }, to: to,
                by: by.compactMap { one($0, roles.map(\.id), "unknown-role", "角色", "role") }, needs: names.list(pair.value["needs"], &diagnostics),
                otherThan: other.flatMap { one($0, pairs.compactMap { Name($0.key) }, "unknown-move", "办理动作", "move") })
        }
    }
}
