import Registers
import Storage

/// `outliers: form.field`, `beyond: 5`: a number more than so many times the middle of its own history, or less than that part of it.
struct OutliersCheck: CheckForm {
    static let key = "outliers"
    static let keys = ["by", "beyond", "least", "over"]

    let forms: FormSeries
    let beyond: Int
    /// How many earlier forms there must be before anything is called far off.
    let least: Int
    /// How many earlier forms are looked at.
    let over: Int
    var asked: String { forms.set.text }

    init?(_ reader: inout CheckReader) {
        guard let (set, field) = reader.field(OutliersCheck.key, TermType.isNumber, zh: "离群要看数字字段。", en: "Outliers are of numbers.") else {
            return nil
        }
        guard reader.entry["beyond"] != nil else {
            reader.refuse("beyond", "missing-key", zh: "要写 beyond：偏离多少倍。", en: "Say “beyond”: how many times off.")
            return nil
        }
        guard set.register.time != nil else {
            reader.refuse(OutliersCheck.key, "time", zh: "“\(set.register.name.zh)”没有时间字段。", en: "“\(set.register.name.en)” has no field for time.")
            return nil
        }
        beyond = reader.whole("beyond", 2...1_000_000, standing: 5)
        least = reader.whole("least", 2...120, standing: 6)
        over = reader.whole("over", 2...120, standing: 12)
        forms = FormSeries(set: set, by: reader.by(set.register, standing: FormSeries.standing(set.register)), fields: [field])
    }

    func look(_ bench: CheckBench) throws -> CheckOutcome {
        var offences: [Offence] = []
        for series in try forms.series(bench) {
            var history: [Int64] = []
            for form in series {
                guard let value = form.values[0], value != 0 else { continue }
                let near = history.suffix(over)
                if form.day >= bench.period.start, near.count >= least, let middle = OutliersCheck.far(value, from: Array(near), beyond) {
                    let (shown, usual) = (FormSeries.text(value, forms.fields[0]), FormSeries.text(middle, forms.fields[0]))
                    offences.append(
                        Offence(
                            form.title, record: RecordNumber(register: forms.set.register.id, id: form.id),
                            note: Words(
                                zh: "\(shown)，此前\(near.count)期的中位数约 \(usual)",
                                en: "\(shown); the middle of the \(near.count) before is about \(usual)")))
                }
                history.append(value)
            }
        }
        return CheckOutcome(offences, bench)
    }

    /// The middle of the history, where a value is far from it; nil where it is not. Twice the middle is compared, so that
    /// nothing is rounded.
    static func far(_ value: Int64, from history: [Int64], _ times: Int) -> Int64? {
        let sorted = history.map { Int128($0.magnitude) }.sorted()
        guard !sorted.isEmpty else { return nil }
        let twice = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
        let own = Int128(value.magnitude) * 2
        guard own > twice * Int128(times) || own * Int128(times) < twice else { return nil }
        return Int64(clamping: twice / 2)
    }
}
