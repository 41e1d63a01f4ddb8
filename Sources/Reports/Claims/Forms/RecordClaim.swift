import Registers

/// 历史新高: above every earlier year of the book; with `again` the year before was a record, too.
struct RecordClaim: ClaimForm {
    static let name = "record"
    static let keys = ["of", "again"]

    let formulas: [Formula]
    let isAgain: Bool

    init?(_ reader: inout ClaimReader) {
        guard let formulas = reader.formulas("of") else { return nil }
        self.formulas = formulas
        isAgain = reader.truth("again")
    }

    func judge(_ bench: Bench) throws -> Judgement {
        var parts: [Judgement] = []
        for formula in formulas {
            parts.append(try judge(formula, until: bench.year, bench))
            if isAgain { parts.append(try judge(formula, until: bench.year - 1, bench)) }
        }
        return .all(parts)
    }

    private func judge(_ formula: Formula, until year: Int, _ bench: Bench) throws -> Judgement {
        // Two years at least: the first year of a book is above nothing.
        try Highest(formula: formula, years: min(bench.since, year - 1)...year).judge(bench)
    }
}
