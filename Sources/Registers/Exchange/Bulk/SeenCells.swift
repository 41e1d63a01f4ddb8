import Storage

/// What cells of a column were found to mean, by their bytes, so that a text which comes again costs no reading and no string.
struct SeenCells {
    private struct Entry {
        var hash: UInt64
        var start: Int
        var count: Int
        var value: Value
    }

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    /// Places of entries by hash, -1 where there is none; a power of two long.
    private var table: [Int32] = Array(repeating: -1, count: 256)

    /// More are not remembered: a column of so many different texts gains nothing.
    private static let limit = 1 << 17

    /// The value of a text that was seen.
    func value(_ cell: UnsafeBufferPointer<UInt8>) -> Value? {
        let hash = SeenCells.hash(cell)
        var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
        while table[slot] >= 0 {
            let entry = entries[Int(table[slot])]
            if entry.hash == hash, entry.count == cell.count, isSame(entry, cell) { return entry.value }
            slot = (slot + 1) & (table.count - 1)
        }
        return nil
    }

    /// Remembers a text that was not seen.
    mutating func remember(_ cell: UnsafeBufferPointer<UInt8>, _ value: Value) {
        guard entries.count < SeenCells.limit else { return }
        if entries.count * 2 >= table.count { grow() }
        let hash = SeenCells.hash(cell)
        entries.append(Entry(hash: hash, start: bytes.count, count: cell.count, value: value))
        bytes.append(contentsOf: cell)
        place(entries.count - 1)
    }

    private func isSame(_ entry: Entry, _ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { known in
            for index in 0..<entry.count where known[entry.start + index] != cell[index] { return false }
            return true
        }
    }

    private mutating func grow() {
        table = Array(repeating: -1, count: table.count * 2)
        for index in entries.indices { place(index) }
    }

    private mutating func place(_ index: Int) {
        var slot = Int(truncatingIfNeeded: entries[index].hash) & (table.count - 1)
        while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
        table[slot] = Int32(truncatingIfNeeded: index)
    }

    /// FNV-1a, with its high bits folded in.
    private static func hash(_ cell: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in cell { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ (hash >> 32)
    }
}
