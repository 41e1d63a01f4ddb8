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
    /// For each change, the summaries of its tables in the order of their names, and its count of rows.
    private var contents: [Int64: (summaries: [UInt8], rows: Int64)] = [:]

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
                if let fault = fault(of: change, row, after: last) { found(change.number, fault) }
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

    private func fault(of change: Change, _ row: Row, after last: Change) -> ChainReport.Fault? {
        guard change.number == last.number + 1 else { return .gap }
        let kept = ChangeDigest(content: row.text(at: 10) ?? "", noted: row.text(at: 11) ?? "")
        guard change.previous == last.digest, change.digest == kept.digest(of: change) else { return .change }
        guard let content = contents[change.number] else { return kept.content.isEmpty && change.rows == 0 ? nil : .rows }
        guard kept.content == Hexadecimal.text(DigestStream.digest(content.summaries)), change.rows == content.rows else { return .rows }
        return nil
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
            var bytes: [UInt8] = []
            table.encoding.append(row.integer(at: 1) ?? 0, Array(row.values.dropFirst(3)), to: &bytes)
            group?.add(bytes, isReplacing: row.integer(at: 2) != 0)
        }
        close(group, of: table)
    }

    private mutating func close(_ group: Group?, of table: VersionedTable) {
        guard let group else { return }
        contents[group.change, default: ([], 0)].rows += group.rows
        contents[group.change, default: ([], 0)].summaries += group.summary(table.name)
    }

    /// The rows of one table that are since one change, as they come by number.
    private final class Group {
        let change: Int64
        private(set) var rows: Int64 = 0
        private var replaced = DigestStream()
        private var new = DigestStream()

        init(change: Int64) { self.change = change }

        func add(_ bytes: [UInt8], isReplacing: Bool) {
            rows += 1
            if isReplacing { replaced.append(bytes) } else { new.append(bytes) }
        }

        func summary(_ name: Name) -> [UInt8] {
            TableContent.summary(name, rows: rows, replaced: replaced.finish(), new: new.finish())
        }
    }
}
