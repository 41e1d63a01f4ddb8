import Storage

/// Computes and names the records of a register anew, after its declaration has changed.
struct RecordRefresh {
    let layout: RecordLayout
    let catalogue: Catalogue
    let refresh: DeclarationPlan.Refresh

    init(_ register: Register, _ catalogue: Catalogue, _ refresh: DeclarationPlan.Refresh) {
        layout = RecordLayout(register)
        self.catalogue = catalogue
        self.refresh = refresh
    }

    /// Replaces the records that come out differently; answers how many.
    @discardableResult
    func run(in writing: Writing) throws -> Int {
        let rules = RecordRules(layout)
        var directory = ReferenceDirectory()
        if refresh.titles {
            for target in Set(layout.register.fields.compactMap(\.kind.target)) {
                if let target = catalogue.register(target) { try directory.load(target, in: writing) }
            }
        }
        var pinyin = Pinyin()
        var changed: [(id: Int64, values: [Name: Value])] = []
        var years: Set<Int> = []
        let names = layout.table.columns.map { SQL("\($0)") }
        try writing.forEach("SELECT id, \(names, joined: ", ") FROM \(layout.table.current) WHERE \(Register.voidColumn) = 0") { stored in
            let before = Array(stored.values.dropFirst())
            var row = before
            if row[layout.state].isNull, let state = refresh.state { row[layout.state] = .text(state.text) }
            var faults: [Invalid.Item] = []
            rules.complete(&row, failed: [], number: nil, faults: &faults)
            if refresh.titles { rules.name(&row, directory, &pinyin) }
            guard row != before else { return }
            var values: [Name: Value] = [:]
            for (index, column) in layout.table.columns.enumerated() where row[index] != before[index] { values[column.name] = row[index] }
            changed.append((stored.integer(at: 0) ?? 0, values))
            years.formUnion(layout.years(before))
            years.formUnion(layout.years(row))
        }
        for (id, values) in changed { try writing.replace(id, with: values, in: layout.table) }
        if !changed.isEmpty { Records.move(counters: layout.register.id, years, in: writing) }
        return changed.count
    }
}
