import Indicators
import Registers
import Storage

/// Ties the claims of a text to the declared ones and tells their verdict; judges others by figures where the form can be asked of one.
struct ClaimCheck {
    let text: OutsideText
    let stated: [Stated]
    let names: BookNames
    /// Of every declared claim, what the book found.
    let declared: [Finding]
    let bench: Bench

    func finding(_ claim: SpokenClaim) throws -> ClaimFinding {
        let paragraph = text.paragraphs[claim.paragraph]
        let blank = ClaimFinding(
            form: claim.form, outcome: .uncovered, place: paragraph.place(claim.range), context: paragraph.context(claim.range), claim: nil,
            verdict: nil,
            reason: Words(zh: "账上没有与它相同的表述，也没有可比的指标", en: "The book has neither this claim nor figures to compare"))
        let indicators = subjects(claim)
        if let same = same(claim, indicators, paragraph) { return judged(blank, same, claim: same.id) }
        guard let indicator = indicators.first, let judged = try byFigures(claim, indicator) else { return blank }
        return self.judged(blank, judged, claim: nil)
    }

    private func judged(_ blank: ClaimFinding, _ finding: Finding, claim: String?) -> ClaimFinding {
        var result = blank
        result.claim = claim
        result.verdict = finding.verdict
        result.outcome = finding.verdict == .holds ? .supported : finding.verdict == .fails ? .refuted : .uncovered
        let name = claim.map { "\($0)：" } ?? ""
        result.reason = Words(
            zh: "\(name)\(finding.verdict.words.zh)，\(finding.reason.zh)（\(finding.rows)条记录）",
            en: "\(claim.map { "\($0): " } ?? "")\(finding.verdict.words.en), \(finding.reason.en) (\(finding.rows) records)")
        return result
    }

    /// The indicators that the claim's own clause, or the sentence before it, speaks of.
    private func subjects(_ claim: SpokenClaim) -> [Indicator] {
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
