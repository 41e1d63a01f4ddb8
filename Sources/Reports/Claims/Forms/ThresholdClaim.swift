import Indicators
import Registers
import Storage

/// 超过、百亿: a figure stands to a mark as is claimed, on a final or preliminary figure; an estimate leaves it undecidable (practice.md 3.3).
struct ThresholdClaim: ClaimForm {
    static let name = "threshold"
    static let keys = ["of", "is"]

    let formula: Formula
    let condition: Formula

    init?(_ reader: inout ClaimReader) {
        let formula = reader.formula("of")
        let condition = reader.formula("is")
        guard let formula, let condition else { return nil }
        self.formula = formula
        self.condition = condition
    }

    func judge(_ bench: Bench) throws -> Judgement {
        let figure = try bench.figure(formula)
        let asked = try bench.figure(condition)
        let words = try ConditionWords.words(condition, bench)
        guard let isTrue = asked.value.truth else {
            return Judgement(.undecidable, zh: "\(words.zh)，无从比较", en: "\(words.en): nothing to compare", on: [figure])
        }
        if figure.isIncomplete, let doubt = Doubt.any(in: [figure]) {
            return Judgement(.undecidable, zh: "\(words.zh)，但\(doubt.zh)", en: "\(words.en), but \(doubt.en)", on: [figure])
        }
        let status = min(figure.status, asked.status)
        guard status >= .preliminary else {
            return Judgement(
                .undecidable, zh: "\(words.zh)，但这是\(status.words.zh)", en: "\(words.en), but this is \(status.words.en.lowercased())",
                on: [figure])
        }
        return Judgement(isTrue ? .holds : .fails, zh: words.zh, en: words.en, on: [figure])
    }
}
