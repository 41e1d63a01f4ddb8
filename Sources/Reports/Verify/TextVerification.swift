public import Indicators
import Registers
import Storage

/// Checks a text that somebody else wrote: against itself, and against the book as it stands.
public struct TextVerification {
    let text: OutsideText
    let year: Int
    /// Nobody said which year it is: the text did, or it was taken for the last one.
    let guessed: VerifiedText.YearSource?

    /// `year` is the one that the text reports on, 1949 to 2200; where it is left out, what the text itself says, and last what `otherwise` says.
    /// Throws `Refused` for another.
    public init(_ text: OutsideText, year: Int?, otherwise: @autoclosure () throws -> Int) throws {
        let found = year == nil ? ReportedYear.found(in: text) : nil
        guessed = year != nil ? nil : found != nil ? .text : .book
        let year = try year ?? found ?? otherwise()
        guard (1949...2200).contains(year) else {
            throw Refused(zh: "年度 \(year) 不在 1949 到 2200 之间。", en: "The year \(year) is not between 1949 and 2200.")
        }
        self.text = text
        self.year = year
    }

    /// Against itself, against the figures and declared claims of the book on one snapshot, and against the terms that the park declares wrong.
    /// The report of another zone is held against itself and the terms only.
    public func against(_ figures: Figures, _ reports: ReportCatalogue, _ terms: WrongTerms) throws -> VerifiedText {
        try refuseTooMany()
        let other = OtherBody.named(in: text, own: figures.book.catalogue.site.organisation.zh)
        guard let period = Period(year: year), other == nil else { return alone(terms, other) }
        let names = BookNames(figures)
        let stated = statements(scopes: names.scopeNames, own: names.own)
        let tolerance = Composer.tolerance(figures.book.catalogue)
        let declarations = reports.reports.filter { $0.rhythm.kind == period.kind }
        return try figures.book.store.read { reading in
            let bench = Bench(figures, period, asOf: nil, in: reading)
            let compiled = try declarations.map { try ReportCompiler(declaration: $0, bench: bench).compile() }
            let own = OwnWording(compiled, year: year, scopes: names.scopeNames)
            let wholes = TextVerification.wholes(declarations.flatMap(\.claims), figures)
            let check = BookCheck(figures, names, own, year: year, tolerance: tolerance, wholes: wholes, in: reading)
            let numbers = try stated.map { try check.finding($0, blank($0), text.paragraphs[$0.paragraph].letters) }
            let judge = ClaimCheck(text: text, stated: stated, names: names, own: own, declared: compiled.flatMap(\.claims), bench: bench)
            let claims = try ClaimWords(text: text, stated: stated).claims().map { try judge.finding($0, numbers) }
            let contradictions = contradictions(stated, tolerance) { names.meant($0)?.indicator.id.text }
            return verified(stated, numbers, contradictions, claims, terms, other: nil)
        }
    }

    /// Against itself and the terms: every number and claim is uncovered.
    private func alone(_ terms: WrongTerms, _ other: String?) -> VerifiedText {
        let stated = statements(scopes: [])
        let claims = ClaimWords(text: text, stated: stated).claims().map { claim in
            ClaimFinding(claim, text, Words(zh: "没有与账比对", en: "Not held against the book"))
        }
        return verified(stated, stated.map(blank), contradictions(stated, Quantity.tolerance) { _ in nil }, claims, terms, other: other)
    }

    /// More numbers than a book of a thousand pages has are no text.
    private func refuseTooMany() throws {
        var count = 0
        for paragraph in text.paragraphs where !paragraph.isInTable {
            count += QuantityScan(paragraph).found().count
            guard count <= 20_000 else {
                throw Refused(zh: "文稿里的数超过 20000 个，请拆成几份再核对。", en: "The text has more than 20,000 numbers; divide it into several.")
            }
        }
    }

    private func statements(scopes: [String], own: String = "") -> [Stated] {
        StatementReader(text, year: year, scopes: scopes, own: own).statements()
    }

    private func contradictions(_ stated: [Stated], _ tolerance: Amount, names: @escaping (Stated) -> String?) -> [Contradiction] {
        ContradictionCheck(text: text, stated: stated, tolerance: tolerance, names: names).found()
    }

    /// A number that nothing has been said of yet.
    private func blank(_ stated: Stated) -> StatementFinding {
        let paragraph = text.paragraphs[stated.paragraph]
        let range = stated.quantity.range
        return StatementFinding(
            outcome: .uncovered, place: paragraph.place(range), printed: OutsideParagraph.plain(paragraph.letters.text(range)),
            value: stated.quantity.value.map { AmountText.rounded($0, places: stated.quantity.places) }, unit: stated.quantity.unit.symbol,
            subject: OutsideParagraph.plain(stated.subject), scope: stated.scope, context: paragraph.context(range), year: stated.time.year,
            isPlan: stated.time.isPlan,
            reason: Words(zh: "没有与账比对", en: "Not held against the book"))
    }

    /// Numbers in titles and quotations are names and sayings, and are left out.
    private func verified(
        _ stated: [Stated], _ numbers: [StatementFinding], _ contradictions: [Contradiction], _ claims: [ClaimFinding], _ terms: WrongTerms,
        other: String?
    ) -> VerifiedText {
        let form =
            TermCheck(terms).faults(text) + NumberingCheck.faults(text) + PairCheck.faults(text) + StaleCheck(text: text, year: year).faults()
        let against = contradictions.filter { !$0.isOpen }
        var verified = VerifiedText(
            name: OutsideParagraph.plain(text.name), year: year, guessed: guessed, other: other, paragraphs: text.paragraphs.count,
            statements: zip(stated, numbers).filter { !$0.0.isAside }.map { TextVerification.contradicted($0.1, against) },
            contradictions: contradictions,
            claims: claims.sorted { $0.place < $1.place }, form: form.sorted { $0.place < $1.place }, masks: text.masks)
        verified.remarks = text.remarks
        return verified
    }

    /// What the book doesn't cover and the text itself contradicts.
    private static func contradicted(_ finding: StatementFinding, _ contradictions: [Contradiction]) -> StatementFinding {
        guard finding.outcome == .uncovered, let one = contradictions.first(where: { $0.places.contains(finding.place) }) else { return finding }
        var contradicted = finding
        contradicted.outcome = .contradicted
        contradicted.reason = one.message
        return contradicted
    }

    /// Of which whole the declared claims take the share of an indicator.
    private static func wholes(_ claims: [Claim], _ figures: Figures) -> [String: Formula] {
        Dictionary(
            claims.compactMap { $0.form as? ShareClaim }.map { (figures.text(of: $0.part), $0.whole) }, uniquingKeysWith: { first, _ in first })
    }
}
