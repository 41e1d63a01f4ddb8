import Registers
import Storage

/// `cumulative: form.field`: within a year a cumulative doesn't fall; with `adds`, it is the last one plus the month's own.
struct CumulativeCheck: CheckForm {
    static let key = "cumulative"
    static let keys = ["adds", "by"]

    let forms: FormSeries
    /// Whether the month's own number is added up.
    let adds: Bool
    var asked: String { forms.set.text }

    init?(_ reader: inout CheckReader) {
        guard let (set, field) = reader.field(CumulativeCheck.key, TermType.isNumber, zh: "累计数要是数字字段。", en: "A cumulative is a number.") else {
            return nil
        }
        var fields = [field]
        if reader.entry["adds"] != nil {
            guard let (text, place) = reader.text("adds"),
                let month = reader.caught({ reader throws(Diagnostic) in
                    try TermReading(reader.catalogue, register: set.register).field([text], place)
                })
            else { return nil }
            guard TermType.isNumber(month.type), month.places == field.places else {
                reader.refuse("adds", "field", zh: "本月数要和累计数同一位数。", en: "The month's number has as many places as the cumulative.")
                return nil
            }
            fields.append(month)
        }
        forms = FormSeries(set: set, by: reader.by(set.register, standing: FormSeries.standing(set.register)), fields: fields)
        adds = fields.count > 1
    }

    func look(_ bench: CheckBench) throws -> CheckOutcome {
        var offences: [Offence] = []
        for series in try forms.series(bench) {
            var last: FormSeries.Form?
            for form in series {
                if last?.day.year != form.day.year { last = nil }
                if form.day >= bench.period.start, let note = note(form, after: last) {
                    offences.append(Offence(form.title, record: RecordNumber(register: forms.set.register.id, id: form.id), note: note))
                }
                if form.values[0] != nil { last = form }
            }
        }
        return CheckOutcome(offences, bench)
    }

    private func note(_ form: FormSeries.Form, after last: FormSeries.Form?) -> Words? {
        guard let now = form.values[0] else { return nil }
        func text(_ units: Int64) -> String { FormSeries.text(units, forms.fields[0]) }
        guard adds else {
            guard let before = last?.values[0], now < before else { return nil }
            return Words(zh: "累计 \(text(now))，上期累计 \(text(before))", en: "\(text(now)) to date after \(text(before))")
        }
        // Where a form is missing in between, its month is in the cumulative and not in the sum.
        guard let month = form.values[1], follows(form, last) else { return nil }
        let before = last?.values[0] ?? 0
        let (sum, overflow) = before.addingReportingOverflow(month)
        guard !overflow, sum != now else { return nil }
        return Words(
            zh: "累计 \(text(now))，上期累计 \(text(before)) 加本月 \(text(month)) 为 \(text(sum))",
            en: "\(text(now)) to date, but \(text(before)) and this month's \(text(month)) make \(text(sum))")
    }

    private func follows(_ form: FormSeries.Form, _ last: FormSeries.Form?) -> Bool {
        guard let last else { return form.day.month == 1 }
        return form.day.month == last.day.month + 1
    }
}

extension TermType {
    /// Whether it is a number.
    static func isNumber(_ type: TermType) -> Bool {
        switch type {
        case .number, .mixed: true
        default: false
        }
    }
}
