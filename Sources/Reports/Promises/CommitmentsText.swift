public import Storage

/// The list of what a year's plan promised, as a person at the terminal reads it.
public struct CommitmentsText {
    private let list: Commitments
    private let language: Language

    public init(_ list: Commitments, _ language: Language) {
        self.list = list
        self.language = language
    }

    public var lines: [String] {
        var lines = [head]
        for (chapter, commitments) in list.chapters {
            lines += ["", chapter(language)]
            for one in commitments { lines += self.lines(one) }
        }
        return lines
    }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    private var head: String {
        let counts = CommitmentLight.allCases.map { ($0, list.count($0)) }.filter { $0.1 > 0 }
        let told = counts.map { "\($0.0.words(language)) \($0.1)" }.joined(separator: say("，", ", "))
        return say(
            "\(list.year)年计划 \(list.all.count) 件\(told.isEmpty ? "" : "：\(told)")（截至 \(list.day.iso)）。",
            "\(list.all.count) promises for \(list.year)\(told.isEmpty ? "" : ": \(told)") (as of \(list.day.iso)).")
    }

    private func lines(_ one: Commitment) -> [String] {
        let owner = one.owner.isEmpty ? say("没有责任部门", "no office") : one.owner
        var lines = ["  [\(one.light.words(language))] \(one.name)  \(owner)  \(say("\(one.due.iso) 前", "by \(one.due.iso)"))"]
        if let measure = one.measure {
            lines.append(
                say("      目标 \(measure.aimed(.zh))，现在 \(measure.reached(.zh))", "      aim \(measure.aimed(.en)), now \(measure.reached(.en))"))
        } else if !one.promised.isEmpty {
            lines.append("      \(one.promised)")
        }
        if !one.progress.isEmpty { lines.append(say("      进展：", "      progress: ") + one.progress) }
        if !one.proof.isEmpty { lines.append(say("      凭据：", "      proof: ") + one.proof) }
        return lines
    }
}
