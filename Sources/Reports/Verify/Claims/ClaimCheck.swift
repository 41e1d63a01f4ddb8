import Indicators
import Registers
import Storage

/// Ties the claims of a text to the declared ones and tells their verdict; judges others by figures where the form can be asked of one.
final class ClaimCheck {
    let text: OutsideText
    let stated: [Stated]
    let names: BookNames
    let own: OwnWording
    /// Of every declared claim, what the book found.
    private let declared: [Declared]
    let bench: Bench
    private var remembered: [String: Finding?] = [:]

    /// A declared claim as the book found it, with its wording and the indicators that it is of.
    private struct Declared {
        var finding: Finding
        var words: LetterPairs
        var names: Set<String>

        init(_ finding: Finding) {
            self.finding = finding
            words = LetterPairs(Letters(finding.text.zh))
            names = Set(
                finding.evidence.flatMap { one in
                    one.indicator.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }.map(String.init)
                })
        }
    }

    init(text: OutsideText, stated: [Stated], names: BookNames, own: OwnWording, declared: [Finding], bench: Bench) {
        self.text = text
        self.stated = stated
        self.names = names
        self.own = own
        self.declared = declared.map(Declared.init)
        self.bench = bench
    }

    /// What the book says of a claim; `numbers` is what it said of the statements.
    func finding(_ claim: SpokenClaim, _ numbers: [StatementFinding]) throws -> ClaimFinding {
        let paragraph = text.paragraphs[claim.paragraph]
        let blank = ClaimFinding(
            claim, text, Words(zh: "账上没有与它相同的表述，也没有可比的指标", en: "The book has neither this claim nor figures to compare"))
        let said = self.own.claims(paragraph.letters, claim.clause)
        let forms = ClaimCheck.alike[claim.form] ?? [claim.form]
        let own = declared.map(\.finding).filter { said.contains($0.id) }
        if let same = own.first(where: { forms.contains($0.form) }) ?? own.first {
            return following(numbers, claim, judged(blank, same, claim, id: same.id))
        }
        if claim.needsNumber, claim.number.map({ stated[$0].quantity.isMasked }) ?? false {
            var covered = blank
            covered.reason = Words(zh: "数被遮住", en: "The number is covered")
            return covered
        }
        let indicators = subjects(claim)
        if let same = same(claim, indicators, paragraph) { return following(numbers, claim, judged(blank, same, claim, id: same.id)) }
        guard let indicator = indicators.first, let judged = try byFigures(claim, indicator) else { return told(claim, blank) }
        return following(numbers, claim, self.judged(blank, judged, claim, id: nil))
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

    private func judged(_ blank: ClaimFinding, _ finding: Finding, _ claim: SpokenClaim, id: String?) -> ClaimFinding {
        var result = blank
        result.claim = id
        result.verdict = finding.verdict
        result.outcome = finding.verdict == .holds ? .supported : finding.verdict == .fails ? .refuted : .uncovered
        result.reason = Words(
            zh: "\(finding.standing.zh)，\(finding.reason.zh)（\(finding.rows)条记录）",
            en: "\(finding.standing.en), \(finding.reason.en) (\(finding.rows) records)")
        guard finding.verdict == .holds, let (outcome, said) = otherwise(claim, finding) else { return result }
        result.outcome = outcome
        result.reason = Words(zh: "\(said.zh)；\(result.reason.zh)", en: "\(said.en); \(result.reason.en)")
        return result
    }

    /// Where the claim holds, and the number in it is another: 排名第二 of a third place, 连续10年 of five.
    private func otherwise(_ claim: SpokenClaim, _ finding: Finding) -> (Outcome, Words)? {
        func whole(_ member: FindingMember) -> Int? { finding.values[member]?.units(places: 0).flatMap { Int(exactly: $0) } }
        if claim.form == "rank", let said = claim.rank, let found = whole(.rank), said != found {
            return (.refuted, Words(zh: "文中是第\(said)，账上是第\(found)", en: "The text says place \(said), the book has \(found)"))
        }
        if claim.form == "run", let said = claim.years, let found = whole(.years), said > found {
            // Before its first year the book can't tell.
            let isOpen = found > bench.year - bench.since
            return (
                isOpen ? .uncovered : .refuted,
                Words(zh: "文中说连续\(said)年，账上只核实到\(found)年", en: "The text says \(said) years running, the book bears out \(found)")
            )
        }
        if claim.form == "first_crossing", finding.form == claim.form, let said = claim.count, let found = whole(.count), said != found {
            return (.refuted, Words(zh: "文中是\(said)家，账上是\(found)家", en: "The text says \(said), the book has \(found)"))
        }
        return nil
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
        let forms = ClaimCheck.alike[claim.form] ?? [claim.form]
        // What stands just before and after it: a sentence may go through many things.
        let low = max(claim.sentence.lowerBound, claim.clause.lowerBound - 30)
        let near = LetterPairs(paragraph.letters, low..<min(claim.sentence.upperBound, claim.clause.upperBound + 15))
        var best: (Finding, Int)?
        for one in declared where forms.contains(one.finding.form) {
            let isOf = indicators.first.map { one.names.contains($0.id.text) } ?? false
            let share = one.words.share(in: near)
            let isForm = one.finding.form == claim.form
            // A share of something else is another share.
            if claim.form == "share", !isOf { continue }
            guard isOf && (isForm || share >= 40) || share >= (isForm ? 45 : 60) else { continue }
            let score = share + (isOf ? 60 : 0) + (isForm ? 20 : 0)
            if score > best?.1 ?? 0 { best = (one.finding, score) }
        }
        return best?.0
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
        if let known = remembered[written] { return known }
        var diagnostics = Diagnostics()
        let source = Source(file: "verify", text: "spoken: \(written)\n")
        let made = ClaimReader.claims(source, Vocabulary(bench.figures), &diagnostics).first
        let finding = diagnostics.isEmpty ? try made?.find(bench) : nil
        remembered[written] = finding
        return finding
    }
}
