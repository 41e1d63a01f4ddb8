import Indicators
import Registers
import Storage

/// 多次、一批: at least a stated minimum. Without one the word would promise nothing.
struct VaguePluralClaim: ClaimForm {
    static let name = "vague_plural"
    static let keys = ["of", "least"]

    let formula: Formula
    let least: Int

    init?(_ reader: inout ClaimReader) {
        let formula = reader.formula("of")
        let least = reader.count("least", 2...100_000)
        guard let formula, let least else { return nil }
        self.formula = formula
        self.least = least
    }

    func judge(_ bench: Bench) throws -> Judgement {
        let figure = try bench.figure(formula)
        guard let value = figure.value.amount else {
            return Judgement(
                .undecidable, zh: "\(figure.name.zh)：\(figure.said)", en: "\(figure.name.en): \(figure.printed(.en))", on: [figure])
        }
        let isEnough = value >= Amount(Int64(least))
        var judgement = Judgement(
            isEnough ? .holds : .fails, zh: "\(figure.name.zh) \(figure.said)，\(isEnough ? "不少于" : "少于")\(least)",
            en: "\(figure.name.en) \(figure.said(.en)), \(isEnough ? "at least" : "fewer than") \(least)", on: [figure])
        if isEnough, let doubt = Doubt.any(in: [figure]), figure.status == .estimated {
            judgement = Judgement(.undecidable, zh: doubt.zh, en: doubt.en, on: [figure])
        }
        judgement.values[.count] = value
        return judgement
    }
}
