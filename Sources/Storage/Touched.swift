/// Rows of one register that a change made or replaced.
public struct Touched: Sendable, Hashable {
    /// The versioned table.
    public let register: Name
    /// Numbers of rows, all of them touched.
    public let ids: ClosedRange<Int64>
}

extension Reading {
    /// Which rows a change made or replaced, by register and number.
    public func touched(by change: Int64) throws -> [Touched] {
        try rows("SELECT register, first, last FROM \(SystemTables.touched) WHERE change = \(change) ORDER BY register, first").compactMap {
            row in
            guard let register = row.text(at: 0).flatMap(Name.init), let first = row.integer(at: 1), let last = row.integer(at: 2),
                first <= last
            else { return nil }
            return Touched(register: register, ids: first...last)
        }
    }
}
