import Storage

/// The values that a register's records hold once, and who holds them: the records there are, and the rows of a batch.
struct UniqueIndex {
    /// Values that are unique together; two whole numbers are the usual case and kept without a list.
    enum Key: Hashable {
        case one(Int64)
        case two(Int64, Int64)
        case many([Value])
    }

    /// Who holds a key.
    struct Holder {
        /// The record that is in the book; 0 for none.
        var id: Int64
        /// The row of this batch that said it; 0 for none.
        var row: Int
    }

    let unique: RecordLayout.Unique
    private(set) var holders: [Key: Holder] = [:]

    /// Takes in the records that there are.
    init(_ unique: RecordLayout.Unique, _ layout: RecordLayout, in reading: Reading) throws {
        self.unique = unique
        let columns = unique.positions.map { SQL("\(layout.table.columns[$0].name)") }
        let width = columns.count
        try reading.forEach(
            "SELECT id, \(columns, joined: ", ") FROM \(layout.table.current) WHERE \(Register.voidColumn) = 0"
        ) { row in
            guard let id = row.integer(at: 0) else { return }
            if let key = UniqueIndex.key(width, { row[$0 + 1] }) { holders[key] = Holder(id: id, row: 0) }
        }
    }

    /// The key of a row; nil where a part of it is empty, since such a key is none.
    func key(_ row: [Value]) -> Key? { UniqueIndex.key(unique.positions.count) { row[unique.positions[$0]] } }

    mutating func hold(_ key: Key, id: Int64, row: Int) { holders[key] = Holder(id: id, row: row) }

    private static func key(_ width: Int, _ value: (Int) -> Value) -> Key? {
        if width == 1, case .integer(let one) = value(0) { return .one(one) }
        if width == 2, case .integer(let one) = value(0), case .integer(let other) = value(1) { return .two(one, other) }
        var values: [Value] = []
        values.reserveCapacity(width)
        for position in 0..<width {
            let value = value(position)
            if value.isNull { return nil }
            values.append(value)
        }
        return .many(values)
    }
}
