import Registers
import Storage

/// The forms of one series after the other, the earliest first: what checks over months go through.
struct FormSeries {
    /// One form with the numbers that are asked of it, as stored.
    struct Form {
        var id: Int64
        var title: String
        var day: Day
        var values: [Int64?]
    }

    let set: CheckedSet
    let by: [FieldPath]
    let fields: [FieldPath]

    /// Every series up to the period's end.
    func series(_ bench: CheckBench) throws -> [[Form]] {
        guard let time = set.register.time else { return [] }
        let terms = bench.terms()
        let day: SQL = "t.\(set.register.dayColumn(of: time))"
        let conditions = try bench.conditions(set) + ["\(day) IS NOT NULL", "\(day) <= \(bench.period.end)"]
        var series: [[Value]: [Form]] = [:]
        try bench.reading.forEach(
            """
            SELECT t.id, t.\(Register.titleColumn), \(day), \(fields.map { terms.column($0) }, joined: ", "), \(by.map { terms.column($0) }, joined: ", ") \
            FROM \(bench.source(set.register.id)) AS t WHERE \(conditions, joined: " AND ") ORDER BY 3, 1
            """
        ) { row in
            guard let id = row.integer(at: 0), let day = row.integer(at: 2).flatMap({ Day(number: $0) }) else { return }
            let key = by.indices.map { row[$0 + 3 + fields.count] }
            series[key, default: []].append(
                Form(id: id, title: row.text(at: 1) ?? "#\(id)", day: day, values: fields.indices.map { row.integer(at: $0 + 3) }))
        }
        return series.values.sorted { ($0[0].day, $0[0].id) < ($1[0].day, $1[0].id) }
    }

    /// What tells one series from another where nothing is said: the key without the time.
    static func standing(_ register: Register) -> [Name] { register.key.filter { $0 != register.time } }

    /// A stored number as people read it.
    static func text(_ units: Int64, _ field: FieldPath) -> String {
        AmountText.rounded(Amount(units: units, places: field.places), places: field.places)
    }
}
