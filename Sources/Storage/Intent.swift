/// Why something is written: who, for what reason, by which kind of work, and at which moment.
public struct Intent: Sendable, Hashable {
    /// The account that writes, `console` for a command.
    public var subject: String
    /// What the history shows as the reason, in the words of whoever writes.
    public var reason: String
    /// The kind of work: `edit`, `import`, `apply`, `undo`.
    public var kind: String
    /// Names this one wish. A second write with the same key writes nothing and answers with the earlier change.
    public var key: String?
    /// When it is written. Nothing in this storey asks a clock.
    public var at: Moment
    /// Whether a write that touches no versioned row is a change all the same (a lock, a sign-off that is only noted).
    public var recordsEmpty: Bool

    /// An intent of a subject, for a reason, at a moment that whoever calls has been handed.
    public init(subject: String, reason: String, kind: String, key: String? = nil, at: Moment, recordsEmpty: Bool = false) {
        self.subject = subject
        self.reason = reason
        self.kind = kind
        self.key = key
        self.at = at
        self.recordsEmpty = recordsEmpty
    }
}
