import Registers

/// 净增创历史之最: the increment is above that of every earlier year.
struct RecordIncrementClaim: ClaimForm {
    static let name = "record_increment"
    static let keys = ["of"]

    let formulas: [Formula]

    init?(_ reader: inout ClaimReader) {
        guard let formulas = reader.formulas("of") else { return nil }
        guard formulas.allSatisfy(\.isPath) else {
            reader.wrong("of", zh: "净增额只能对一个指标来说。", en: "Only an indicator has an increment.")
            return nil
        }
        self.formulas = formulas
    }

    func judge(_ bench: Bench) throws -> Judgement {
        let years = min(bench.since, bench.year - 1)...bench.year
        // In the book's first year there may be nothing to take an increment over.
        return .all(try formulas.map { try Highest(formula: $0.member("increment"), years: years, mayLackFirst: true).judge(bench) })
    }
}
