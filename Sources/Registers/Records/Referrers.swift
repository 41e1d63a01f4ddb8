import Storage

/// Which records refer to a record: all of them are counted, and those that may be seen are named.
struct Referrers {
    /// The referring records of one register: how many, and the titles of the first five.
    struct Group: Sendable {
        let register: Register
        let count: Int64
        let titles: [String]

        var words: Words {
            let more = count > Int64(titles.count)
            guard !titles.isEmpty else { return Words(zh: "\(register.name.zh) \(count) 条", en: "\(count) in \(register.name.en)") }
            return Words(
                zh: "\(register.name.zh) \(count) 条（\(titles.joined(separator: "、"))\(more ? "等" : "")）",
                en: "\(count) in \(register.name.en) (\(titles.joined(separator: ", "))\(more ? ", …" : ""))")
        }
    }

    let catalogue: Catalogue
    let permission: Permission

    init(_ catalogue: Catalogue, _ permission: Permission) {
        self.catalogue = catalogue
        self.permission = permission
    }

    /// The records, not voided, that refer to one. `except` are records that are about to be voided themselves.
    func of(_ id: Int64, _ target: Register, except: [Name: Set<Int64>] = [:], in reading: Reading) throws -> [Group] {
        var groups: [Group] = []
        for register in catalogue.registers {
            let columns = register.fields.filter { $0.kind.target == target.id }.map { SQL("\($0.column) = \(id)") }
            guard !columns.isEmpty else { continue }
            let spared = except[register.id] ?? []
            var count: Int64 = 0
            var titles: [String] = []
            try reading.forEach(
                """
                SELECT id, CASE WHEN \(permission.condition(register, alias: "r")) THEN \(Register.titleColumn) END \
                FROM \(Register.tableName(register.id)) AS r \
                WHERE (\(columns, joined: " OR ")) AND \(Register.voidColumn) = 0 ORDER BY id
                """
            ) { row in
                let number = row.integer(at: 0) ?? 0
                guard !spared.contains(number), !(register.id == target.id && number == id) else { return }
                count += 1
                if titles.count < 5, let title = row.text(at: 1) { titles.append(title) }
            }
            if count > 0 { groups.append(Group(register: register, count: count, titles: titles)) }
        }
        return groups
    }
}
