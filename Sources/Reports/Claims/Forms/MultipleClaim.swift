import Indicators
import Registers
import Storage

/// 是上年的n倍: this year over last year; 增长n倍 would be one less (rules.md 2.1).
struct MultipleClaim: ClaimForm {
    static let name = "multiple"
    static let keys = ["of"]

    let formula: Formula

    init?(_ reader: inout ClaimReader) {
        guard let formula = reader.formula("of") else { return nil }
        guard formula.isPath else {
            reader.wrong("of", zh: "倍数只能对一个指标来说。", en: "Only an indicator has a multiple.")
            return nil
        }
        self.formula = formula
    }

    func judge(_ bench: Bench) throws -> Judgement {
        let now = try bench.figure(formula)
        let base = try bench.figure(formula.member("prior"))
        let multiple = try bench.figure(formula.member("multiple"))
        let figures = [now, base]
        guard let value = now.value.amount, let before = base.value.amount else {
            return Judgement(
                .undecidable, zh: "\(now.name.zh)：本年\(now.said)，上年\(base.said)，算不出倍数",
                en: "\(now.name.en): \(now.said(.en)) now, \(base.said(.en)) before; no multiple", on: figures)
        }
        guard before.isPositive, value.isPositive, let times = multiple.value.amount else {
            return Judgement(
                .undecidable, zh: "\(now.name.zh)：本年\(now.said)，上年\(base.said)，有一个不是正数，不能说倍数",
                en: "\(now.name.en): \(now.said(.en)) now, \(base.said(.en)) before; with one not above zero there is no multiple", on: figures)
        }
        var judgement: Judgement
        if let doubt = Doubt.any(in: figures) {
            judgement = Judgement(.undecidable, zh: doubt.zh, en: doubt.en, on: figures)
        } else {
            let isRise = AmountText.round(times, places: multiple.places) > .one
            let sum = "\(now.said) ÷ \(base.said) = \(multiple.printed(.zh))"
            judgement = Judgement(
                isRise ? .holds : .fails, zh: "\(now.name.zh)：\(sum)\(isRise ? "" : "，没有成倍")",
                en: "\(now.name.en): \(sum)\(isRise ? "" : ", no rise to speak of as a multiple")", on: figures)
        }
        judgement.values[.multiple] = AmountText.round(times, places: multiple.places)
        return judgement
    }

    func surprise(_ judgement: Judgement, expected: [String]) -> (zh: String, en: String)? {
        guard let first = expected.first, let multiple = judgement.values[.multiple] else { return nil }
        return Expectation.differs(multiple, from: first)
    }
}
