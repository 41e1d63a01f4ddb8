import Storage

/// Finds the records that references name, and knows their titles: looked up one by one, or a whole register at once.
///
/// A record is named by its title, its key, a code, its first text, by pinyin or initials where they fit only one, or by
/// `#` and its number. Voided records are not found.
struct ReferenceDirectory: Sendable {
    /// What is known of a record that is pointed to.
    struct Card: Sendable {
        let title: String
        let spelling: (whole: String, initials: String)
    }

    /// The records of one register.
    struct Shelf: Sendable {
        var cards: [Int64: Card] = [:]
        /// By title, key, code or first text; more than one number where several bear the name.
        var names: [String: [Int64]] = [:]
        var spellings: [String: [Int64]] = [:]
        /// What was typed before, as it was typed.
        var typed: [String: InputContext.Match] = [:]
        /// Records that may not be pointed to any more.
        var voided: Set<Int64> = []
    }

    private var shelves: [Name: Shelf] = [:]

    /// The matches that a field's reader asks for.
    var context: InputContext { context(unit: nil) }

    func context(unit: Unit?) -> InputContext {
        InputContext(find: { target, typed in self.match(target, typed) }, unit: unit)
    }

    /// What is known of a record.
    func card(_ target: Name, _ id: Int64) -> Card? { shelves[target]?.cards[id] }

    /// Takes in every record of a register.
    mutating func load(_ target: Register, in reading: Reading) throws {
        guard shelves[target.id] == nil else { return }
        var shelf = Shelf()
        try reading.forEach(
            "SELECT id, \(Register.titleColumn), \(Register.searchColumn), \(Register.voidColumn) FROM \(Register.tableName(target.id))"
        ) { row in
            guard let id = row.integer(at: 0) else { return }
            shelf.take(id, title: row.text(at: 1) ?? "", search: row.text(at: 2) ?? "", isVoid: row.integer(at: 3) != 0)
        }
        shelves[target.id] = shelf
    }

    /// Takes in the records that a typed text may name.
    mutating func load(_ typed: String, of target: Name, in reading: Reading) throws {
        let normal = SearchText.normal(typed)
        let named: SQL
        if let id = ReferenceDirectory.number(typed) {
            named = "id = \(id)"
        } else {
            named = reading.dialect.contains("\(Register.searchColumn)", "\n\(normal)\n")
        }
        try take(target, where: "\(named) AND \(Register.voidColumn) = 0", in: reading)
    }

    /// Takes in records by number.
    mutating func load(_ ids: some Sequence<Int64>, of target: Name, in reading: Reading) throws {
        let wanted = Set(ids).subtracting(shelves[target]?.cards.keys.map { $0 } ?? []).sorted()
        for start in stride(from: 0, to: wanted.count, by: 500) {
            let marks = wanted[start..<min(start + 500, wanted.count)].map { SQL("\($0)") }
            try take(target, where: "id IN (\(marks, joined: ", "))", in: reading)
        }
    }

    /// Makes known a record that was added meanwhile.
    mutating func take(_ id: Int64, title: String, search: String, of target: Name) {
        guard shelves[target] != nil else { return }
        shelves[target]?.take(id, title: title, search: search, isVoid: false)
        shelves[target]?.typed = [:]
    }

    /// The record that a text names.
    func match(_ target: Name, _ typed: String) -> InputContext.Match {
        guard let shelf = shelves[target] else { return .none }
        return shelf.typed[typed] ?? shelf.match(typed)
    }

    /// The same, remembered for the next row that says it.
    mutating func remembered(_ target: Name, _ typed: String) -> InputContext.Match {
        guard let shelf = shelves[target] else { return .none }
        if let known = shelf.typed[typed] { return known }
        let match = shelf.match(typed)
        shelves[target]?.typed[typed] = match
        return match
    }

    private mutating func take(_ target: Name, where condition: SQL, in reading: Reading) throws {
        var shelf = shelves[target] ?? Shelf()
        try reading.forEach(
            """
            SELECT id, \(Register.titleColumn), \(Register.searchColumn), \(Register.voidColumn) FROM \(Register.tableName(target)) \
            WHERE \(condition) ORDER BY id \(reading.dialect.limit(1000, offset: 0))
            """
        ) { row in
            guard let id = row.integer(at: 0), shelf.cards[id] == nil else { return }
            shelf.take(id, title: row.text(at: 1) ?? "", search: row.text(at: 2) ?? "", isVoid: row.integer(at: 3) != 0)
        }
        shelves[target] = shelf
    }

    /// `#12` is the record of that number.
    static func number(_ typed: String) -> Int64? {
        let text = Narrow.text(typed)
        return text.hasPrefix("#") ? Int64(text.dropFirst()) : nil
    }
}

extension ReferenceDirectory.Shelf {
    mutating func take(_ id: Int64, title: String, search: String, isVoid: Bool) {
        let parts = SearchText.parts(search)
        cards[id] = .init(title: title, spelling: (parts.spelling.whole, parts.spelling.initials))
        if isVoid {
            voided.insert(id)
            return
        }
        for line in parts.names { names[String(line), default: []].append(id) }
        let spellings = Set([parts.spelling.whole, parts.spelling.initials]).filter { $0.count > 1 }
        for spelling in spellings { self.spellings[spelling, default: []].append(id) }
    }

    func match(_ typed: String) -> InputContext.Match {
        if let id = ReferenceDirectory.number(typed) { return cards[id] != nil && !voided.contains(id) ? .one(id) : .none }
        let normal = SearchText.normal(typed)
        guard let found = names[normal] ?? spellings[normal], let first = found.first else { return .none }
        if Set(found).count == 1 { return .one(first) }
        return .several(found.prefix(4).map { cards[$0]?.title ?? "#\($0)" })
    }
}
