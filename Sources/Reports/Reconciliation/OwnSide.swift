import Indicators
import Registers
import Storage

/// What the park has: one entry for each record of a register, out of a field of its forms or out of an indicator.
struct OwnSide {
    /// What is asked for.
    enum Subject {
        case field(Field, of: Register)
        case indicator(Formula)
    }

    let figures: Figures
    /// What the two sides are put together by: enterprises.
    let members: Register
    let key: Field
    let asOf: Int64?

    private var records: Records { Records(figures.book, figures.permission) }

    /// What each member has in a period. Throws `Refused` where it can't be told.
    func entries(_ subject: Subject, _ period: Period, in reading: Reading) throws -> [Reconciliation.Entry] {
        let keys = try keys(in: reading)
        switch subject {
        case .field(let field, let register): return try entries(field, register, period, keys, in: reading)
        case .indicator(let formula):
            return try figures.breakdown(formula, by: members.id, period, asOf: asOf, in: reading).map { member in
                Reconciliation.Entry(
                    key: keys[member.id] ?? "", title: member.title, amount: try amount(member), rows: member.rows)
            }
        }
    }

    private func amount(_ member: Member) throws -> Amount? {
        switch member.value {
        case .amount(let amount): return amount
        case .word(let word):
            throw Refused(
                zh: "“\(member.title)”的指标值不是数（\(word.words(places: 2).zh)），不能对数。",
                en: "The figure of “\(member.title)” is no number (\(word.words(places: 2).en)) and can't be compared.")
        default: return nil
        }
    }

    // MARK: a field of forms

    private func entries(_ field: Field, _ register: Register, _ period: Period, _ keys: [Int64: String], in reading: Reading) throws
        -> [Reconciliation.Entry]
    {
        guard figures.permission.sees(register), figures.permission.sees(field) else {
            throw Refused(zh: "您的岗位不能查看“\(register.name.zh)”。", en: "Your post may not see “\(register.name.en)”.")
        }
        let reference = try reference(of: register)
        let voided = Set(register.states.filter { $0.stage == .void }.map(\.id))
        var sums: [Int64: Reconciliation.Entry] = [:]
        try forEach(Query(register, filters: try time(of: register, period), asOf: asOf), in: reading) { record in
            guard !(record.state.map { voided.contains($0) } ?? false) else { return }
            let member = reference.map { record[$0.id].integer ?? 0 } ?? record.id
            let title = reference.map { record.titles[$0.id] ?? "未填写" } ?? record.title
            var entry = sums[member] ?? .init(key: keys[member] ?? "", title: title, amount: nil, rows: 0)
            if let units = record[field.id].integer {
                entry.amount = try (entry.amount ?? .zero).adding(Amount(units: units, places: field.kind.places))
            }
            entry.rows += 1
            sums[member] = entry
        }
        return sums.values.sorted { ($0.title, $0.key) < ($1.title, $1.key) }
    }

    /// The field by which a record belongs to a member; nil where the records are the members themselves.
    private func reference(of register: Register) throws(Refused) -> Field? {
        guard register.id != members.id else { return nil }
        let all = register.activeFields.filter { $0.kind.target == members.id }
        let keyed = all.filter { register.key.contains($0.id) }
        if let only = keyed.count == 1 ? keyed.first : all.count == 1 ? all.first : nil { return only }
        throw Refused(
            zh: "“\(register.name.zh)”的记录没有唯一关联到“\(members.name.zh)”的栏，不能按它对数。",
            en: "The records of “\(register.name.en)” have no single reference to “\(members.name.en)” to compare by.")
    }

    /// The forms of the very period; of other records those whose day lies in it.
    private func time(of register: Register, _ period: Period) throws -> Filters {
        guard let time = register.time, let field = register.field(time) else { return Filters() }
        guard let form = field.kind as? PeriodField else {
            return try filters(register, [("\(time.text).on_or_after", period.start.iso), ("\(time.text).on_or_before", period.end.iso)])
        }
        // A month's form holds the cumulative: adding several up would count the year twice.
        guard form.first(of: period.start) == period.start, form.first(of: period.end) == period.start,
            period.end.adding(days: 1).flatMap({ form.first(of: $0) }) == period.end.adding(days: 1)
        else {
            let example = form.plain(.integer((form.first(of: period.end) ?? period.end).number))
            throw Refused(
                zh: "“\(register.name.zh)”是按期填的表，期间要正好是其中一期，如 \(example)。",
                en: "“\(register.name.en)” holds periodic forms; the period has to be one of theirs, as \(example).")
        }
        return try filters(register, [(time.text, period.start.iso)])
    }

    private func filters(_ register: Register, _ pairs: [(String, String)]) throws(Invalid) -> Filters {
        try Filters.read(pairs, register, figures.book.catalogue)
    }

    // MARK: members

    /// Every member's key, of voided ones too: their forms may still be there.
    private func keys(in reading: Reading) throws -> [Int64: String] {
        var keys: [Int64: String] = [:]
        for showsVoid in [false, true] {
            try forEach(Query(members, asOf: asOf, showsVoid: showsVoid), in: reading) { record in
                keys[record.id] = OutsideTable.comparable(record.text(key, .zh))
            }
        }
        return keys
    }

    /// All records of a query, page by page.
    private func forEach(_ query: Query, in reading: Reading, _ body: (Record) throws -> Void) throws {
        var query = query
        query.limit = Query.greatestLimit
        var last: Int64 = 0
        while true {
            query.start = .after(last)
            let page = try records.listing(query, in: reading).records
            for record in page { try body(record) }
            guard let end = page.last, page.count == query.limit else { return }
            last = end.id
        }
    }
}
