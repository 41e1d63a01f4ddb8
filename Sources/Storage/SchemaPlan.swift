/// What has to be done so that the tables become what is wanted: steps in order, or what prevents it.
///
/// Nothing is ever dropped but an index: old reports cite the rows.
public struct SchemaPlan: Sendable, Hashable {
    /// The tables as they should be.
    public let wanted: [Table]
    /// What has to be done, in order.
    public private(set) var steps: [SchemaStep] = []
    /// Where there is one, nothing of the plan can be applied.
    public private(set) var obstacles: [SchemaObstacle] = []

    /// Whether everything is as wanted.
    public var isEmpty: Bool { steps.isEmpty && obstacles.isEmpty }

    init(_ wanted: [Table], _ reading: Reading) throws {
        self.wanted = wanted
        let schema = try Schema(reading, only: Set(wanted.map(\.name)))
        let new = wanted.filter { schema.tables[$0.name] == nil }
        for table in SchemaPlan.ordered(new) {
            steps.append(.createTable(table))
            for columns in table.uniques { steps.append(.addIndex(columns, on: table.name, isUnique: true)) }
            for columns in table.indexes { steps.append(.addIndex(columns, on: table.name, isUnique: false)) }
        }
        for table in wanted {
            guard let actual = schema.tables[table.name] else { continue }
            try compareColumns(table, actual, reading)
            try compareIndexes(table, actual, schema.indexes[table.name] ?? [], reading)
        }
    }

    private mutating func compareColumns(_ table: Table, _ actual: Table, _ reading: Reading) throws {
        let rows = try reading.value("SELECT count(*) FROM \(actual)").integer ?? 0
        for column in table.columns {
            guard let found = actual.column(column.name) else {
                if let words = SchemaPlan.reason(against: column, in: table.name) {
                    obstacles.append(SchemaObstacle(table.name, words, rows: rows))
                } else {
                    steps.append(.addColumn(column, to: table.name, rows: rows))
                }
                continue
            }
            if let words = SchemaPlan.difference(column, found, in: table.name) {
                obstacles.append(SchemaObstacle(table.name, words, rows: rows))
            }
        }
        guard table.column("since") != nil else { return }
        for found in actual.columns where table.column(found.name) == nil {
            let place = "\(table.name.text).\(found.name.text)"
            obstacles.append(
                SchemaObstacle(
                    table.name,
                    Words(
                        zh: "列 \(place) 已不在声明中，但过去的记录仍在引用它：请标记为停用，不要删去",
                        en: "The column \(place) is no longer declared, but past records hold it: mark it retired instead of removing it"),
                    rows: rows))
        }
    }

    private mutating func compareIndexes(_ table: Table, _ actual: Table, _ found: [Schema.Index], _ reading: Reading) throws {
        let wanted = table.uniques.map { ($0, true) } + table.indexes.map { ($0, false) }
        for (columns, isUnique) in wanted
        where !found.contains(where: { $0.name == IndexName.name(table: table.name, columns: columns, isUnique: isUnique) }) {
            if isUnique, let obstacle = try SchemaPlan.clash(columns, in: actual, reading) {
                obstacles.append(obstacle)
            } else {
                steps.append(.addIndex(columns, on: table.name, isUnique: isUnique))
            }
        }
        let names = Set(wanted.map { IndexName.name(table: table.name, columns: $0.0, isUnique: $0.1) })
        for index in found where IndexName.isOurs(index.name) && !names.contains(index.name) {
            steps.append(.dropIndex(index.name, index.columns, on: table.name))
        }
    }

    /// Tables after those that they refer to, as far as there is no circle.
    private static func ordered(_ tables: [Table]) -> [Table] {
        var rest = tables
        var done: [Table] = []
        while !rest.isEmpty {
            let open = Set(rest.map(\.name))
            let next = rest.firstIndex { table in
                table.columns.allSatisfy { $0.references.map { $0 == table.name || !open.contains($0) } ?? true }
            }
            done.append(rest.remove(at: next ?? 0))
        }
        return done
    }
}
