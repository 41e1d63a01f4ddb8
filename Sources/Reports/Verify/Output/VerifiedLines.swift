public import Storage

/// What came of checking a text, line by line for a person at a terminal: the gravest first, each with its place and what to do.
public struct VerifiedLines {
    let verified: VerifiedText
    let all: Bool

    /// `all` lists also what is supported, what is not covered, and what stars hide.
    public init(_ verified: VerifiedText, all: Bool) {
        self.verified = verified
        self.all = all
    }

    /// A head, and a section for each degree; in reading order within it.
    public var lines: [Words] {
        var lines = [head] + notes
        for part in parts where !part.lines.isEmpty {
            lines.append(
                Words(
                    zh: "\n\(part.title.zh)（\(part.lines.count)）——\(part.advice.zh)",
                    en: "\n\(part.title.en) (\(part.lines.count)): \(part.advice.en)"))
            lines += part.lines
        }
        if parts.allSatisfy(\.lines.isEmpty) { lines.append(Words(zh: "没有发现问题。", en: "Nothing was found wrong.")) }
        return lines
    }

    private struct Part {
        var title: Words
        var advice: Words
        var lines: [Words]
    }

    private var parts: [Part] {
        let stale = verified.form.filter { $0.rule == "stale" }
        let oldNumbers = refuted.filter { $0.difference == .year }
        var parts = [
            Part(
                title: Outcome.refuted.words, advice: Words(zh: "改成账上的数，或说明另一个出处", en: "print the book's number, or name another source"),
                lines: refuted.filter { $0.difference != .year }.map { line($0.place, $0.context, $0.reason) } + claims(.refuted)),
            Part(
                title: Outcome.contradicted.words, advice: Words(zh: "两处只能有一处对，查清后改", en: "only one of the two can be so; find out which"),
                lines: contradictions(isOpen: false)),
            Part(
                title: Words(zh: "旧稿残留", en: "Left over from an older year"), advice: Words(zh: "换成本年的数和说法", en: "put this year's numbers and words"),
                lines: oldNumbers.map { line($0.place, $0.context, $0.reason) } + stale.map { line($0.place, $0.context, $0.message) }),
            Part(
                title: Words(zh: "格式和用词", en: "Form and terms"), advice: Words(zh: "照改；引文除外", en: "mend them, save in quotations"),
                lines: verified.form.filter { $0.rule != "stale" }.map { line($0.place, $0.context, $0.message) }),
            Part(
                title: Words(zh: "遮住的数应当一致", en: "Covered numbers that must agree"), advice: Words(zh: "对照原稿", en: "look into the original"),
                lines: contradictions(isOpen: true)),
        ]
        if all {
            parts += [
                Part(
                    title: Outcome.uncovered.words, advice: Words(zh: "由写作人说明出处", en: "for the writer to give a source"),
                    lines: numbers(.uncovered) + claims(.uncovered)),
                Part(
                    title: Outcome.supported.words, advice: Words(zh: "不用改", en: "nothing to do"), lines: numbers(.supported) + claims(.supported)),
            ]
        }
        return parts
    }

    private var head: Words {
        let masks = verified.masks
        let figures = verified.counts.figures
        let wrong = verified.counts.contradictions
        let stars = masks.isEmpty ? "" : "；星号\(masks.count)处，遮数\(figures)、遮名\(masks.count - figures)"
        let hidden = masks.isEmpty ? "" : "; \(masks.count) runs of stars, \(figures) over figures and \(masks.count - figures) over names"
        return Words(
            zh:
                "“\(verified.name)”（按\(verified.year)年核对）：\(verified.paragraphs)段，\(verified.statements.count)个数，\(verified.claims.count)处结论性表述。有据\(verified.count(.supported))，不符\(verified.count(.refuted))，自相矛盾\(wrong)，账上未涉及\(verified.count(.uncovered))；旧稿残留\(verified.counts.stale)，格式和用词\(verified.counts.form)\(stars)。",
            en:
                "“\(verified.name)” (held against \(verified.year)): \(verified.paragraphs) paragraphs, \(verified.statements.count) numbers, \(verified.claims.count) claims. Supported \(verified.count(.supported)), refuted \(verified.count(.refuted)), contradicted inside the text \(wrong), not covered \(verified.count(.uncovered)); left over \(verified.counts.stale), form and terms \(verified.counts.form)\(hidden)."
        )
    }

    private var notes: [Words] { year + other + verified.remarks }

    private var year: [Words] {
        switch verified.guessed {
        case nil: []
        case .text:
            [
                Words(
                    zh: "没有指定年度，按文稿自己的标题和开头认作\(verified.year)年；不对请用 --year 指定。",
                    en: "No year was given; by its own headings and first words the text is of \(verified.year). Say --year if it is another.")
            ]
        case .book:
            [
                Words(
                    zh: "没有指定年度，文稿也没有写明，暂按账上最近的\(verified.year)年核对；不对请用 --year 指定。",
                    en: "No year was given and the text names none; \(verified.year), the last of the book, was taken. Say --year if it is another.")
            ]
        }
    }

    private var other: [Words] {
        guard let other = verified.other else { return [] }
        return [
            Words(
                zh: "文稿写的是“\(other)”，不是本园区，所以没有与账比对，只查前后矛盾、格式和用词。",
                en: "The text is of “\(other)” and not of this park, so it was not held against the book: only against itself, and its form.")
        ]
    }

    private var refuted: [StatementFinding] { verified.statements.filter { $0.outcome == .refuted } }

    private func numbers(_ outcome: Outcome) -> [Words] {
        verified.statements.filter { $0.outcome == outcome }.map { line($0.place, $0.context, $0.reason) }
    }

    private func claims(_ outcome: Outcome) -> [Words] {
        verified.claims.filter { $0.outcome == outcome }.map { claim in
            line(claim.place, claim.context, Words(zh: "结论性表述：\(claim.reason.zh)", en: "Claim: \(claim.reason.en)"))
        }
    }

    private func contradictions(isOpen: Bool) -> [Words] {
        verified.contradictions.filter { $0.isOpen == isOpen }.flatMap { one -> [Words] in
            guard let place = one.places.first else { return [] }
            let others = zip(one.places, one.contexts).dropFirst()
            return [
                Words(
                    zh: line(place, one.contexts.first ?? "", one.message).zh
                        + others.map { "\n    另见\(VerifiedLines.at($0).zh) \($1)" }.joined(),
                    en: line(place, one.contexts.first ?? "", one.message).en
                        + others.map { "\n    see also \(VerifiedLines.at($0).en) \($1)" }.joined())
            ]
        }
    }

    private func line(_ place: TextPlace, _ context: String, _ reason: Words) -> Words {
        let at = VerifiedLines.at(place)
        return Words(zh: "\(at.zh) \(context)\n    \(reason.zh)", en: "\(at.en) \(context)\n    \(reason.en)")
    }

    private static func at(_ place: TextPlace) -> Words {
        Words(zh: "第\(place.paragraph)段第\(place.letter)字", en: "Paragraph \(place.paragraph), letter \(place.letter)")
    }
}
