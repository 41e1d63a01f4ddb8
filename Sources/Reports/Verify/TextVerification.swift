public import Indicators
import Registers
import Storage

/// Checks a text that somebody else wrote: against itself, and against the book as it stands.
public struct TextVerification {
    let text: OutsideText
    let year: Int

    /// `year` is the one that the text reports on, 1949 to 2200. Throws `Refused` for another.
    public init(_ text: OutsideText, year: Int) throws {
        guard (1949...2200).contains(year) else {
            throw Refused(zh: "年度 \(year) 不在 1949 到 2200 之间。", en: "The year \(year) is not between 1949 and 2200.")
        }
        self.text = text
        self.year = year
    }

    /// Against itself only: every number and claim is uncovered.
    public func alone() -> VerifiedText {
        let stated = statements(scopes: [])
        return verified(
            stated.map(blank), contradictions(stated, Quantity.tolerance) { _ in nil }, [], NumberingCheck.faults(text) + PairCheck.faults(text))
    }

    /// Against itself, against the figures and declared claims of the book, on one snapshot, and against the terms that the park declares wrong.
    public func against(_ figures: Figures, _ reports: ReportCatalogue, _ terms: WrongTerms) throws -> VerifiedText {
        guard let period = Period(year: year) else { return alone() }
        let names = BookNames(figures)
        let stated = statements(scopes: names.scopeNames)
        let tolerance = Composer.tolerance(figures.book.catalogue)
        let claims = reports.reports.filter { $0.rhythm.kind == period.kind }.flatMap(\.claims)
        return try figures.book.store.read { reading in
            let check = BookCheck(figures, names, year: year, tolerance: tolerance, wholes: TextVerification.wholes(claims, figures), in: reading)
            let numbers = try stated.map { try check.finding($0, blank($0)) }
            let spoken = ClaimWords(text: text, stated: stated).claims()
            let bench = Bench(figures, period, asOf: nil, in: reading)
            let declared = spoken.isEmpty ? [] : try claims.map { try $0.find(bench) }
            let judge = ClaimCheck(text: text, stated: stated, names: names, declared: declared, bench: bench)
            let faults = TermCheck(terms).faults(text) + NumberingCheck.faults(text) + PairCheck.faults(text)
            return verified(
                numbers, contradictions(stated, tolerance) { names.meant($0)?.indicator.id.text }, try spoken.map { try judge.finding($0) }, faults)
        }
    }

    private func statements(scopes: [String]) -> [Stated] { StatementReader(text, year: year, scopes: scopes).statements() }

    private func contradictions(_ stated: [Stated], _ tolerance: Amount, names: @escaping (Stated) -> String?) -> [Contradiction] {
        ContradictionCheck(text: text, stated: stated, tolerance: tolerance, names: names).found()
    }

    /// A number that nothing has been said of yet.
    private func blank(_ stated: Stated) -> StatementFinding {
        let paragraph = text.paragraphs[stated.paragraph]
        let range = stated.quantity.range
        return StatementFinding(
            outcome: .uncovered, place: paragraph.place(range), printed: OutsideParagraph.plain(paragraph.letters.text(range)),
            subject: OutsideParagraph.plain(stated.subject), context: paragraph.context(range), year: stated.time.year,
            reason: Words(zh: "没有与账比对", en: "Not held against the book"))
    }

    private func verified(
        _ statements: [StatementFinding], _ contradictions: [Contradiction], _ claims: [ClaimFinding], _ form: [FormFault]
    ) -> VerifiedText {
        VerifiedText(
            name: OutsideParagraph.plain(text.name), year: year, paragraphs: text.paragraphs.count, statements: statements,
            contradictions: contradictions, claims: claims.sorted { $0.place < $1.place }, form: form.sorted { $0.place < $1.place },
            masks: text.masks)
    }

    /// Of which whole the declared claims take the share of an indicator.
    private static func wholes(_ claims: [Claim], _ figures: Figures) -> [String: Formula] {
        Dictionary(
            claims.compactMap { $0.form as? ShareClaim }.map { (figures.text(of: $0.part), $0.whole) }, uniquingKeysWith: { first, _ in first })
    }
}
