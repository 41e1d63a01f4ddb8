import Registers

/// A way of claiming something, with the predicate that makes it true; one file each in `Forms/`.
protocol ClaimForm: Sendable {
    /// As it stands in a declaration: `form: record_increment`.
    static var name: String { get }
    /// The keys that it reads beside `form`, `text` and `expects`.
    static var keys: [String] { get }
    /// Reads its keys; nil with a diagnostic where something is missing.
    init?(_ reader: inout ClaimReader)
    /// Looks at the records. Never silently true: what can't be decided is undecidable, with the reason.
    func judge(_ bench: Bench) throws -> Judgement
    /// What differs from what the writer expected; nil where nothing does.
    func surprise(_ judgement: Judgement, expected: [String]) -> (zh: String, en: String)?
}

extension ClaimForm {
    /// Most expectations are a count.
    func surprise(_ judgement: Judgement, expected: [String]) -> (zh: String, en: String)? {
        guard let first = expected.first, let count = judgement.values[.count] else { return nil }
        return Expectation.differs(count, from: first)
    }
}

/// The forms of the language, in the order of docs/declarations.md.
enum ClaimForms {
    static let all: [any ClaimForm.Type] = [
        RecordClaim.self, RecordIncrementClaim.self, BestInWindowClaim.self, RunClaim.self, MultipleClaim.self, FirstCrossingClaim.self,
        AllButClaim.self, CoverageClaim.self, ShareClaim.self, RankClaim.self, ZeroClaim.self, ThresholdClaim.self, FromToClaim.self,
        VaguePluralClaim.self, AllClaim.self, TargetsClaim.self, QualitativeClaim.self,
    ]
}
