/// One numbered, committed write. It is never altered, and its digest holds the digest of the one before.
public struct Change: Sendable, Hashable, Codable {
    /// 1, 2, 3 … in the order of the commits, without gaps.
    public let number: Int64
    /// When it was written.
    public let at: Moment
    /// The local day of `at`.
    public let day: Day
    /// Who wrote it.
    public let subject: String
    /// Why, in the words of whoever wrote it.
    public let reason: String
    /// The kind of work, as the intent said.
    public let kind: String
    /// The idempotency key, if the write had one.
    public let key: String?
    /// SHA-256 in hexadecimal over `previous`, the fields above and the digest of what was written.
    public let digest: String
    /// The digest of the change before; 64 zeros before the first.
    public let previous: String
    /// How many versioned rows it made or replaced.
    public let rows: Int64

    /// What stands before the first change: number 0, digest of 64 zeros.
    public static let none = Change(
        number: 0, at: Moment(milliseconds: 0), day: .first, subject: "", reason: "", kind: "", key: nil,
        digest: String(repeating: "0", count: 64), previous: "", rows: 0)
}
