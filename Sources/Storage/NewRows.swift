/// The rows that one change adds to one table: their digest as they stream by, and their numbers.
struct NewRows: ~Copyable {
    private(set) var count: Int64 = 0
    private(set) var first: Int64?
    /// Whether one of them was replaced since, so that what streamed no longer holds.
    var isStale = false
    private var start: Int64 = 0
    private var last: Int64 = 0
    private var earlier: [ClosedRange<Int64>] = []
    private var stream = DigestStream()

    /// The numbers as ranges, nearly always one.
    var ranges: [ClosedRange<Int64>] { first == nil ? [] : earlier + [start...last] }

    mutating func add(_ id: Int64, _ bytes: [UInt8]) {
        stream.append(bytes)
        added(id)
    }

    mutating func add(_ id: Int64, _ row: borrowing NewRow, _ spelling: AppendSpelling) {
        spelling.append(id, row, to: &stream)
        added(id)
    }

    /// The digest; `restream` is asked for the rows from a number on where what streamed no longer holds.
    mutating func finish(restream: (_ first: Int64, inout DigestStream) throws -> Void) throws -> [UInt8] {
        if isStale, let first {
            stream = DigestStream()
            try restream(first, &stream)
        }
        return stream.finish()
    }

    @inline(__always)
    private mutating func added(_ id: Int64) {
        if count > 0, id != last + 1 {
            // A number below the last would break the order of the stream.
            if id <= last { isStale = true }
            earlier.append(start...last)
            start = id
        } else if count == 0 {
            first = id
            start = id
        }
        last = id
        count += 1
    }
}
