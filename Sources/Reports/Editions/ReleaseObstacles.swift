import Registers
import Storage

/// What stands in the way of a release, each in a sentence.
struct ReleaseObstacles {
    let report: CompiledReport

    init(_ report: CompiledReport) { self.report = report }

    /// Numbers typed by hand that nobody has explained, and explanations of numbers that aren't there.
    func unsourced(_ explanations: [String: String]) -> [Words] {
        var reasons: [Words] = []
        var told: Set<String> = []
        for number in report.unsourced where (explanations[number.text] ?? "").isEmpty && told.insert(number.text).inserted {
            reasons.append(
                Words(
                    zh: "“\(number.text)”是手工数字，没有来源（\(number.place)：…\(number.context)…）：绑定到指标，或写明来源 --explain '\(number.text)=来源'",
                    en: "“\(number.text)” was typed by hand and has no source (\(number.place): …\(number.context)…): bind it to a figure, "
                        + "or say where it comes from: --explain '\(number.text)=source'"))
        }
        for text in explanations.keys.sorted() where !report.unsourced.contains(where: { $0.text == text }) {
            let near = report.unsourced.map(\.text)
            reasons.append(
                Words(
                    zh: "--explain 说明的“\(text)”不在手工数字里" + (near.isEmpty ? "" : "；有：\(near.joined(separator: "、"))"),
                    en: "“\(text)” is no number typed by hand" + (near.isEmpty ? "" : "; there are \(near.joined(separator: ", "))")))
        }
        return reasons
    }

    /// Figures that their departments have not confirmed, as the park's rule has it.
    func unconfirmed(_ sheet: ConfirmationSheet, _ rule: ConfirmationRule, accepted: Bool, reason: String) -> [Words] {
        guard !sheet.isComplete, rule != .warn else { return [] }
        if rule == .reason, accepted {
            return reason.isEmpty ? [Words(zh: "未核先签发要写原因（--reason）", en: "releasing unconfirmed figures needs a reason (--reason)")] : []
        }
        let open = sheet.departments.filter { !$0.open.isEmpty }
        let listed = (
            zh: open.map { "\($0.name.zh) \($0.open.count)" }.joined(separator: "、"),
            en: open.map { "\($0.name.en) \($0.open.count)" }.joined(separator: ", ")
        )
        let way =
            rule == .refuse
            ? Words(zh: "核对后再签发", en: "confirm them first")
            : Words(
                zh: "核对后再签发；确要先签发，加上 --accept-unconfirmed 并写明原因 --reason",
                en: "confirm them first; to release it all the same, add --accept-unconfirmed and say why with --reason")
        return [
            Words(
                zh: "应核数据 \(sheet.count) 个，已核 \(sheet.confirmed) 个（未核：\(listed.zh)）：\(way.zh)",
                en: "\(sheet.confirmed) of \(sheet.count) figures are confirmed (open: \(listed.en)): \(way.en)")
        ]
    }

    static func refused(_ reasons: [Words]) -> Refused {
        Refused(
            zh: "还不能签发：\n" + reasons.map { "· \($0.zh)" }.joined(separator: "\n"),
            en: "It can't be released yet:\n" + reasons.map { "· \($0.en)" }.joined(separator: "\n"))
    }
}
