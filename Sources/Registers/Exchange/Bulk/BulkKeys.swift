import Storage

/// Who holds the values that a register's records hold once: the book, or an earlier row of the file.
struct BulkKeys {
    let unique: RecordLayout.Unique
    /// For keys of one or two whole numbers, as most are.
    private var numbers: NumberTable?
    private var values: UniqueIndex

    init(_ unique: RecordLayout.Unique, _ layout: RecordLayout, in reading: Reading) throws {
        self.unique = unique
        values = try UniqueIndex(unique, layout, in: reading)
        guard unique.positions.count <= 2, unique.positions.allSatisfy({ layout.table.columns[$0].kind == .integer }) else { return }
        var table = NumberTable()
        for (key, _) in values.holders {
            switch key {
            case .one(let first): table.keep(0, under: first)
            case .two(let first, let second): table.keep(0, under: first, second)
            case .many: return
            }
        }
        numbers = table
    }

    /// The row that said the same; 0 for the book; nil where nothing did, or the key has an empty part and is none.
    func holder(_ row: [Value]) -> Int? {
        guard numbers != nil else { return values.key(row).flatMap { values.holders[$0]?.row } }
        guard let (first, second) = pair(row) else { return nil }
        return numbers?.value(first, second).map { Int($0) }
    }

    /// Whether a row has the whole key.
    func isWhole(_ row: [Value]) -> Bool { !unique.positions.contains { row[$0].isNull } }

    mutating func hold(_ row: [Value], number: Int) {
        if numbers == nil {
            if let key = values.key(row) { values.hold(key, id: 0, row: number) }
        } else if let (first, second) = pair(row) {
            numbers?.keep(Int32(clamping: number), under: first, second)
        }
    }

    @inline(__always)
    private func pair(_ row: [Value]) -> (Int64, Int64)? {
        guard case .integer(let first) = row[unique.positions[0]] else { return nil }
        if unique.positions.count == 1 { return (first, 0) }
        guard case .integer(let second) = row[unique.positions[1]] else { return nil }
        return (first, second)
    }
}
