public import Storage

/// A claim of the text, held against the declared claims and the figures of the book.
public struct ClaimFinding: Sendable, Hashable, Codable {
    /// The form that its wording has: `record_increment`.
    public var form: String
    /// What became of it.
    public var outcome: Outcome
    /// Where its words stand.
    public var place: TextPlace
    /// The words, and those around them.
    public var context: String
    /// The declared claim that it is the same as: `C09`; nil where it was judged by figures or not at all.
    public var claim: String?
    /// The verdict of the book on it; nil where it has none.
    public var verdict: Verdict?
    /// Why.
    public var reason: Words

    /// A claim that nothing has been said of yet.
    init(_ claim: SpokenClaim, _ text: OutsideText, _ reason: Words) {
        let paragraph = text.paragraphs[claim.paragraph]
        form = claim.form
        outcome = .uncovered
        place = paragraph.place(claim.range)
        context = paragraph.context(claim.range)
        self.reason = reason
    }
}
