extension Reading {
    /// The newest change; `Change.none` in an empty book.
    public func lastChange() throws -> Change {
        try change("ORDER BY number DESC LIMIT 1") ?? .none
    }

    /// The newest change of those written before a moment; `Change.none` where there is none.
    public func lastChange(before moment: Moment) throws -> Change {
        try change("WHERE at < \(moment.milliseconds) ORDER BY number DESC LIMIT 1") ?? .none
    }

    /// The change of that number.
    public func change(number: Int64) throws -> Change? {
        try change("WHERE number = \(number)")
    }

    /// The change that was committed under an idempotency key.
    public func change(key: String) throws -> Change? {
        try change("WHERE key = \(key)")
    }

    /// Changes after a number, oldest first.
    public func changes(after number: Int64 = 0, limit: Int = 100) throws -> [Change] {
        try changes("WHERE number > \(number) ORDER BY number \(dialect.limit(limit, offset: 0))")
    }

    /// Changes before a number, newest first; from the end where it is nil.
    ///
    /// - Parameter kind: a kind that is left out; nil takes all of them.
    public func changes(before number: Int64?, without kind: String? = nil, limit: Int = 100) throws -> [Change] {
        try changes("WHERE number < \(number ?? .max) AND kind <> \(kind ?? "") ORDER BY number DESC \(dialect.limit(limit, offset: 0))")
    }

    private func change(_ rest: SQL) throws -> Change? { try changes(rest).first }

    private func changes(_ rest: SQL) throws -> [Change] {
        var changes: [Change] = []
        try forEach("SELECT \(Change.columns) FROM \(SystemTables.change) \(rest)") { changes.append(try Change($0)) }
        return changes
    }
}
