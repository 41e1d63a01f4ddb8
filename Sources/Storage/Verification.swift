extension Store {
    /// Computes the whole chain anew from the rows, and says where it first breaks.
    ///
    /// A chain cannot know that its end was cut off together with the rows: for that the digest of a change has to be kept
    /// outside the book. `anchors` are such numbers and digests.
    public func verify(anchors: [(number: Int64, digest: String)] = []) throws -> ChainReport {
        try read { try Verification($0).report(anchors: anchors) }
    }
}

/// A look through the chain on one snapshot.
///
/// What each change wrote is gathered table by table, from the rows that are since that change. A row that replaced another
/// is known by the past version that is until then.
struct Verification {
    private let reading: Reading
    /// What one change wrote, by its rows: the summaries of its tables in the order of their names, its count of rows, and which.
    private struct Content {
        var summaries: [UInt8] = []
        var rows: Int64 = 0
        var touched: [Touched] = []
    }

    private var contents: [Int64: Content] = [:]

    init(_ reading: Reading) throws {
        self.reading = reading
        let schema = try Schema(reading)
        for name in schema.tables.keys.sorted(by: { $0.text < $1.text }) {
            guard let table = schema.tables[name], let past = schema.tables[name.appending("_past")], past.column("until") != nil,
                table.column("since") != nil
            else { continue }
            let columns = table.columns.filter { $0.name != "id" && $0.name != "since" }
            try gather(VersionedTable(name, columns))
        }
    }

    func report(anchors: [(number: Int64, digest: String)]) throws -> ChainReport {
        let listed = try listed()
        var last = Change.none
        var firstBreak: ChainReport.Break?
        var digests = Dictionary(anchors.map { ($0.number, $0.digest) }, uniquingKeysWith: { first, _ in first })
        let clashing = anchors.filter { digests[$0.number] != $0.digest }.map(\.number).min()
        func found(_ number: Int64, _ fault: ChainReport.Fault) {
            if firstBreak.map({ number < $0.number }) ?? true { firstBreak = ChainReport.Break(number: number, fault: fault) }
        }
        var seen: Set<Int64> = []
        try reading.forEach("SELECT \(Change.columns) FROM \(SystemTables.change) ORDER BY number") { row in
            let change = try Change(row)
            if firstBreak == nil {
                if let fault = fault(of: change, row, after: last, listed: listed[change.number] ?? []) { found(change.number, fault) }
            }
            if let anchor = digests.removeValue(forKey: change.number), anchor != change.digest { found(change.number, .anchor) }
            seen.insert(change.number)
            last = change
        }
        for number in contents.keys where !seen.contains(number) { found(number, .cut) }
        if let number = digests.keys.min() { found(number, .anchor) }
        if let clashing { found(clashing, .anchor) }
        return ChainReport(last: last, firstBreak: firstBreak)
    }

    private func fault(of change: Change, _ row: Row, after last: Change, listed: [Touched]) -> ChainReport.Fault? {
        guard change.number == last.number + 1 else { return .gap }
        let kept = ChangeDigest(content: row.text(at: 10) ?? "", noted: row.text(at: 11) ?? "")
        guard change.previous == last.digest, change.digest == kept.digest(of: change) else { return .change }
        let content = contents[change.number] ?? Content()
        let digest = content.rows == 0 ? "" : Hexadecimal.text(DigestStream.digest(content.summaries))
        guard kept.content == digest, change.rows == content.rows else { return .rows }
        return listed == content.touched ? nil : .touched
    }

    /// The rows that each change says it touched.
    private func listed() throws -> [Int64: [Touched]] {
        var listed: [Int64: [Touched]] = [:]
        try reading.forEach("SELECT register, first, last, change FROM \(SystemTables.touched) ORDER BY change, register, first") { row in
            guard let change = row.integer(at: 3) else { return }
            // A range that is none differs from every true one.
            listed[change, default: []].append(Touched(row) ?? Touched(register: "touched", ids: 0...0))
        }
        return listed
    }

    private mutating func gather(_ table: VersionedTable) throws {
        let names = table.columns.map { SQL(", v.\($0)") }
        var group: Group?
        let versions: SQL = """
            SELECT v.since, v.id, EXISTS (SELECT 1 FROM \(table.past) AS p WHERE p.id = v.id AND p.until = v.since)\(names, joined: .empty) \
            FROM
            """
        let sql: SQL = "\(versions) \(table.current) AS v UNION ALL \(versions) \(table.past) AS v ORDER BY 1, 2"
        try reading.forEach(sql) { row in
            let since = row.integer(at: 0) ?? 0
            if group?.change != since {
                close(group, of: table)
                group = Group(change: since)
            }
            let id = row.integer(at: 1) ?? 0
            var bytes: [UInt8] = []
            table.encoding.append(id, Array(row.values.dropFirst(3)), to: &bytes)
            group?.add(id, bytes, isReplacing: row.integer(at: 2) != 0)
        }
        close(group, of: table)
    }

    private mutating func close(_ group: Group?, of table: VersionedTable) {
        guard let group else { return }
        contents[group.change, default: Content()].rows += group.rows
        contents[group.change, default: Content()].summaries += group.summary(table.name)
        contents[group.change, default: Content()].touched += group.ranges.map { Touched(register: table.name, ids: $0) }
    }

    /// The rows of one table that are since one change, as they come by number.
    private final class Group {
        let change: Int64
        private(set) var rows: Int64 = 0
        private(set) var ranges: [ClosedRange<Int64>] = []
        private var replaced = DigestStream()
        private var new = DigestStream()

        init(change: Int64) { self.change = change }

        func add(_ id: Int64, _ bytes: [UInt8], isReplacing: Bool) {
            rows += 1
            ranges.append(next: id...id)
            if isReplacing { replaced.append(bytes) } else { new.append(bytes) }
        }

        func summary(_ name: Name) -> [UInt8] {
            TableContent.summary(name, rows: rows, replaced: replaced.finish(), new: new.finish())
        }
    }
}
