/// The tables of a book as they are.
struct Schema {
    /// An index as it is. Only those with a name that `IndexName` gives belong to the plan.
    struct Index: Hashable {
        let name: Name
        let columns: [Name]
        let isUnique: Bool
    }

    private(set) var tables: [Name: Table] = [:]
    private(set) var indexes: [Name: [Index]] = [:]

    /// Reads what the database says of the tables of these names, or of all.
    init(_ reading: Reading, only names: Set<Name>? = nil) throws {
        let dialect = reading.dialect
        for row in try reading.rows(dialect.tables) {
            guard let name = row.text(at: 0).flatMap(Name.init), names?.contains(name) ?? true else { continue }
            var targets: [String: Name] = [:]
            for reference in try reading.rows(dialect.references(of: name)) {
                if let column = reference.text(at: 0) { targets[column] = reference.text(at: 1).flatMap(Name.init) }
            }
            let columns = try reading.rows(dialect.columns(of: name)).compactMap { Schema.column($0, targets: targets, dialect: dialect) }
            tables[name] = Table(name, columns)
            indexes[name] = try Schema.indexes(reading.rows(dialect.indexes(of: name)))
        }
    }

    private static func column(_ row: Row, targets: [String: Name], dialect: any Dialect) -> Column? {
        guard let text = row.text(at: 0), let name = Name(text), let type = row.text(at: 1),
            let kind = Column.Kind.allCases.first(where: { dialect.type(of: $0) == type.uppercased() })
        else { return nil }
        return Column(
            name, kind, isKey: row.integer(at: 4) != 0, isRequired: row.integer(at: 2) != 0, references: targets[text],
            initial: row.text(at: 3).map(dialect.value) ?? .null)
    }

    private static func indexes(_ rows: [Row]) -> [Index] {
        var found: [(name: Name, columns: [Name], isUnique: Bool)] = []
        for row in rows {
            guard let name = row.text(at: 0).flatMap(Name.init), let column = row.text(at: 2).flatMap(Name.init) else { continue }
            if found.last?.name == name {
                found[found.count - 1].columns.append(column)
            } else {
                found.append((name, [column], row.integer(at: 1) != 0))
            }
        }
        return found.map { Index(name: $0.name, columns: $0.columns, isUnique: $0.isUnique) }
    }
}

extension Column.Kind: CaseIterable {
    /// All three.
    public static let allCases: [Column.Kind] = [.integer, .text, .data]
}
