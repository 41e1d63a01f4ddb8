import Indicators
import Registers
import Storage

/// Ties the claims of a text to the declared ones and tells their verdict; judges others by figures where the form can be asked of one.
struct ClaimCheck {
    let text: OutsideText
    let stated: [Stated]
    let names: BookNames
    let own: OwnWording
    /// Of every declared claim, what the book found.
    let declared: [Finding]
    let bench: Bench

    /// What the book says of a claim; `numbers` is what it said of the statements.
    func finding(_ claim: SpokenClaim, _ numbers: [StatementFinding]) throws -> ClaimFinding {
        let paragraph = text.paragraphs[claim.paragraph]
        let blank = ClaimFinding(
            claim, text, Words(zh: "账上没有与它相同的表述，也没有可比的指标", en: "The book has neither this claim nor figures to compare"))
        let said = own.claims(paragraph.letters, claim.clause)
        let forms = ClaimCheck.alike[claim.form] ?? [claim.form]
        if let same = declared.first(where: { said.contains($0.id) && forms.contains($0.form) }) ?? declared.first(where: { said.contains($0.id) }) {
            return following(numbers, claim, judged(blank, same, claim: same.id))
        }
        if claim.needsNumber, claim.number.map({ stated[$0].quantity.isMasked }) ?? false {
            var covered = blank
            covered.reason = Words(zh: "数被遮住", en: "The number is covered")
            return covered
        }
        let indicators = subjects(claim)
        if let same = same(claim, indicators, paragraph) { return following(numbers, claim, judged(blank, same, claim: same.id)) }
        guard let indicator = indicators.first, let judged = try byFigures(claim, indicator) else { return told(claim, blank) }
        return following(numbers, claim, self.judged(blank, judged, claim: nil))
    }

    /// A claim whose own number the book refutes is refuted with it.
    private func following(_ numbers: [StatementFinding], _ claim: SpokenClaim, _ finding: ClaimFinding) -> ClaimFinding {
        guard let number = claim.number, numbers[number].outcome == .refuted, finding.outcome == .supported else { return finding }
        var refuted = finding
        refuted.outcome = .refuted
        refuted.reason = numbers[number].reason
        return refuted
    }

    /// What a share gives away of its whole: 52家占83% makes it 63.
    private func told(_ claim: SpokenClaim, _ blank: ClaimFinding) -> ClaimFinding {
        guard claim.form == "share", let number = claim.number, let topic = stated[number].topic,
            let wholes = ShareCheck.wholes(of: stated[topic].quantity, stated[number].quantity), !wholes.isEmpty
        else { return blank }
        var told = blank
        told.reason = Words(
            zh: "\(blank.reason.zh)；由数推算，全体应为\(ShareCheck.list(wholes))",
            en: "\(blank.reason.en); by its numbers the whole is \(ShareCheck.list(wholes))")
        return told
    }

    private func judged(_ blank: ClaimFinding, _ finding: Finding, claim: String?) -> ClaimFinding {
        var result = blank
        result.claim = claim
        result.verdict = finding.verdict
        result.outcome = finding.verdict == .holds ? .supported : finding.verdict == .fails ? .refuted : .uncovered
        let name = claim.map { "\($0)：" } ?? ""
        result.reason = Words(
            zh: "\(name)\(finding.standing.zh)，\(finding.reason.zh)（\(finding.rows)条记录）",
            en: "\(claim.map { "\($0): " } ?? "")\(finding.standing.en), \(finding.reason.en) (\(finding.rows) records)")
        return result
    }

    /// The indicators that the claim's own clause, or the sentence before it, speaks of.
    private func subjects(_ claim: SpokenClaim) -> [Indicator] {
        if let number = claim.number { return names.meant(stated[number]).map { [$0.indicator] } ?? [] }
        let near = stated.filter {
            $0.paragraph == claim.paragraph && $0.sentence == claim.sentence && $0.quantity.range.lowerBound <= claim.range.upperBound
        }
        var found: [Indicator] = []
        for one in near.reversed() {
            if let meant = names.meant(one), !found.contains(where: { $0.id == meant.indicator.id }) { found.append(meant.indicator) }
        }
        return found
    }

    // MARK: the declared claim that is meant

    private func same(_ claim: SpokenClaim, _ indicators: [Indicator], _ paragraph: OutsideParagraph) -> Finding? {
        let sentence = paragraph.letters.text(claim.sentence)
        let forms = ClaimCheck.alike[claim.form] ?? [claim.form]
        var best: (Finding, Int)?
        for finding in declared where forms.contains(finding.form) {
            let isOf =
                indicators.first.map { indicator in
                    finding.evidence.contains { ClaimCheck.words(of: $0.indicator).contains(indicator.id.text) }
                } ?? false
            let share = ClaimCheck.containment(finding.text.zh, in: sentence)
            guard isOf && (share >= 20 || indicators.count > 0 && finding.form == claim.form) || share >= 55 else { continue }
            let score = share + (isOf ? 60 : 0)
            if score > best?.1 ?? 0 { best = (finding, score) }
        }
        return best?.0
    }

    private static func words(of expression: String) -> [String] {
        expression.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }.map(String.init)
    }

    /// How much of a declaration's wording stands in a sentence, by pairs of letters, in per cent.
    static func containment(_ claim: String, in sentence: String) -> Int {
        func pairs(_ text: String) -> Set<String> {
            let scalars = Array(text.unicodeScalars.filter { Letters.isHan($0) || Letters.isDigit($0) })
            guard scalars.count >= 2 else { return [] }
            return Set((0..<(scalars.count - 1)).map { String(scalars[$0]) + String(scalars[$0 + 1]) })
        }
        let wanted = pairs(claim)
        guard !wanted.isEmpty else { return 0 }
        return wanted.intersection(pairs(sentence)).count * 100 / wanted.count
    }

    /// Wordings that declarations may state in another form.
    private static let alike: [String: [String]] = [
        "record": ["record", "record_increment"], "record_increment": ["record_increment", "record"], "coverage": ["coverage", "all", "zero"],
        "all_but": ["all_but", "coverage"],
        "zero": ["zero", "all"], "threshold": ["threshold", "first_crossing"], "from_to": ["from_to"],
    ]

    // MARK: by figures

    /// The claim as a declaration would state it of an indicator.
    private func byFigures(_ claim: SpokenClaim, _ indicator: Indicator) throws -> Finding? {
        guard indicator.gives == .number else { return nil }
        let id = indicator.id.text
        let written: String
        switch claim.form {
        case "record", "record_increment", "multiple": written = "{ form: \(claim.form), of: \(id) }"
        case "best_in_window":
            guard let years = claim.years, (2...50).contains(years) else { return nil }
            written = "{ form: best_in_window, of: \(id), years: \(years) }"
        case "run":
            guard let years = claim.years, (2...50).contains(years) else { return nil }
            written = "{ form: run, of: \(id).growth > 0, years: \(years) }"
        case "from_to":
            let falls = stated.contains {
                $0.paragraph == claim.paragraph && $0.quantity.range == claim.range && $0.frame == .increment(rises: false)
            }
            written = "{ form: from_to, of: \(id), is: \(falls ? "lower" : "higher") }"
        default: return nil
        }
        var diagnostics = Diagnostics()
        let source = Source(file: "verify", text: "spoken: \(written)\n")
        guard let made = ClaimReader.claims(source, Vocabulary(bench.figures), &diagnostics).first, diagnostics.isEmpty else { return nil }
        return try made.find(bench)
    }
}
