import Indicators
import Registers
import Storage

/// 零…: all are zero, and the watching was complete; a count of nothing seen proves nothing where nobody looked.
struct ZeroClaim: ClaimForm {
    static let name = "zero"
    static let keys = ["of", "complete"]

    let formulas: [Formula]
    /// What says that the watching was complete: `daily_reports = 365`.
    let complete: Formula?

    init?(_ reader: inout ClaimReader) {
        guard let formulas = reader.formulas("of") else { return nil }
        self.formulas = formulas
        complete = reader.formula("complete", isNeeded: false)
        if complete == nil, reader.entry["complete"] != nil { return nil }
    }

    func judge(_ bench: Bench) throws -> Judgement {
        let figures = try formulas.map { try bench.figure($0) }
        let words = figures.map { "\($0.name.zh) \($0.said)" }.joined(separator: "、")
        let english = figures.map { "\($0.name.en) \($0.said)" }.joined(separator: ", ")
        if figures.contains(where: { $0.value.amount.map { !$0.isZero } ?? false }) {
            return Judgement(.fails, zh: words, en: english, on: figures)
        }
        guard figures.allSatisfy({ $0.value.amount != nil }) else { return Judgement(.undecidable, zh: words, en: english, on: figures) }
        if let doubt = Doubt.any(in: figures) { return Judgement(.undecidable, zh: doubt.zh, en: doubt.en, on: figures) }
        guard let complete else {
            // A roster that has reported in full is a watch, too.
            guard figures.allSatisfy({ $0.expected.map { $0 > 0 } ?? false }) else {
                return Judgement(
                    .undecidable, zh: "\(words)，但没有说明怎样才算监测完整（complete）",
                    en: "\(english), but nothing says when the watching is complete (complete)", on: figures)
            }
            return Judgement(.holds, zh: "\(words)，应报的都已报", en: "\(english), and all have reported", on: figures)
        }
        let watch = try bench.figure(complete)
        let watched = try ConditionWords.words(complete, bench)
        guard watch.value.truth == true else {
            return Judgement(
                .undecidable, zh: "\(words)，但监测不完整：\(watched.zh)", en: "\(english), but the watching is not complete: \(watched.en)", on: figures)
        }
        return Judgement(.holds, zh: "\(words)，监测完整：\(watched.zh)", en: "\(english), the watching complete: \(watched.en)", on: figures)
    }
}
