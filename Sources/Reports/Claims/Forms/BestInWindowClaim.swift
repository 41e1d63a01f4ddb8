import Registers

/// 近5年最好: above each of the years before in a window that ends with the report's year.
struct BestInWindowClaim: ClaimForm {
    static let name = "best_in_window"
    static let keys = ["of", "years"]

    let formulas: [Formula]
    let years: Int

    init?(_ reader: inout ClaimReader) {
        guard let formulas = reader.formulas("of"), let years = reader.count("years", 2...50) else { return nil }
        self.formulas = formulas
        self.years = years
    }

    func judge(_ bench: Bench) throws -> Judgement {
        let window = (bench.year - years + 1)...bench.year
        var judgement = Judgement.all(try formulas.map { try Highest(formula: $0, years: window).judge(bench) })
        judgement.values[.years] = .init(Int64(years))
        return judgement
    }
}
