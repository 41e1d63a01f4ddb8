import Registers
import Storage

/// `holds: condition`, or several: what must be true of the figures of a period.
struct HoldsCheck: CheckForm {
    static let key = "holds"
    static let keys: [String] = []

    let conditions: [Formula]
    var asked: String { conditions.map { FormulaText.text($0) }.joined(separator: "; ") }

    init?(_ reader: inout CheckReader) {
        let written = reader.texts(HoldsCheck.key)
        conditions = written.compactMap { reader.formula($0.text, $0.place) }
        guard !written.isEmpty, conditions.count == written.count else { return nil }
        for formula in conditions {
            guard let type = try? reader.figures.type(of: formula), type != .truth else { continue }
            reader.refuse(HoldsCheck.key, "condition", zh: "这里要写一个条件。", en: "A condition is needed here.")
            return nil
        }
    }

    func look(_ bench: CheckBench) throws -> CheckOutcome {
        var outcome = CheckOutcome()
        let unmet = UnmetCondition(bench: bench)
        for formula in conditions {
            let figure = try bench.figures.evaluate(formula, bench.period, asOf: bench.asOf, in: bench.reading)
            switch figure.value {
            case .truth(true): break
            case .truth(false):
                outcome.count += 1
                outcome.figures.append(figure)
                outcome.offences += try unmet.offences(formula).prefix(bench.limit - outcome.offences.count)
            default:
                let name = try unmet.unknown(formula) ?? FormulaWords(figures: bench.figures).words(formula)
                outcome.undecided = Words(zh: "“\(name.zh)”缺数，无法判断。", en: "“\(name.en)” lacks data, so it can't be decided.")
            }
        }
        return outcome
    }
}
