import Registers
import Storage

/// `duplicates: register`, `by` some fields: records that agree in a key softer than the natural one. Texts are compared without
/// blanks, brackets and marks, full width made narrow, so that “云川（重工）” is “云川重工”.
struct DuplicatesCheck: CheckForm {
    static let key = "duplicates"
    static let keys = ["by"]

    let set: CheckedSet
    let by: [FieldPath]
    var asked: String { self.set.text }

    init?(_ reader: inout CheckReader) {
        guard let set = reader.set(DuplicatesCheck.key) else { return nil }
        guard reader.entry["by"] != nil else {
            reader.refuse("by", "missing-key", zh: "要写 by：按哪几个字段算重复。", en: "Say “by”: in which fields they agree.")
            return nil
        }
        let by = reader.by(set.register, standing: [])
        guard !by.isEmpty, by.count == (reader.texts("by").count) else { return nil }
        self.set = set
        self.by = by
    }

    func look(_ bench: CheckBench) throws -> CheckOutcome {
        var groups: [[Value]: [(id: Int64, title: String)]] = [:]
        let terms = bench.terms()
        let columns = by.map { terms.column($0) }
        var conditions = try bench.conditions(set)
        conditions += columns.map { "\($0) IS NOT NULL" }
        if let time = set.register.time {
            conditions.append("(t.\(set.register.dayColumn(of: time)) IS NULL OR t.\(set.register.dayColumn(of: time)) <= \(bench.period.end))")
        }
        try bench.reading.forEach(
            """
            SELECT t.id, t.\(Register.titleColumn), \(columns, joined: ", ") FROM \(bench.source(set.register.id)) AS t \
            WHERE \(conditions, joined: " AND ") ORDER BY t.id
            """
        ) { row in
            guard let id = row.integer(at: 0) else { return }
            let key = by.indices.map { DuplicatesCheck.soft(row[$0 + 2]) }
            // A text of nothing but marks tells nothing.
            guard !key.contains(.text("")) else { return }
            groups[key, default: []].append((id, row.text(at: 1) ?? "#\(id)"))
        }
        let offences = groups.values.filter { $0.count > 1 }.sorted { $0[0].id < $1[0].id }.flatMap { group in
            group.map { one in
                let others = group.filter { $0.id != one.id }.map { "\($0.title)（#\($0.id)）" }.joined(separator: "、")
                return Offence(
                    one.title, record: RecordNumber(register: set.register.id, id: one.id),
                    note: Words(zh: "与\(others)相同", en: "the same as \(others)"))
            }
        }
        return CheckOutcome(offences, bench)
    }

    /// A text as it is compared.
    static func soft(_ value: Value) -> Value {
        guard let text = value.text else { return value }
        return .text(String(Narrow.text(text).lowercased().filter { $0.isLetter || $0.isNumber }))
    }
}
