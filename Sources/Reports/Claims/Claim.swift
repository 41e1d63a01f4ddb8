public import Registers
public import Storage

/// A declared claim (结论性表述): a comparison or superlative with a predicate.
public struct Claim: Sendable {
    /// `C09`, or a name such as `more_output`.
    public var id: String
    var form: any ClaimForm
    /// What is claimed, in words, for lists.
    public var text: Words
    /// What the writer expects it to find; compared and reported, never printed.
    public var expects: [String]
    /// Where it is declared.
    public var place: Place

    /// The form as declared.
    public var formName: String { type(of: form).name }

    /// Looks at the records and says whether it holds.
    func find(_ bench: Bench) throws -> Finding {
        let judgement = try form.judge(bench)
        let surprise = expects.isEmpty ? nil : form.surprise(judgement, expected: expects)
        var reason = judgement.reason
        if let surprise { reason = Words(zh: "\(reason.zh)（\(surprise.zh)）", en: "\(reason.en) (\(surprise.en))") }
        return Finding(
            id: id, form: formName, text: text, verdict: judgement.verdict, reason: reason, evidence: judgement.evidence,
            names: judgement.names, register: judgement.register, values: judgement.values, surprise: surprise.map { Words(zh: $0.zh, en: $0.en) })
    }
}
