import Storage

/// Says what an export holds.
struct ExportWords {
    private let export: Export
    private let columns: ExportColumns
    private let rows: Int
    private let moment: Moment

    init(_ export: Export, _ columns: ExportColumns, rows: Int, at moment: Moment) {
        self.export = export
        self.columns = columns
        self.rows = rows
        self.moment = moment
    }

    /// Line by line.
    func about(in reading: Reading) throws -> [(name: Words, text: Words)] {
        let register = export.query.register
        let offset = export.book.store.offset
        var query = export.query
        query.filters = try query.filters.named(export.book.catalogue, asOf: query.asOf, in: reading)
        var lines: [(name: Words, text: Words)] = [(Words(zh: "台账", en: "Register"), register.name)]
        let (zh, en) = (query.sentence(.zh), query.sentence(.en))
        lines.append((Words(zh: "条件", en: "Condition"), Words(zh: zh.isEmpty ? "全部记录" : zh, en: en.isEmpty ? "all records" : en)))
        if query.showsVoid { lines.append((Words(zh: "范围", en: "Extent"), Words(zh: "已作废的记录", en: "voided records"))) }
        lines.append((Words(zh: "截至", en: "As of"), try asOf(in: reading)))
        lines.append((Words(zh: "条数", en: "Records"), Words(zh: "\(rows) 条", en: "\(rows)")))
        let name = export.permission.subject.name
        let at = moment.text(offset: offset)
        lines.append((Words(zh: "导出", en: "Exported"), Words(zh: "\(at)，\(name)", en: "\(at) by \(name)")))
        if !columns.hidden.isEmpty {
            lines.append(
                (
                    Words(zh: "未包含", en: "Left out"),
                    Words(
                        zh: "个人信息：\(columns.hidden.map(\.name.zh).joined(separator: "、"))",
                        en: "personal fields: \(columns.hidden.map(\.name.en).joined(separator: ", "))")
                ))
        }
        return lines
    }

    private func asOf(in reading: Reading) throws -> Words {
        let last = try export.query.asOf.map { try reading.change(number: $0) ?? .none } ?? reading.lastChange()
        guard last.number > 0 else { return Words(zh: "尚无变更", en: "no change yet") }
        let at = last.at.text(offset: export.book.store.offset)
        return Words(zh: "\(at)（第 \(last.number) 号变更）", en: "\(at) (change \(last.number))")
    }
}
