import Registers
import Storage

/// `agrees: [a, b]`: two expressions over figures must give the same, `within` so many per cent of the first.
struct AgreesCheck: CheckForm {
    static let key = "agrees"
    static let keys = ["within"]

    let one: Formula
    let other: Formula
    let within: Amount
    private let difference: Formula
    var asked: String { "\(FormulaText.text(one)) = \(FormulaText.text(other))" }

    init?(_ reader: inout CheckReader) {
        let written = reader.texts(AgreesCheck.key)
        let formulas = written.compactMap { reader.formula($0.text, $0.place) }
        guard formulas.count == written.count else { return nil }
        guard formulas.count == 2 else {
            reader.refuse(AgreesCheck.key, "agrees", zh: "写成 [一个算式, 另一个算式]。", en: "Write [one expression, another].")
            return nil
        }
        (one, other) = (formulas[0], formulas[1])
        difference = Formula(.pair(.minus, one, other), one.place)
        let faults = reader.figures.check(difference)
        for fault in faults { reader.add(fault) }
        guard faults.isEmpty else { return nil }
        guard let entry = reader.entry["within"] else {
            within = .zero
            return
        }
        guard let text = entry.scalar, let amount = Amount(text), !amount.isNegative else {
            reader.refuse("within", "within", zh: "这里写允许相差的百分数，如 0.5。", en: "Write how far they may differ in %, as 0.5.")
            return nil
        }
        within = amount
    }

    func look(_ bench: CheckBench) throws -> CheckOutcome {
        func figure(_ formula: Formula) throws -> Figure {
            try bench.figures.evaluate(formula, bench.period, asOf: bench.asOf, in: bench.reading)
        }
        let figures = [try figure(one), try figure(other)]
        let words = FormulaWords(figures: bench.figures)
        let names = [words.words(one), words.words(other)]
        guard let first = figures[0].value.amount, let gap = try figure(difference).value.amount else {
            let missing = names[figures.firstIndex { $0.value.amount == nil } ?? 0]
            return CheckOutcome(undecided: Words(zh: "“\(missing.zh)”缺数，无法核对。", en: "“\(missing.en)” lacks data."))
        }
        // |a − b| × 100 ≤ within × |a|, without a division.
        if try gap.magnitude.multiplied(by: Amount(100)) <= (try first.magnitude.multiplied(by: within)) { return CheckOutcome() }
        let values = figures.map { "\($0.printed())\($0.unit ?? "")" }
        let room = within == .zero ? Words(zh: "", en: "") : Words(zh: "（允许相差\(within)%）", en: " (within \(within) %)")
        let note = Words(
            zh: "\(values[0])，应等于\(names[1].zh)\(values[1])\(room.zh)",
            en: "\(names[0].en) \(values[0]) should equal \(names[1].en) \(values[1])\(room.en)")
        return CheckOutcome(count: 1, offences: bench.limit > 0 ? [Offence(names[0].zh, note: note)] : [], figures: figures)
    }
}
