import Indicators
import Storage

/// What a form finds, before it is known whose claim it is.
struct Judgement {
    var verdict: Verdict
    var reason: Words
    var evidence: [Evidence] = []
    var names: [String] = []
    /// The register whose records were looked at.
    var register: Name?
    var values: [FindingMember: Amount] = [:]

    init(_ verdict: Verdict, zh: String, en: String, on figures: [Figure] = []) {
        self.verdict = verdict
        reason = Words(zh: zh, en: en)
        evidence = figures.map { Evidence($0) }
    }

    /// Several parts that must all hold.
    static func all(_ parts: [Judgement]) -> Judgement {
        guard let first = parts.first, parts.count > 1 else {
            return parts.first ?? Judgement(.undecidable, zh: "没有可比的内容。", en: "Nothing to compare.")
        }
        var whole = first
        whole.verdict = .all(parts.map(\.verdict))
        whole.reason = Words(zh: parts.map(\.reason.zh).joined(separator: "；"), en: parts.map(\.reason.en).joined(separator: "; "))
        whole.evidence = parts.flatMap(\.evidence)
        return whole
    }
}

extension Figure {
    /// The value with its unit, as the reasons of claims say it: `101.83亿元`.
    var said: String { said(.zh) }

    func said(_ language: Language) -> String { value.amount == nil ? printed(language) : printed(language) + (unit ?? "") }

    /// The value as a text prints it, with the year: `2021年640.48亿元`.
    var dated: String { "\(period.year)年\(said)" }
}
