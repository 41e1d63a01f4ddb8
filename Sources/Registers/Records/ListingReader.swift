import Storage

/// Answers a query: the page, the count, the sums and the facets, all under one permission and at one change.
struct ListingReader {
    let book: Book
    let permission: Permission
    let query: Query
    let layout: RecordLayout

    private static let alias = RecordSelect.alias

    init(_ book: Book, _ permission: Permission, _ query: Query) {
        self.book = book
        self.permission = permission
        self.query = query
        layout = RecordLayout(query.register)
    }

    func read(in reading: Reading) throws -> Listing {
        guard permission.sees(query.register) else { return Listing(records: [], total: 0, sums: [:], facets: []) }
        try demandSeeing()
        let select = RecordSelect(layout: layout, permission: permission, catalogue: book.catalogue, asOf: query.asOf)
        let condition = condition(query.filters, reading.dialect)
        let (total, sums) = try whole(select, condition, in: reading)
        let limit = min(max(query.limit, 0), Query.greatestLimit)
        let records: [Record]
        switch query.start {
        case .offset(let offset):
            let rest: SQL = "ORDER BY \(order(reading.dialect)) \(reading.dialect.limit(limit, offset: offset))"
            records = try select.records(where: condition, rest, in: reading)
        case .after(let id):
            let rest: SQL = "ORDER BY \(ListingReader.alias).id \(reading.dialect.limit(limit, offset: 0))"
            records = try select.records(where: "\(condition) AND \(ListingReader.alias).id > \(id)", rest, in: reading)
        }
        return Listing(records: records, total: total, sums: sums, facets: try query.facets.compactMap { try facet($0, select, in: reading) })
    }

    /// A field that may not be seen may not be asked for either: an order or a filter would tell what it holds.
    private func demandSeeing() throws(Refused) {
        for name in query.filters.all.map(\.field) + query.sort.map(\.field) + query.facets {
            guard let field = query.register.field(name), !permission.sees(field) else { continue }
            throw Refused(
                zh: "“\(field.name.zh)”含个人信息，当前岗位不能按它查找或排列。", en: "“\(field.name.en)” is personal; your post may not search or sort by it.")
        }
    }

    private func condition(_ filters: Filters, _ dialect: any Dialect) -> SQL {
        let alias = ListingReader.alias
        let isVoid: SQL = query.showsVoid ? "\(alias).\(Register.voidColumn) <> 0" : "\(alias).\(Register.voidColumn) = 0"
        let words = SearchText.words(query.search).map { dialect.contains("\(alias).\(Register.searchColumn)", $0) }
        return ([isVoid, filters.condition(alias, dialect, book.catalogue, asOf: query.asOf)] + words).joined(by: " AND ")
    }

    private func order(_ dialect: any Dialect) -> SQL {
        let alias = ListingReader.alias
        guard !query.sort.isEmpty else { return "\(alias).id DESC" }
        var terms: [SQL] = []
        for (name, descending) in query.sort {
            guard let term = term(name) else { continue }
            terms.append(dialect.order(by: term, descending: descending))
        }
        return (terms + ["\(alias).id"]).joined(by: ", ")
    }

    /// What a field sorts by: a reference by the other record's pinyin, a choice by the order of its options.
    private func term(_ name: Name) -> SQL? {
        let alias = ListingReader.alias
        if name == Register.titleColumn { return "\(alias).\(Register.searchColumn)" }
        if name == Register.stateColumn { return ranked("\(alias).\(name)", query.register.states.map(\.id)) }
        guard let slot = layout.slot(name) else { return nil }
        let column: SQL = "\(alias).\(slot.field.column)"
        if let choice = slot.field.kind as? ChoiceField { return ranked(column, choice.options.map(\.id)) }
        guard let target = slot.field.kind.target.flatMap({ book.catalogue.register($0) }) else { return column }
        let other: Name = "o"
        return "(SELECT \(other).\(Register.searchColumn) FROM \(target.table.source(asOf: query.asOf)) AS \(other) WHERE \(other).id = \(column))"
    }

