/// Rows of one register that a change made or replaced.
public struct Touched: Sendable, Hashable {
    /// The versioned table.
    public let register: Name
    /// Numbers of rows, all of them touched.
    public let ids: ClosedRange<Int64>

    init(register: Name, ids: ClosedRange<Int64>) {
        self.register = register
        self.ids = ids
    }

    /// From `register`, `first` and `last`; nil where they say nothing.
    init?(_ row: Row) {
        guard let register = row.text(at: 0).flatMap(Name.init), let first = row.integer(at: 1), let last = row.integer(at: 2), first <= last
        else { return nil }
        self.init(register: register, ids: first...last)
    }
}

extension [ClosedRange<Int64>] {
    /// Adds numbers that are above all there are: they lengthen the last range, or begin one.
    mutating func append(next range: ClosedRange<Int64>) {
        if let last, last.upperBound == range.lowerBound - 1 {
            self[count - 1] = last.lowerBound...range.upperBound
        } else {
            append(range)
        }
    }
}

extension Reading {
    /// Which rows a change made or replaced, by register and number.
    public func touched(by change: Int64) throws -> [Touched] {
        try rows("SELECT register, first, last FROM \(SystemTables.touched) WHERE change = \(change) ORDER BY register, first")
            .compactMap(Touched.init)
    }
}
