import Storage

/// Sees that no other record holds the values that may be held once: the natural key and unique fields.
enum UniqueCheck {
    /// Says, for each list of fields that is taken, by which record, if that may be seen. A key with an empty part is no key.
    static func check(_ draft: inout RecordDraft, id: Int64?, _ permission: Permission, in reading: Reading) throws {
        let layout = draft.layout
        for unique in layout.uniques where !unique.slots.contains(where: { draft.failed.contains($0) }) {
            let values = unique.positions.map { draft.row[$0] }
            guard !values.contains(.null) else { continue }
            let same = zip(unique.positions, values).map { SQL("\(layout.table.columns[$0]) = \($1)") }
            let found = try reading.row(
                """
                SELECT id FROM \(layout.table.current) \
                WHERE \(same, joined: " AND ") AND \(Register.voidColumn) = 0 AND id <> \(id ?? 0) \(reading.dialect.limit(1, offset: 0))
                """)
            guard let holder = found?.integer(at: 0) else { continue }
            draft.faults.append(item(layout, unique, taken: try title(holder, layout, permission, in: reading), number: nil))
        }
    }

    /// What the holder is called; nil where it isn't for this reader.
    static func title(_ id: Int64, _ layout: RecordLayout, _ permission: Permission, in reading: Reading) throws -> String? {
        guard let found = try RecordSelect.row(id, layout, in: reading), permission.sees(id, found.row, layout) else { return nil }
        return found.row[layout.title].text
    }

    static func item(_ layout: RecordLayout, _ unique: RecordLayout.Unique, taken title: String?, number: Int?) -> Invalid.Item {
        let fields = unique.slots.map { layout.slots[$0].field }
        let zh = fields.map(\.name.zh).joined(separator: "、")
        let en = fields.map(\.name.en).joined(separator: ", ")
        let fault =
            title.map {
                Fault(
                    zh: "已有\(zh)相同的记录“\($0)”，请改那一条，或核对后再填。",
                    en: "A record with the same \(en) exists, “\($0)”; change that one, or check what you typed.")
            } ?? Fault(zh: "\(zh)已被别的记录使用，请核对后再填。", en: "This \(en) is taken by another record; check what you typed.")
        let only = fields.count == 1 ? fields.first : nil
        return Invalid.Item(row: number, field: only?.id, label: only?.name, fault: fault)
    }
}