    private func ranked(_ column: SQL, _ names: [Name]) -> SQL? {
        guard !names.isEmpty else { return nil }
        let cases = names.enumerated().map { SQL("WHEN \($1.text) THEN \($0)") }
        return "(CASE \(column) \(cases, joined: " ") END)"
    }

    // MARK: what belongs to the whole list

    private func whole(_ select: RecordSelect, _ condition: SQL, in reading: Reading) throws -> (Int, [Name: Amount]) {
        let fields = query.register.list.compactMap { layout.slot($0)?.field }.filter { ListingReader.isSummed($0) && permission.sees($0) }
        let alias = ListingReader.alias
        // In two halves, so that no sum of 64-bit numbers leaves 64 bits.
        let halves = fields.map { SQL(", sum(\(alias).\($0.column) / 1000000000), sum(\(alias).\($0.column) % 1000000000)") }
        let visible = permission.condition(query.register, alias: alias)
        let row = try reading.row("SELECT count(*)\(halves, joined: .empty) FROM \(select.source) WHERE (\(condition)) AND \(visible)")
        var sums: [Name: Amount] = [:]
        for (index, field) in fields.enumerated() {
            guard let high = row?.integer(at: 1 + index * 2), let low = row?.integer(at: 2 + index * 2) else { continue }
            let units = try Amount(high).multiplied(by: Amount(1_000_000_000)).adding(Amount(low))
            sums[field.id] = try units.multiplied(by: Amount(units: 1, places: field.kind.places))
        }
        return (Int(row?.integer(at: 0) ?? 0), sums)
    }

    private static func isSummed(_ field: Field) -> Bool {
        guard field.kind.isNumeric, let unit = field.kind.unit.flatMap({ Unit($0) }) else { return false }
        return unit.dimension != "ratio" && unit.dimension != "points"
    }

    private func facet(_ name: Name, _ select: RecordSelect, in reading: Reading) throws -> Facet? {
        guard let subject = FilterSubject(name.text, query.register), [.choice, .truth, .reference, .text].contains(subject.shape) else { return nil }
        let alias = ListingReader.alias
        let condition = condition(query.filters.without(name), reading.dialect)
        let visible = permission.condition(query.register, alias: alias)
        let column: SQL = "\(alias).\(subject.column)"
        let rows = try reading.rows(
            """
            SELECT \(column), count(*) FROM \(select.source) WHERE (\(condition)) AND \(visible) AND \(column) IS NOT NULL \
            GROUP BY 1 ORDER BY 2 DESC, 1 \(reading.dialect.limit(50, offset: 0))
            """)
        var titles: [Int64: String] = [:]
        if let target = subject.target.flatMap({ book.catalogue.register($0) }) {
            titles = try RecordSelect.titles(of: target, Set(rows.compactMap { $0.integer(at: 0) }), asOf: query.asOf, in: reading)
        }
        var entries = rows.map { row in
            let value = row[0]
            let title = value.integer.flatMap { titles[$0] }
            let label = title.map { Words(zh: $0, en: $0) } ?? Words(zh: subject.text(value, .zh), en: subject.text(value, .en))
            return Facet.Entry(value: value, label: label, count: Int(row.integer(at: 1) ?? 0))
        }
        if let ranks = ranks(name) {
            entries.sort { (ranks[$0.value.text ?? ""] ?? .max) < (ranks[$1.value.text ?? ""] ?? .max) }
        }
        return Facet(field: name, name: subject.name, entries: entries)
    }

    private func ranks(_ name: Name) -> [String: Int]? {
        let choice = layout.slot(name)?.field.kind as? ChoiceField
        let names = name == Register.stateColumn ? query.register.states.map(\.id.text) : choice?.options.map(\.id.text)
        return names.map { Dictionary($0.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }) }
    }
}
