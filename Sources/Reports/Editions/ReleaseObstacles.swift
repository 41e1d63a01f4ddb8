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

    /// Figures that nobody has confirmed, unless whoever releases it answers for them and says why.
    func unconfirmed(confirmed: Int, accepted: Bool, reason: String) -> [Words] {
        let all = report.printedFigures.count
        guard confirmed < all else { return [] }
        guard accepted else {
            return [
                Words(
                    zh: "应核数据 \(all) 个，已核 \(confirmed) 个：核对后再签发；确要先签发，加上 --accept-unconfirmed 并写明原因 --reason",
                    en: "\(confirmed) of \(all) figures are confirmed: confirm them first; to release it all the same, "
                        + "add --accept-unconfirmed and say why with --reason")
            ]
        }
        guard reason.isEmpty else { return [] }
        return [Words(zh: "未核先签发要写原因（--reason）", en: "releasing unconfirmed figures needs a reason (--reason)")]
    }

    static func refused(_ reasons: [Words]) -> Refused {
        Refused(
            zh: "还不能签发：\n" + reasons.map { "· \($0.zh)" }.joined(separator: "\n"),
            en: "It can't be released yet:\n" + reasons.map { "· \($0.en)" }.joined(separator: "\n"))
    }
}
