/// All that came of checking a text from outside.
public struct VerifiedText: Sendable, Hashable, Codable {
    /// The file's name.
    public var name: String
    /// The year that the text reports on.
    public var year: Int
    /// Whose report it is, where it is another's: then nothing of it is held against the book.
    public var other: String?
    /// How many paragraphs were read; empty ones don't count.
    public var paragraphs: Int
    /// Every number that says something, in the order of the text.
    public var statements: [StatementFinding]
    /// What the text says against itself.
    public var contradictions: [Contradiction]
    /// Claims: records, runs, ranks, none, all.
    public var claims: [ClaimFinding]
    /// Faults of form.
    public var form: [FormFault]
    /// Every run of stars.
    public var masks: [Mask]

    /// How many numbers and claims came out so.
    public func count(_ outcome: Outcome) -> Int {
        statements.count { $0.outcome == outcome } + claims.count { $0.outcome == outcome }
    }

    /// Whether something is refuted by the book or contradicted by the text itself.
    public var isWrong: Bool { count(.refuted) > 0 || contradictions.contains { !$0.isOpen } }
}
