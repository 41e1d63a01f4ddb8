import Indicators
import Registers
import Storage

/// 首次突破: who reaches a threshold now and did in no earlier year, predecessors followed (practice.md 3.7).
struct FirstCrossingClaim: ClaimForm {
    static let name = "first_crossing"
    static let keys = ["of", "by", "over"]

    let indicator: Name
    let register: Name
    let threshold: Formula

    init?(_ reader: inout ClaimReader) {
        let indicator = reader.indicator("of")
        let register = reader.register("by")
        let threshold = reader.formula("over")
        guard let indicator, let register, let threshold else { return nil }
        self.indicator = indicator
        self.register = register
        self.threshold = threshold
    }

    func judge(_ bench: Bench) throws -> Judgement {
        let figure = try bench.figure(Formula(.path([indicator.text]), threshold.place))
        let mark = try bench.figure(threshold)
        let crossing = try bench.figures.crossing(
            indicator, by: register, over: threshold, bench.period, asOf: bench.asOf, in: bench.reading)
        let names = crossing.members.map(\.title)
        let others = crossing.undecided.map(\.title)
        var judgement: Judgement
        if !others.isEmpty {
            judgement = Judgement(
                .undecidable,
                zh: "\(figure.name.zh)达\(mark.said)的，首次的有\(names.count)家；\(list(others))在账簿开始（\(bench.since)年）前已有，无从核实",
                en:
                    "\(names.count) reach \(mark.said(.en)) for the first time; \(others.joined(separator: ", ")) were there before the book (\(bench.since))",
                on: [figure])
        } else if names.isEmpty {
            judgement = Judgement(
                .fails, zh: "没有\(figure.name.zh)首次达到\(mark.said)的", en: "None reaches \(mark.said(.en)) for the first time", on: [figure])
        } else if bench.year <= bench.since {
            judgement = Judgement(
                .undecidable, zh: "账簿自\(bench.since)年起，没有更早的年份可比", en: "The book begins in \(bench.since): no earlier year to compare", on: [figure])
        } else if let doubt = Doubt.any(in: [figure]) {
            judgement = Judgement(.undecidable, zh: doubt.zh, en: doubt.en, on: [figure])
        } else {
            judgement = Judgement(
                .holds, zh: "\(names.count)家本年达到\(mark.said)，\(bench.since)—\(bench.year - 1)年都没有：\(list(names))",
                en:
                    "\(names.count) reach \(mark.said(.en)) now and did not from \(bench.since) to \(bench.year - 1): \(names.joined(separator: ", "))",
                on: [figure])
        }
        judgement.evidence += (crossing.members + crossing.undecided).prefix(100).map { Evidence($0, bench.period, of: figure) }
        judgement.names = names
        judgement.values[.count] = Amount(Int64(names.count))
        return judgement
    }

    private func list(_ names: [String]) -> String {
        names.prefix(8).joined(separator: "、") + (names.count > 8 ? "等\(names.count)家" : "")
    }
}
