/// What one change did to one versioned table, as its digest is gathered.
///
/// Rows that were there before and are replaced come in any order and are few: they are held by number until the end.
/// New rows are numbered upwards as they come, so they stream. The digest is therefore that of the replaced rows by number,
/// then of the new rows by number, however they were written.
final class TableContent {
    let table: VersionedTable
    private var new = NewRows()
    private var replaced: [Int64: [UInt8]] = [:]

    init(_ table: VersionedTable) { self.table = table }

    var rows: Int64 { new.count + Int64(replaced.count) }

    func add(_ id: Int64, _ values: [Value]) {
        var bytes: [UInt8] = []
        table.encoding.append(id, values, to: &bytes)
        new.add(id, bytes)
    }

    /// Adds a new row from an appender.
    func add(_ id: Int64, _ row: borrowing NewRow, _ spelling: AppendSpelling) { new.add(id, row, spelling) }

    func replace(_ id: Int64, _ values: [Value]) {
        if let first = new.first, id >= first {
            new.isStale = true
        } else {
            var bytes: [UInt8] = []
            table.encoding.append(id, values, to: &bytes)
            replaced[id] = bytes
        }
    }

    /// The bytes that stand for this table in the change's content; `restream` reads the new rows once more where needed.
    func finish(restream: (_ first: Int64, inout DigestStream) throws -> Void) throws -> [UInt8] {
        var old = DigestStream()
        for id in replaced.keys.sorted() { old.append(replaced[id] ?? []) }
        let digest = try new.finish(restream: restream)
        return TableContent.summary(table.name, rows: rows, replaced: old.finish(), new: digest)
    }

    static func summary(_ name: Name, rows: Int64, replaced: [UInt8], new: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(counted: name.text.utf8)
        bytes.append(bigEndian: rows)
        return bytes + replaced + new
    }

    /// The numbers of all rows that were touched, as ranges.
    var ranges: [ClosedRange<Int64>] {
        var ranges: [ClosedRange<Int64>] = []
        for id in replaced.keys.sorted() { ranges.append(next: id...id) }
        for range in new.ranges { ranges.append(next: range) }
        return ranges
    }
}
