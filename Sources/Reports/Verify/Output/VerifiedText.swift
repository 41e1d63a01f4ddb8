public import Storage

/// All that came of checking a text from outside.
public struct VerifiedText: Sendable, Hashable, Codable {
    /// The file's name.
    public var name: String
    /// The year that the text reports on.
    public var year: Int
    /// Where the year was taken from, where nobody gave it.
    public var guessed: YearSource?
    /// Whose report it is, where it is another's: then nothing of it is held against the book.
    public var other: String?
    /// How many of each there are.
    public var counts: Counts
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
    /// What a reader should know of how the file was read: footnotes, what was struck out.
    public var remarks: [Words] = []

    /// Where a year comes from that nobody gave.
    public enum YearSource: String, Sendable, Hashable, Codable, CaseIterable {
        /// The headings and first words of the text.
        case text
        /// The last year of the book, as the text says none.
        case book
    }

    /// What came of the numbers and claims, and how much was found wrong.
    public struct Counts: Sendable, Hashable, Codable {
        /// Numbers and claims together.
        public var supported, refuted, contradicted, uncovered: Int
        /// Places where the text says otherwise of itself, without those that stars cover.
        public var contradictions: Int
        /// Faults of form and terms, and what is left over from an older year: sayings, and numbers that are those of an older year.
        public var form, stale: Int
        /// Runs of stars over figures, and over names.
        public var figures, names: Int
    }

    init(
        name: String, year: Int, guessed: YearSource?, other: String?, paragraphs: Int, statements: [StatementFinding],
        contradictions: [Contradiction],
        claims: [ClaimFinding],
        form: [FormFault], masks: [Mask]
    ) {
        func count(_ outcome: Outcome) -> Int { statements.count { $0.outcome == outcome } + claims.count { $0.outcome == outcome } }
        self.name = name
        self.year = year
        self.guessed = guessed
        self.other = other
        self.paragraphs = paragraphs
        self.statements = statements
        self.contradictions = contradictions
        self.claims = claims
        self.form = form
        self.masks = masks
        counts = Counts(
            supported: count(.supported), refuted: count(.refuted), contradicted: count(.contradicted), uncovered: count(.uncovered),
            contradictions: contradictions.count { !$0.isOpen }, form: form.count { $0.rule != "stale" },
            stale: form.count { $0.rule == "stale" } + statements.count { $0.outcome == .refuted && $0.difference == .year },
            figures: masks.count { $0.isFigure }, names: masks.count { !$0.isFigure })
    }

    /// How many numbers and claims came out so.
    public func count(_ outcome: Outcome) -> Int {
        switch outcome {
        case .supported: counts.supported
        case .refuted: counts.refuted
        case .contradicted: counts.contradicted
        case .uncovered: counts.uncovered
        }
    }

    /// Whether something is refuted by the book or contradicted by the text itself.
    public var isWrong: Bool { counts.refuted > 0 || counts.contradictions > 0 }
}
