import Indicators
import Registers
import Storage

/// 由…到…、较上年减少: the direction between two figures. It may rest on an estimate, which the reason says.
struct FromToClaim: ClaimForm {
    static let name = "from_to"
    static let keys = ["of", "from", "to", "is"]

    let from: Formula
    let to: Formula
    let isHigher: Bool

    init?(_ reader: inout ClaimReader) {
        let isHigher = reader.choice("is", [("higher", true), ("lower", false)])
        if reader.entry["of"] != nil {
            guard let of = reader.formula("of"), let isHigher else { return nil }
            guard of.isPath, reader.entry["from"] == nil, reader.entry["to"] == nil else {
                reader.wrong("of", zh: "写“of”一个指标，或写“from”和“to”。", en: "Write “of” with an indicator, or “from” and “to”.")
                return nil
            }
            (from, to, self.isHigher) = (of.member("prior"), of, isHigher)
        } else {
            let from = reader.formula("from")
            let to = reader.formula("to")
            guard let from, let to, let isHigher else { return nil }
            (self.from, self.to, self.isHigher) = (from, to, isHigher)
        }
    }

    func judge(_ bench: Bench) throws -> Judgement {
        let (before, now) = (try bench.figure(from), try bench.figure(to))
        let figures = [now, before]
        guard let old = before.value.amount, let new = now.value.amount else {
            return Judgement(
                .undecidable, zh: "\(now.name.zh)：由\(before.said)到\(now.said)，无从比较",
                en: "\(now.name.en): from \(before.said(.en)) to \(now.said(.en)), nothing to compare", on: figures)
        }
        let isTrue = isHigher ? new > old : new < old
        let estimate = now.status == .estimated || before.status == .estimated
        return Judgement(
            isTrue ? .holds : .fails, zh: "\(now.name.zh)：由\(before.said)到\(now.said)\(estimate ? "（预计数）" : "")",
            en: "\(now.name.en): from \(before.said(.en)) to \(now.said(.en))\(estimate ? " (estimated)" : "")", on: figures)
    }
}
