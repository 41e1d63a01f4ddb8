import Registers
import Storage

/// `missing: register`, with `roster` (who must have a record each time) or `least` (how many there must be each time): the
/// absence of a record is a finding. `every` says how often; of a periodic form it is the form's own. `at` and `by` may lead through
/// references: an item of a meeting has the day on which that was held.
struct MissingCheck: CheckForm {
    static let key = "missing"
    static let keys = ["roster", "by", "every", "least", "at", "skip"]

    let set: CheckedSet
    let roster: Roster?
    let member: FieldPath?
    let every: Recurrence
    let least: Int
    let time: FieldPath
    let skip: Set<Int>
    var asked: String { self.set.text }

    init?(_ reader: inout CheckReader) {
        guard let set = reader.set(MissingCheck.key) else { return nil }
        self.set = set
        guard let path = reader.entry["at"] == nil ? set.register.time?.text : reader.text("at")?.text,
            let time = reader.caught({ reader throws(Diagnostic) in
                try TermReading(reader.catalogue, register: set.register).field(path.split(separator: ".").map(String.init), reader.place("at"))
            }), [.day, .moment].contains(time.type)
        else {
            reader.refuse("at", "time", zh: "“\(set.register.name.zh)”没有这个时间字段。", en: "“\(set.register.name.en)” has no such field for time.")
            return nil
        }
        self.time = time
        let own = time.hops.isEmpty ? set.register.form(time.field).flatMap { Recurrence(rawValue: $0.every.rawValue) } : nil
        guard let every = reader.choice("every", Recurrence.allCases.map { ($0.rawValue, $0 as Recurrence?) }, standing: own) else {
            reader.refuse("every", "missing-key", zh: "要写 every：多久应有一次。", en: "Say “every”: how often there must be one.")
            return nil
        }
        self.every = every
        least = reader.whole("least", 1...10_000, standing: 1)
        skip = Set(reader.entry["skip"] == nil ? [] : reader.texts("skip").compactMap { Int($0.text) })
        guard reader.entry["roster"] != nil else {
            (roster, member) = (nil, nil)
            return
        }
        guard let (text, place) = reader.text("roster"), let roster = Name(text).flatMap({ reader.catalogue.rosters[$0] }),
            let target = reader.catalogue.register(roster.register)?.field(roster.member)?.kind.target
        else {
            reader.refuse(
                "roster", "unknown-roster", zh: "没有这份名册。", en: "There is no such roster.",
                suggestion: Suggestion.nearest(to: reader.entry["roster"]?.scalar ?? "", among: reader.catalogue.rosters.keys.map(\.text)))
            return nil
        }
        let references = set.register.activeFields.filter { $0.kind.target == target }
        let by = reader.entry["by"]?.scalar ?? references.first?.id.text
        let found = by.flatMap { by in
            reader.caught { reader throws(Diagnostic) in
                try TermReading(reader.catalogue, register: set.register).field(by.split(separator: ".").map(String.init), place)
            }
        }
        guard let found else {
            reader.refuse(
                "roster", "roster", zh: "“\(set.register.name.zh)”的记录不能对到名册上的成员。", en: "The records have no reference to the roster's members.")
            return nil
        }
        (self.roster, member) = (roster, found)
    }

    func look(_ bench: CheckBench) throws -> CheckOutcome {
        var offences: [Offence] = []
        for slot in try every.slots(in: (bench.period.start, bench.until), bench.catalogue.calendar) where !skip.contains(slot.start.month) {
            if let roster, let member {
                offences += try absent(roster, member, slot, bench)
            } else {
                let count = try count(slot, bench)
                guard count < least else { continue }
                let (zh, en) = (every.title(slot, .zh), every.title(slot, .en))
                let title = zh == en ? zh : "\(zh)"
                offences.append(Offence(title, note: Words(zh: "应有 \(least) 条，只有 \(count) 条", en: "\(en): \(least) expected, \(count) found")))
            }
        }
        return CheckOutcome(offences, bench)
    }

    private func conditions(_ slot: Recurrence.Slot, _ bench: CheckBench) throws -> [SQL] {
        var day = time
        if day.type == .moment { day.field = MomentField.dayColumn(day.field) }
        let column = bench.terms(slot).column(day)
        return try bench.conditions(set, slot) + ["\(column) >= \(slot.start)", "\(column) <= \(slot.end)"]
    }

    private func count(_ slot: Recurrence.Slot, _ bench: CheckBench) throws -> Int {
        let conditions = try conditions(slot, bench)
        let sql: SQL = "SELECT count(*) FROM \(bench.source(set.register.id)) AS t WHERE \(conditions, joined: " AND ")"
        return Int(try bench.reading.value(sql).integer ?? 0)
    }

    private func absent(_ roster: Roster, _ member: FieldPath, _ slot: Recurrence.Slot, _ bench: CheckBench) throws -> [Offence] {
        guard let listed = bench.catalogue.register(roster.register), let target = listed.field(roster.member)?.kind.target,
            let titled = bench.catalogue.register(target)
        else { return [] }
        let column = listed.column(of: roster.member)
        var expecting: [SQL] = ["t.\(Register.voidColumn) = 0", "t.\(column) IS NOT NULL"]
        if let condition = roster.condition { expecting.append(try bench.terms(slot).condition(condition)) }
        let expected = try ids("SELECT DISTINCT t.\(column) FROM \(bench.source(listed.id)) AS t WHERE \(expecting, joined: " AND ")", bench)
        let present = try ids(
            "SELECT DISTINCT \(bench.terms(slot).column(member)) FROM \(bench.source(set.register.id)) AS t WHERE \(try conditions(slot, bench), joined: " AND ")",
            bench)
        let missing = expected.subtracting(present)
        let titles = try bench.titles(missing, of: titled)
        return missing.sorted { (titles[$0] ?? "", $0) < (titles[$1] ?? "", $1) }.map { id in
            Offence(
                titles[id] ?? "#\(id)", record: RecordNumber(register: titled.id, id: id),
                note: Words(zh: "缺\(every.title(slot, .zh))", en: "nothing for \(every.title(slot, .en))"))
        }
    }

    private func ids(_ sql: SQL, _ bench: CheckBench) throws -> Set<Int64> {
        var ids: Set<Int64> = []
        try bench.reading.forEach(sql) { row in
            if let id = row.integer(at: 0) { ids.insert(id) }
        }
        return ids
    }
}
