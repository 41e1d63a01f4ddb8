/// A way of asking about the quality of the data; one file each in `Forms/`.
protocol CheckForm: Sendable {
    /// The key of a declaration that says it is of this form: `rows: …`.
    static var key: String { get }
    /// The keys that it reads beside its own.
    static var keys: [String] { get }
    /// What it asks, as it was written.
    var asked: String { get }
    /// Reads its keys; nil with a diagnostic where something is missing.
    init?(_ reader: inout CheckReader)
    /// Looks at the records and figures of a period.
    func look(_ bench: CheckBench) throws -> CheckOutcome
}

/// The forms of the language, in the order of docs/quality.md.
enum CheckForms {
    static let all: [any CheckForm.Type] = [
        RowsCheck.self, HoldsCheck.self, AgreesCheck.self, MissingCheck.self, DuplicatesCheck.self, OverlapsCheck.self, CumulativeCheck.self,
        OutliersCheck.self, AheadCheck.self, OffDaysCheck.self, NamesCheck.self, TermsCheck.self,
    ]
    /// The keys that say of which form a check is.
    static let keys = all.map { $0.key }
}
