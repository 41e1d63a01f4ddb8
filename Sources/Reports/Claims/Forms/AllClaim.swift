import Indicators
import Registers
import Storage

/// Several conditions that must all hold: 双跃升, 开门红.
struct AllClaim: ClaimForm {
    static let name = "all"
    static let keys = ["of"]

    let conditions: [Formula]

    init?(_ reader: inout ClaimReader) {
        guard let conditions = reader.formulas("of") else { return nil }
        self.conditions = conditions
    }

    func judge(_ bench: Bench) throws -> Judgement {
        .all(
            try conditions.map { condition in
                let figure = try bench.figure(condition)
                let words = try ConditionWords.words(condition, bench)
                let compared = try ConditionWords.figures(condition, bench)
                switch figure.value.truth {
                case nil: return Judgement(.undecidable, zh: "\(words.zh)，无从比较", en: "\(words.en): nothing to compare", on: compared)
                case true? where figure.status == .estimated:
                    return Judgement(.undecidable, zh: "\(words.zh)，其中有预计数", en: "\(words.en), with an estimate in it", on: compared)
                case true?: return Judgement(.holds, zh: words.zh, en: words.en, on: compared)
                case false?: return Judgement(.fails, zh: words.zh, en: words.en, on: compared)
                }
            })
    }
}
