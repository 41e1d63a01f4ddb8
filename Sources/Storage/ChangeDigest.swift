/// How the digest of a change is made, and how a change is kept in its table.
struct ChangeDigest {
    /// The digest of the versioned rows, in hexadecimal; empty where there are none.
    var content: String
    /// The digest of what was noted, in hexadecimal; empty where nothing was.
    var noted: String

    /// The digest that chains a change to the one before.
    func digest(of change: Change) -> String {
        var bytes: [UInt8] = []
        bytes.append(counted: change.previous.utf8)
        bytes.append(bigEndian: change.number)
        bytes.append(bigEndian: change.at.milliseconds)
        bytes.append(bigEndian: change.day.number)
        bytes.append(counted: change.subject.utf8)
        bytes.append(counted: change.reason.utf8)
        bytes.append(counted: change.kind.utf8)
        bytes.append(change.key == nil ? 0 : 1)
        bytes.append(counted: (change.key ?? "").utf8)
        bytes.append(bigEndian: change.rows)
        bytes.append(counted: content.utf8)
        bytes.append(counted: noted.utf8)
        return Hexadecimal.text(DigestStream.digest(bytes))
    }
}

extension Change {
    /// The columns that `init(_:)` reads, then the digests of content and notes.
    static let columns: SQL = "number, at, day, subject, reason, kind, key, digest, previous, rows, content, noted"

    init(_ row: Row) throws {
        guard let number = row.integer(at: 0), let at = row.integer(at: 1), let day = row.integer(at: 2).flatMap(Day.init(number:)),
            let subject = row.text(at: 3), let reason = row.text(at: 4), let kind = row.text(at: 5),
            let digest = row.text(at: 7), let previous = row.text(at: 8), let rows = row.integer(at: 9)
        else { throw StoreError(.corrupt, detail: "a row of the change table") }
        self.init(
            number: number, at: Moment(milliseconds: at), day: day, subject: subject, reason: reason, kind: kind,
            key: row.text(at: 6), digest: digest, previous: previous, rows: rows)
    }
}
