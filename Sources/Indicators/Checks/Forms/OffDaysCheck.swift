import Registers
import Storage

/// `off_days: register.field where condition`: a day that the State Council's calendar makes no working day.
struct OffDaysCheck: CheckForm {
    static let key = "off_days"
    static let keys: [String] = []

    let set: CheckedSet
    let field: FieldPath
    var asked: String { self.set.text }

    init?(_ reader: inout CheckReader) {
        let read = reader.field(
            OffDaysCheck.key, { [.day, .moment].contains($0) }, zh: "这里要写日期字段。", en: "A field of days is needed here.")
        guard let (set, field) = read else { return nil }
        self.set = set
        self.field = field
    }

    func look(_ bench: CheckBench) throws -> CheckOutcome {
        var path = field
        if path.type == .moment { path.field = MomentField.dayColumn(path.field) }
        let column = bench.terms().column(path)
        let conditions = try bench.conditions(set) + ["\(column) >= \(bench.period.start)", "\(column) <= \(bench.period.end)"]
        var offences: [Offence] = []
        try bench.reading.forEach(
            "SELECT t.id, t.\(Register.titleColumn), \(column) FROM \(bench.source(set.register.id)) AS t WHERE \(conditions, joined: " AND ") ORDER BY 3, 1"
        ) { row in
            guard let id = row.integer(at: 0), let day = row.integer(at: 2).flatMap({ Day(number: $0) }),
                try !bench.catalogue.calendar.isWorkday(day)
            else { return }
            offences.append(
                Offence(
                    row.text(at: 1) ?? "#\(id)", record: RecordNumber(register: set.register.id, id: id),
                    note: Words(zh: "\(day.iso) 是休息日", en: "\(day.iso) is no working day")))
        }
        return CheckOutcome(offences, bench)
    }
}
