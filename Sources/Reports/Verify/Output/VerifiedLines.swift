public import Storage

/// What came of checking a text, line by line for a person at a terminal: what is wrong first.
public struct VerifiedLines {
    let verified: VerifiedText
    let all: Bool

    /// `all` lists also what is supported and what is not covered.
    public init(_ verified: VerifiedText, all: Bool) {
        self.verified = verified
        self.all = all
    }

    /// In reading order within each kind.
    public var lines: [Words] { [head] + numbers + contradictions + claims + form }

    private var head: Words {
        let masks = verified.masks
        let figures = masks.count { $0.isFigure }
        let wrong = verified.contradictions.count
        return Words(
            zh:
                "“\(verified.name)”：\(verified.paragraphs) 段，\(verified.statements.count) 个数，\(verified.claims.count) 处结论性表述；有据 \(verified.count(.supported))，不符 \(verified.count(.refuted))，自相矛盾 \(wrong)，账上未涉及 \(verified.count(.uncovered))；格式问题 \(verified.form.count)；星号 \(masks.count) 处，其中遮数 \(figures)、遮名 \(masks.count - figures)。",
            en:
                "“\(verified.name)”: \(verified.paragraphs) paragraphs, \(verified.statements.count) numbers, \(verified.claims.count) claims; supported \(verified.count(.supported)), refuted \(verified.count(.refuted)), contradicted \(wrong), not covered \(verified.count(.uncovered)); faults of form \(verified.form.count); runs of stars \(masks.count): \(figures) figures and \(masks.count - figures) names."
        )
    }

    private func shows(_ outcome: Outcome) -> Bool { all || outcome == .refuted || outcome == .contradicted }

    private var numbers: [Words] {
        verified.statements.filter { shows($0.outcome) }.map { line($0.outcome.words, $0.place, $0.context, $0.reason) }
    }

    private var contradictions: [Words] {
        verified.contradictions.flatMap { one -> [Words] in
            let kind = one.isOpen ? Words(zh: "无法核对", en: "Can't be told") : Outcome.contradicted.words
            guard let place = one.places.first else { return [] }
            return [line(kind, place, one.contexts.first ?? "", one.message)]
                + zip(one.places, one.contexts).dropFirst().map { place, context in
                    Words(zh: "    另见\(VerifiedLines.at(place).zh) \(context)", en: "    see also \(VerifiedLines.at(place).en) \(context)")
                }
        }
    }

    private var claims: [Words] {
        verified.claims.filter { shows($0.outcome) }.map { claim in
            let kind = claim.outcome.words
            return line(Words(zh: "表述\(kind.zh)", en: "Claim: \(kind.en)"), claim.place, claim.context, claim.reason)
        }
    }

    private var form: [Words] { verified.form.map { line(Words(zh: "格式", en: "Form"), $0.place, $0.context, $0.message) } }

    private func line(_ kind: Words, _ place: TextPlace, _ context: String, _ reason: Words) -> Words {
        let at = VerifiedLines.at(place)
        return Words(zh: "\(kind.zh)  \(at.zh) \(context)\n    \(reason.zh)", en: "\(kind.en)  \(at.en) \(context)\n    \(reason.en)")
    }

    private static func at(_ place: TextPlace) -> Words {
        Words(zh: "第\(place.paragraph)段第\(place.letter)字", en: "paragraph \(place.paragraph), letter \(place.letter)")
    }
}
