import Indicators
import Registers
import Storage

/// 占全市…%: a part of a whole of the same kind.
struct ShareClaim: ClaimForm {
    static let name = "share"
    static let keys = ["of", "in"]

    let part: Formula
    let whole: Formula

    init?(_ reader: inout ClaimReader) {
        let part = reader.formula("of")
        let whole = reader.formula("in")
        guard let part, let whole else { return nil }
        self.part = part
        self.whole = whole
    }

    func judge(_ bench: Bench) throws -> Judgement {
        let (one, all) = (try bench.figure(part), try bench.figure(whole))
        let figures = [one, all]
        guard let value = one.value.amount, let total = all.value.amount else {
            return Judgement(
                .undecidable, zh: "\(one.name.zh) \(one.said)，\(all.name.zh) \(all.said)，算不出比重",
                en: "\(one.name.en) \(one.said(.en)), \(all.name.en) \(all.said(.en)): no share", on: figures)
        }
        guard total.isPositive, !value.isNegative, let quotient = try? value.divided(by: total),
            let share = try? quotient.multiplied(by: Amount(100))
        else {
            return Judgement(
                .undecidable, zh: "\(all.name.zh)是\(all.said)，说不上比重", en: "\(all.name.en) is \(all.said(.en)): there is no share of it", on: figures)
        }
        let sum = "\(one.said) ÷ \(all.said) = \(AmountText.rounded(share, places: 1))%"
        var judgement: Judgement
        if share > Amount(100) {
            judgement = Judgement(.fails, zh: "部分大于全体：\(sum)", en: "The part exceeds the whole: \(sum)", on: figures)
        } else if let doubt = Doubt.any(in: figures) {
            judgement = Judgement(.undecidable, zh: doubt.zh, en: doubt.en, on: figures)
        } else {
            judgement = Judgement(.holds, zh: sum, en: sum, on: figures)
        }
        judgement.values[.share] = share
        return judgement
    }

    func surprise(_ judgement: Judgement, expected: [String]) -> (zh: String, en: String)? {
        guard let first = expected.first, let share = judgement.values[.share] else { return nil }
        return Expectation.differs(share, from: first)
    }
}
