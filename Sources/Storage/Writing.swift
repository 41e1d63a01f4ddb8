import Crypto

/// What a `Store.write` does: everything a reading can, and the one change that is being made.
///
/// It holds only inside the closure it is handed to.
public final class Writing: Reading {
    /// The change that is being made, before it has a digest.
    public struct Pending: Sendable, Hashable {
        /// The number that the change gets.
        public let number: Int64
        /// When it is written.
        public let at: Moment
        /// The local day of `at`.
        public let day: Day
    }

    /// The number and the moment of the change that is being written. A plain row that cites the number needs a change
    /// that is really recorded: write a versioned row, or note something, before it.
    public let change: Pending
    /// Who writes, and why.
    public let intent: Intent

    private let last: Change
    var contents: [Name: TableContent] = [:]
    private var notes = DigestStream()
    private var hasNotes = false
    private var isRecorded = false
    private var moved: [Name: Set<Int>] = [:]
    /// What went wrong halfway through a step of two statements: then nothing may be committed, even if the body goes on.
    var failure: (any Error)?

    private init(_ intent: Intent, connection: any Connection, store: Store) throws {
        self.intent = intent
        let reading = Reading(connection: connection, dialect: store.dialect, offset: store.offset)
        last = try reading.lastChange()
        guard let day = intent.at.day(offset: store.offset), last.number < .max else {
            throw StoreError(.other, detail: "a change at \(intent.at.milliseconds)")
        }
        change = Pending(number: last.number + 1, at: intent.at, day: day)
        super.init(connection: connection, dialect: store.dialect, offset: store.offset)
    }

    /// Runs a body as one change inside the connection's transaction.
    static func commit<T>(_ intent: Intent, on connection: any Connection, of store: Store, _ body: (Writing) throws -> T) throws
        -> Committed<T>
    {
        let writing = try Writing(intent, connection: connection, store: store)
        if let key = intent.key, let earlier = try writing.change(key: key) {
            return Committed(change: earlier, value: nil, wasRepeated: true)
        }
        let value = try body(writing)
        return Committed(change: try writing.seal(), value: value, wasRepeated: false)
    }

    /// Runs a statement on tables that are not versioned; answers how many rows it touched.
    @discardableResult
    public func execute(_ sql: SQL) throws -> Int {
        let (text, values) = dialect.render(sql)
        return try connection.execute(text, values)
    }

    /// Adds a row to a table that is not versioned; answers its key where it has one.
    @discardableResult
    public func insert(_ values: [Name: Value], into table: Table) throws -> Int64 {
        let names = table.columns.map(\.name).filter { values[$0] != nil }
        guard names.count == values.count else { throw StoreError(.other, detail: "a column that \(table.name.text) does not have") }
        let marks = names.map { SQL("\(values[$0] ?? .null)") }
        try execute("INSERT INTO \(table) (\(names.map { "\($0)" }, joined: ", ")) VALUES (\(marks, joined: ", "))")
        return connection.lastKey
    }

    /// Puts bytes into the digest of this change: what is written to plain tables and must not be altered unseen.
    public func note(_ bytes: [UInt8]) throws {
        try record()
        hasNotes = true
        var counted: [UInt8] = []
        counted.append(counted: bytes)
        notes.append(counted)
    }

    /// Says that this change touches a register in a year. Year 0 moves with every call, and for every versioned table written.
    public func move(counter register: Name, year: Int) {
        moved[register, default: [0]].insert(year)
    }

    /// The counter as it will stand once this change is committed.
    public override func counter(_ register: Name, year: Int) throws -> Int64 {
        let isMoved = moved[register]?.contains(year) ?? false || (year == 0 && contents[register] != nil)
        return try super.counter(register, year: year) + (isMoved ? 1 : 0)
    }

    /// Writes the change's row at the first thing that belongs to it, so that rows may cite its number.
    func record() throws {
        guard !isRecorded else { return }
        let table = SystemTables.change
        try execute(
            """
            INSERT INTO \(table) (number, at, day, subject, reason, kind, key, rows, content, noted, previous, digest) \
            VALUES (\(change.number), \(change.at.milliseconds), \(change.day), \(intent.subject), \(intent.reason), \(intent.kind), \
            \(intent.key.map(Value.text) ?? .null), 0, '', '', \(last.digest), '')
            """)
        isRecorded = true
    }

    func content(of table: VersionedTable) throws -> TableContent {
        if let content = contents[table.name] { return content }
        try record()
        let content = TableContent(table)
        contents[table.name] = content
        return content
    }

    private func seal() throws -> Change {
        if let failure { throw failure }
        try flushCounters()
        let written = contents.values.filter { $0.rows > 0 }.sorted { $0.table.name.text < $1.table.name.text }
        guard !written.isEmpty || hasNotes || intent.recordsEmpty else {
            if isRecorded { try execute("DELETE FROM \(SystemTables.change) WHERE number = \(change.number)") }
            return last
        }
        try record()
        var content = DigestStream()
        for table in written {
            content.append(try table.finish { try restream(table.table, from: $0, into: &$1) })
            try writeTouched(table)
        }
        let parts = ChangeDigest(
            content: written.isEmpty ? "" : Hexadecimal.text(content.finish()), noted: hasNotes ? Hexadecimal.text(notes.finish()) : "")
        let rows = written.reduce(0) { $0 + $1.rows }
        let sealed = change.sealed(by: intent, after: last, rows: rows, parts)
        try execute(
            """
            UPDATE \(SystemTables.change) SET rows = \(rows), content = \(parts.content), noted = \(parts.noted), digest = \(sealed.digest) \
            WHERE number = \(change.number)
            """)
        return sealed
    }

    private func writeTouched(_ content: TableContent) throws {
        for range in content.ranges {
            try execute(
                """
                INSERT INTO \(SystemTables.touched) (change, register, first, last) \
                VALUES (\(change.number), \(content.table.name.text), \(range.lowerBound), \(range.upperBound))
                """)
        }
    }

    private func restream(_ table: VersionedTable, from first: Int64, into stream: inout DigestStream) throws {
        let names = table.columns.map { SQL("\($0)") }
        try forEach("SELECT id\(names.map { ", " + $0 }, joined: .empty) FROM \(table.current) WHERE id >= \(first) ORDER BY id") { row in
            var bytes: [UInt8] = []
            table.encoding.append(row.integer(at: 0) ?? 0, Array(row.values.dropFirst()), to: &bytes)
            stream.append(bytes)
        }
    }

    private func flushCounters() throws {
        for content in contents.values where content.rows > 0 { moved[content.table.name, default: []].insert(0) }
        for (register, years) in moved.sorted(by: { $0.key.text < $1.key.text }) {
            for year in years.sorted() {
                try execute(
                    dialect.upsert(
                        into: SystemTables.counter.name, [("register", "\(register.text)"), ("year", "\(year)"), ("n", "1")],
                        conflict: ["register", "year"], update: [("n", "\(SystemTables.counter).n + 1")]))
            }
        }
    }
}

extension Writing.Pending {
    func sealed(by intent: Intent, after last: Change, rows: Int64, _ parts: ChangeDigest) -> Change {
        func made(_ digest: String) -> Change {
            Change(
                number: number, at: at, day: day, subject: intent.subject, reason: intent.reason, kind: intent.kind, key: intent.key,
                digest: digest, previous: last.digest, rows: rows)
        }
        return made(parts.digest(of: made("")))
    }
}
