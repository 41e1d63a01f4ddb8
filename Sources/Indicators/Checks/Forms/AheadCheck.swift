import Registers
import Storage

/// `ahead: register.field`, one or several: a day on which something happened that is later than the day when it was written down.
struct AheadCheck: CheckForm {
    static let key = "ahead"
    static let keys: [String] = []

    private let fields: [(register: Register, field: Field)]
    var asked: String { fields.map { "\($0.register.id.text).\($0.field.id.text)" }.joined(separator: ", ") }

    init?(_ reader: inout CheckReader) {
        var fields: [(register: Register, field: Field)] = []
        let written = reader.texts(AheadCheck.key)
        for (text, place) in written {
            let parts = text.split(separator: ".").map(String.init)
            let found = reader.caught { reader throws(Diagnostic) -> (register: Register, field: Field)? in
                let register = try MeasureReader.register(parts.first ?? "", reader.catalogue, place)
                guard parts.count == 2, let field = Name(parts[1]).flatMap({ register.field($0) }), [.day, .moment].contains(field.kind.type) else {
                    throw Diagnostic(
                        place, "unknown-field", Words(zh: "“\(text)”不是日期字段。", en: "“\(text)” is no field of days."),
                        suggestion: Suggestion.nearest(to: parts.count > 1 ? parts[1] : "", among: register.fields.map(\.id.text)))
                }
                return (register, field)
            }
            if let found { fields.append(found) }
        }
        guard !written.isEmpty, fields.count == written.count else { return nil }
        self.fields = fields
    }

    func look(_ bench: CheckBench) throws -> CheckOutcome {
        var offences: [Offence] = []
        for (register, field) in fields {
            let column: SQL = "t.\(register.dayColumn(of: field.id))"
            let set = CheckedSet(register: register, condition: nil, asksState: false, text: "")
            let conditions =
                try bench.conditions(set) + ["\(column) > c.day", "\(column) >= \(bench.period.start)", "\(column) <= \(bench.period.end)"]
            try bench.reading.forEach(
                """
                SELECT t.id, t.\(Register.titleColumn), \(column), c.day FROM \(bench.source(register.id)) AS t \
                JOIN change AS c ON c.number = t.since WHERE \(conditions, joined: " AND ") ORDER BY t.id
                """
            ) { row in
                guard let id = row.integer(at: 0), let day = row.integer(at: 2).flatMap({ Day(number: $0) }),
                    let entered = row.integer(at: 3).flatMap({ Day(number: $0) })
                else { return }
                offences.append(
                    Offence(
                        row.text(at: 1) ?? "#\(id)", record: RecordNumber(register: register.id, id: id),
                        note: Words(
                            zh: "\(field.name.zh) \(day.iso)，登记于 \(entered.iso)", en: "\(field.name.en) \(day.iso), written on \(entered.iso)")))
            }
        }
        return CheckOutcome(offences, bench)
    }
}
