import Registers
import Storage

/// Brings a table into a register: choose a file, see what would come of it row by row, then write it or take it back mended.
struct ImportPage: Page {
    let register: Register
    var held: HeldTable?
    var outcome: ImportOutcome?
    /// What is wrong with the file as a whole.
    var faults: [Words] = []

    /// How many returned rows stand on the page.
    private static let shown = 200

    var room: Frame.Room { .group(register.group) }
    func title(_ visit: Visit) -> String { visit("导入 · \(register.name.zh)", "Import · \(register.name.en)") }

    func body(_ visit: Visit) -> HTML {
        let items: [HTML] = faults.map { "<li>\(visit($0))</li>" }
        let wrong: HTML? =
            faults.isEmpty
            ? nil : "<div class=\"faults\" role=\"alert\" tabindex=\"-1\"><p>\(visit("没有导入：", "Nothing was imported:"))</p><ul>\(items)</ul></div>"
        return """
            \(Frame.trail([(Link.registers, visit("台账", "Registers")), (Link.list(register.id), visit(register.name))], visit))
            \(Frame.title(title(visit)))\(wrong)\(outcome.map { result($0, visit) })\(choosing(visit))
            """
    }

    private func choosing(_ visit: Visit) -> HTML {
        let box = FormBox(
            name: "file", label: visit("表格", "The table"),
            help: visit("Excel（xlsx）或 CSV，不超过 20 MB。先检查，不写入。", "Excel (xlsx) or CSV, up to 20 MB. It is checked first; nothing is written."),
            isRequired: true)
        let fields = RecordEntries.fields(register, visit.permission)
        let names: [HTML] = fields.map { field in
            let unit: HTML? = field.kind.unit.map { "（\($0)）" }
            return "<span class=\"tag\">\(visit(field.name))\(unit)</span> "
        }
        return """
            <section class="sheet"><h2>\(outcome == nil ? visit("选一个文件", "Choose a file") : visit("换一个文件", "Another file"))</h2>
            \(visit.form(Link.bringIn(register.id), class: "form", files: true, """
                \(box.line(type: "file", extra: " accept=\".xlsx,.csv,.txt\" required", visit))<div class="deeds"><button\(outcome == nil ? " class=\"first\"" as HTML : nil)>\(visit("检查", "Check it"))</button></div>
                """))
            <details><summary>\(visit("能认的列名", "Columns that are known"))</summary><p class="known">\(names)</p>\
            <p class="soft">\(visit("列名可用别名，单位可写在表头里，如“产值（亿元）”。关联写名称或代码。", "Other names may stand in the head, and a unit, such as 产值（亿元）. References are written by name or code."))</p></details></section>
            """
    }

    private func result(_ outcome: ImportOutcome, _ visit: Visit) -> HTML {
        let notes: [HTML] = outcome.notes.map { "<li>\(visit($0))</li>" }
        let said: HTML? = notes.isEmpty ? nil : "<ul class=\"plain\">\(notes)</ul>"
        let change: HTML? = outcome.change.map { number in
            "<p><a href=\"\(Link.list(register.id))\">\(visit("看台账", "See the register"))</a> · <a href=\"\(Link.undo(number, back: Link.list(register.id)))\">\(visit("撤销这次导入…", "Undo this import…"))</a></p>"
        }
        return """
            <section class="sheet asked" role="status"><h2>\(held?.name ?? "")</h2><p>\(visit(outcome.words))</p>\(said)\(change)\(deeds(outcome, visit))</section>
            \(columns(outcome, visit))\(returned(outcome, visit))
            """
    }

    private func deeds(_ outcome: ImportOutcome, _ visit: Visit) -> HTML? {
        guard let held else { return nil }
        let boxes = held.boxes(visit.guest)
        var forms: [HTML] = []
        if outcome.isDryrun, outcome.returned == 0, outcome.added + outcome.changed > 0 {
            forms.append(
                visit.form(
                    Link.bringIn(register.id, "/run"),
                    "\(boxes)<button class=\"first\">\(visit("导入 \(outcome.accepted) 行", "Import \(outcome.accepted) rows"))</button>"))
        }
        if outcome.isDryrun, outcome.returned > 0, outcome.accepted > 0 {
            forms.append(
                visit.form(
                    Link.bringIn(register.id, "/run"),
                    "\(boxes)<input type=\"hidden\" name=\"partial\" value=\"1\"><button>\(visit("只导入合格的 \(outcome.accepted) 行", "Import only the \(outcome.accepted) good rows"))</button>"
                ))
        }
        if outcome.returned > 0 {
            forms.append(
                visit.form(
                    Link.bringIn(register.id, "/returned"),
                    "\(boxes)<button class=\"first\">\(visit("下载退回的 \(outcome.returned) 行（带原因）", "Take away the \(outcome.returned) returned rows with their reasons"))</button>"
                ))
        }
        return forms.isEmpty ? nil : "<div class=\"deeds\">\(forms)</div>"
    }

    private func columns(_ outcome: ImportOutcome, _ visit: Visit) -> HTML? {
        guard !outcome.columns.isEmpty else { return nil }
        let lines: [HTML] = outcome.columns.map { column in
            let unit = column.unit?.symbol ?? column.field.kind.unit ?? ""
            return "<tr><td class=\"lead\">\(column.header)</td><td>\(visit(column.field.name))</td><td>\(unit)</td></tr>"
        }
        return """
            <details class="sheet"><summary>\(visit("\(outcome.columns.count) 列对上了字段", "\(outcome.columns.count) columns found their fields"))</summary><table><thead><tr><th scope="col">\(visit("表里的列", "Column"))</th>\
            <th scope="col">\(visit("字段", "Field"))</th><th scope="col">\(visit("单位", "Unit"))</th></tr></thead><tbody>\(lines)</tbody></table></details>
            """
    }

    private func returned(_ outcome: ImportOutcome, _ visit: Visit) -> HTML? {
        guard !outcome.faults.isEmpty else { return nil }
        let lines: [HTML] = outcome.faults.prefix(ImportPage.shown).map { row in
            let reasons: [HTML] = row.reasons.map { "<li>\($0.text(visit.language))</li>" }
            return "<tr><td class=\"lead\">\(visit("第 \(row.row) 行", "Row \(row.row)"))</td><td><ul class=\"plain\">\(reasons)</ul></td></tr>"
        }
        let more: HTML? =
            outcome.returned > ImportPage.shown
            ? "<p class=\"soft\">\(visit("只列出前 \(ImportPage.shown) 行，全部的在退回的工作簿里。", "The first \(ImportPage.shown) rows; all are in the workbook."))</p>"
            : nil
        return """
            <section class="sheet"><h2>\(visit("退回的行", "Returned rows"))</h2><div class="scroll" tabindex="0" role="region" aria-label="\(visit("退回的行", "Returned rows"))"><table><thead><tr><th scope="col">\(visit("行", "Row"))</th><th scope="col">\(visit("怎么改", "What is wrong"))</th></tr></thead>
            <tbody>\(lines)</tbody></table></div>\(more)</section>
            """
    }
}
