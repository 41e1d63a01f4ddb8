/// What one change did to one versioned table, as its digest is gathered.
///
/// Rows that were there before and are replaced come in any order and are few: they are held by number until the end.
/// New rows are numbered upwards as they come, so they stream. The digest is therefore that of the replaced rows by number,
/// then of the new rows by number, however they were written.
final class TableContent {
    let table: VersionedTable
    private(set) var firstNew: Int64?
    private(set) var newRows: Int64 = 0
    private var lastNew: Int64 = 0
    private var replaced: [Int64: [UInt8]] = [:]
    private var stream = DigestStream()
    /// Whether a row that this change made was replaced in it, so that what streamed no longer holds.
    private(set) var isRewritten = false

    init(_ table: VersionedTable) { self.table = table }

    var rows: Int64 { newRows + Int64(replaced.count) }

    func isNew(_ id: Int64) -> Bool { firstNew.map { id >= $0 } ?? false }

    func add(_ id: Int64, _ values: [Value]) {
        table.encoding.append(id, values, to: &stream.buffer)
        added(id)
    }

    /// Adds a new row whose encoding is written by the closure.
    func add(_ id: Int64, encoding: (inout [UInt8]) -> Void) {
        encoding(&stream.buffer)
        added(id)
    }

    func replace(_ id: Int64, _ values: [Value]) {
        if isNew(id) {
            isRewritten = true
        } else {
            var bytes: [UInt8] = []
            table.encoding.append(id, values, to: &bytes)
            replaced[id] = bytes
        }
    }

    /// The bytes that stand for this table in the change's content; `restream` reads the new rows once more where needed.
    func finish(restream: (inout DigestStream) throws -> Void) throws -> [UInt8] {
        var old = DigestStream()
        for id in replaced.keys.sorted() {
            old.buffer += replaced[id] ?? []
            old.settle()
        }
        if isRewritten {
            stream = DigestStream()
            try restream(&stream)
        }
        return TableContent.summary(table.name, rows: rows, replaced: old.finish(), new: stream.finish())
    }

    static func summary(_ name: Name, rows: Int64, replaced: [UInt8], new: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(counted: name.text.utf8)
        bytes.append(bigEndian: rows)
        return bytes + replaced + new
    }

    private func added(_ id: Int64) {
        if firstNew == nil { firstNew = id } else if id <= lastNew { isRewritten = true }
        lastNew = id
        newRows += 1
        stream.settle()
    }
}
