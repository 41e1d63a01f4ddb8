import Indicators
import Storage

/// What the checks found, as a person at the terminal reads it: those that must be mended first.
struct QualityText {
    let language: Language
    let period: Period
    let found: [(Check, CheckOutcome)]

    var lines: [String] {
        let order: [Check.Severity] = [.must, .look]
        var lines = [head]
        for severity in order {
            for (check, outcome) in found where check.severity == severity && (outcome.count > 0 || outcome.undecided != nil) {
                lines += self.lines(check, outcome)
            }
        }
        return lines
    }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    private var head: String {
        let broken = found.count { $0.0.severity == .must && $0.1.count > 0 }
        let noted = found.count { $0.0.severity == .look && $0.1.count > 0 }
        let undecided = found.count { $0.1.count == 0 && $0.1.undecided != nil }
        return say(
            "\(period.words.zh)：\(found.count) 条规则，必须改正 \(broken) 条，请核对 \(noted) 条，无法判断 \(undecided) 条。",
            "\(period.words.en): \(found.count) checks; \(broken) must be mended, \(noted) to be looked at, \(undecided) undecided.")
    }

    private func lines(_ check: Check, _ outcome: CheckOutcome) -> [String] {
        let count = outcome.count > 0 ? say("\(outcome.count) 处", "\(outcome.count)") : say("无法判断", "undecided")
        var lines = ["", "[\(check.severity.words(language))] \(check.name(language))  \(count)  (\(check.id.text))"]
        for offence in outcome.offences {
            let link = offence.record.map { "  /registers/\($0.register.text)/\($0.id)" } ?? ""
            let note = offence.note.map { say("：", ": ") + $0(language) } ?? ""
            lines.append("  - \(offence.title)\(note)\(link)")
        }
        if outcome.count > outcome.offences.count {
            let rest = outcome.count - outcome.offences.count
            lines.append(say("  … 另有 \(rest) 处", "  … and \(rest) more"))
        }
        if let undecided = outcome.undecided { lines.append("  " + undecided(language)) }
        lines.append(say("  为什么：", "  Why: ") + check.why(language))
        lines.append(say("  怎么办：", "  What to do: ") + check.advice(language))
        return lines
    }
}
