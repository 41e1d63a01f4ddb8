/// A table from one or two whole numbers to a small one: as a dictionary, but for millions of rows and nothing else.
struct NumberTable {
    private struct Entry {
        var first: Int64
        var second: Int64
        /// The number that is kept, or `none`.
        var value: Int32
    }

    private static let none = Int32.min
    private var entries: [Entry] = Array(repeating: Entry(first: 0, second: 0, value: none), count: 1024)
    private var count = 0

    /// What is kept under the numbers.
    @inline(__always)
    func value(_ first: Int64, _ second: Int64 = 0) -> Int32? {
        let entry = entries[slot(first, second)]
        return entry.value == NumberTable.none ? nil : entry.value
    }

    /// Keeps a number; the least there is can't be kept.
    mutating func keep(_ value: Int32, under first: Int64, _ second: Int64 = 0) {
        if count * 2 >= entries.count { grow() }
        let slot = slot(first, second)
        if entries[slot].value == NumberTable.none { count += 1 }
        entries[slot] = Entry(first: first, second: second, value: value)
    }

    private mutating func grow() {
        let old = entries
        entries = Array(repeating: Entry(first: 0, second: 0, value: NumberTable.none), count: old.count * 4)
        for entry in old where entry.value != NumberTable.none { entries[slot(entry.first, entry.second)] = entry }
    }

    /// Where the numbers are, or where they would be put.
    @inline(__always)
    private func slot(_ first: Int64, _ second: Int64) -> Int {
        var hash = UInt64(bitPattern: first) &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ (hash >> 29) ^ UInt64(bitPattern: second)) &* 0xBF58_476D_1CE4_E5B9
        var slot = Int(truncatingIfNeeded: hash >> 20) & (entries.count - 1)
        while entries[slot].value != NumberTable.none, entries[slot].first != first || entries[slot].second != second {
            slot = (slot + 1) & (entries.count - 1)
        }
        return slot
    }
}
