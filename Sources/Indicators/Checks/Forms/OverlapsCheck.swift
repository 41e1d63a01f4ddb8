import Registers
import Storage

/// `overlaps: register`, `by` some fields: records of one key that hold on the same days although only one may.
struct OverlapsCheck: CheckForm {
    static let key = "overlaps"
    static let keys = ["by"]

    let set: CheckedSet
    let by: [FieldPath]
    private let from: Name
    private let to: Name?
    var asked: String { self.set.text }

    init?(_ reader: inout CheckReader) {
        guard let set = reader.set(OverlapsCheck.key) else { return nil }
        guard let valid = set.register.valid else {
            reader.refuse(
                OverlapsCheck.key, "valid", zh: "“\(set.register.name.zh)”没有声明有效期（valid）。",
                en: "“\(set.register.name.en)” declares no validity (valid).")
            return nil
        }
        let by = reader.by(set.register, standing: set.register.key)
        guard !by.isEmpty else { return nil }
        self.set = set
        self.by = by
        from = valid.from
        to = valid.to
    }

    private struct Stretch {
        var id: Int64
        var title: String
        var from: Int64
        var to: Int64
    }

    func look(_ bench: CheckBench) throws -> CheckOutcome {
        var groups: [[Value]: [Stretch]] = [:]
        let terms = bench.terms()
        let begins: SQL = "t.\(set.register.dayColumn(of: from))"
        let ends: SQL = to.map { "t.\(set.register.dayColumn(of: $0))" } ?? "NULL"
        let conditions = try bench.conditions(set) + ["\(begins) IS NOT NULL", "\(begins) <= \(bench.period.end)"]
        try bench.reading.forEach(
            """
            SELECT t.id, t.\(Register.titleColumn), \(begins), \(ends), \(by.map { terms.column($0) }, joined: ", ") \
            FROM \(bench.source(set.register.id)) AS t WHERE \(conditions, joined: " AND ") ORDER BY 3, 1
            """
        ) { row in
            guard let id = row.integer(at: 0), let first = row.integer(at: 2) else { return }
            let stretch = Stretch(id: id, title: row.text(at: 1) ?? "#\(id)", from: first, to: row.integer(at: 3) ?? .max)
            groups[by.indices.map { row[$0 + 4] }, default: []].append(stretch)
        }
        var offences: [Offence] = []
        for group in groups.values.sorted(by: { $0[0].id < $1[0].id }) {
            var longest = group[0]
            for next in group.dropFirst() {
                if next.from <= longest.to {
                    let since = Day(number: longest.from)?.iso ?? ""
                    offences.append(
                        Offence(
                            next.title, record: RecordNumber(register: set.register.id, id: next.id),
                            note: Words(zh: "与自\(since)起的一条（#\(longest.id)）期限重叠", en: "overlaps the one since \(since) (#\(longest.id))")))
                }
                if next.to > longest.to { longest = next }
            }
        }
        return CheckOutcome(offences, bench)
    }
}
