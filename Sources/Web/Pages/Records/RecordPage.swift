import Registers
import Storage

/// One record: what it is and where it stands, its fields, what refers to it, and its story.
struct RecordPage: Page {
    let register: Register
    let record: Record
    /// The change as of which it is shown; nil for now.
    let asOf: Change?
    let linked: [(register: Register, field: Field, total: Int, records: [Record])]
    let story: [Version]
    /// Whether attachments can be opened.
    let opensFiles: Bool
    /// What may be done with it by whoever looks.
    let deeds: RecordDeeds
    /// Registers whose records refer to this one, to which somebody may add.
    let adding: [(register: Register, field: Field)]
    /// The change that was just made here, and may be taken back.
    let done: Change?

    var room: Frame.Room { .group(register.group) }
    func title(_ visit: Visit) -> String { "\(record.title) · \(visit(register.name))" }

    /// How many linked records stand on the page itself.
    private static let linkedHere = 5

    init(_ register: Register, _ id: Int64, _ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        self.register = register
        opensFiles = desk.files != nil
        let number = try desk.asOf(visit, reading)
        asOf = try number.flatMap { try reading.change(number: $0) }
        let records = desk.records(visit)
        guard let record = try records.record(id, of: register, asOf: number, in: reading) else {
            throw number == nil
                ? Problem.missing(
                    zh: "“\(register.name.zh)”里没有第 \(id) 号记录。", en: "There is no record \(id) in “\(register.name.en)”.")
                : Problem.missing(
                    zh: "截至第 \(number ?? 0) 号变更，“\(register.name.zh)”里还没有第 \(id) 号记录。",
                    en: "As of change \(number ?? 0) there was no record \(id) in “\(register.name.en)”.")
        }
        self.record = record
        story = try History(desk.book, visit.permission).versions(of: id, in: register, reading)
        var linked: [(register: Register, field: Field, total: Int, records: [Record])] = []
        for other in desk.catalogue.registers where visit.permission.sees(other) {
            for field in other.activeFields where field.kind.target == register.id && visit.permission.sees(field) {
                guard let filters = try? Filters.read([(RecordPage.key(field), String(id))], other, desk.catalogue) else { continue }
                var query = Query(other, filters: filters, limit: RecordPage.linkedHere, asOf: number)
                if let time = other.time { query.sort = [(time, true)] }
                let listing = try records.listing(query, in: reading)
                if listing.total > 0 { linked.append((other, field, listing.total, listing.records)) }
            }
        }
        self.linked = linked
        deeds = number == nil ? try records.deeds(id, of: register, in: reading) : .none
        adding =
            number != nil || record.isVoid
            ? []
            : desk.catalogue.registers.filter { visit.permission.writes($0) }.compactMap { other in
                other.activeFields.first { $0.kind.target == register.id && visit.permission.sees($0) }.map { (other, $0) }
            }
        let just = try visit["done"].flatMap { Int64($0) }.flatMap { try reading.change(number: $0) }
        done = just?.subject == visit.subject && just?.number == record.since ? just : nil
    }

    /// How a filter on a field is written in an address.
    static func key(_ field: Field) -> String { Query.ownKeys.contains(field.id.text) ? field.id.text + ".is" : field.id.text }

    func body(_ visit: Visit) -> HTML {
        let void: HTML? = record.isVoid ? "<span class=\"tag\">\(visit("已作废，不计入任何指标", "Voided; it counts in nothing"))</span>" : nil
        let light = StateLight.light(record.state, of: register, visit)
        let then: HTML? = asOf.map { change in
            """
            <div class="note" role="status">\(visit("这是第 \(change.number) 号变更（\(change.day.iso)）时的样子。", "This is how it was at change \(change.number) (\(change.day.iso))."))\
             <a href="\(Link.record(register.id, record.id))">\(visit("看现在", "See it now"))</a></div>
            """
        }
        return """
            \(Frame.trail([(Link.registers, visit("台账", "Registers")), (Link.list(register.id), visit(register.name))], visit))
            \(Frame.title(record.title, tags: "\(light)\(void)", acts: RecordActs(page: self).view(visit)))
            \(then)\(doneNote(visit))
            \(linkedIndex(visit))
            <div class="two record"><div>\(parts(visit))\(linkedSections(visit))\(addings(visit))</div>
            <aside>\(steps(visit))\(history(visit))</aside></div>
            """
    }

    /// That it is saved, with the way back.
    private func doneNote(_ visit: Visit) -> HTML? {
        guard let done else { return nil }
        let back =
            done.kind == "undo" || !visit.permission.writes(register)
            ? nil
            : visit.form(
                Link.undo(done.number), class: "inline",
                """
                <input type="hidden" name="back" value="\(Link.record(register.id, record.id))"><button>\(visit("撤销", "Undo"))</button>
                """)
        return """
            <div class="note" role="status" data-done>\(visit("已保存，第 \(done.number) 号变更。", "Saved as change \(done.number).")) \(back)</div>
            """
    }

    /// The steps that may be taken now, each a fold of its own.
    private func steps(_ visit: Visit) -> HTML? {
        guard !deeds.moves.isEmpty else { return nil }
        let folds: [HTML] = deeds.moves.map { move in
            "<details class=\"step\"><summary class=\"button\">\(visit(move.name))</summary>\(MoveForm(register, record, move).view(visit))</details>"
        }
        return "<section class=\"sheet steps-now\"><h2>\(visit("可以办理", "What you can do"))</h2>\(folds)</section>"
    }

    /// Ways to enter what refers to this record.
    private func addings(_ visit: Visit) -> HTML? {
        guard !adding.isEmpty else { return nil }
        let links: [HTML] = adding.map { other, field in
            "<a href=\"\(Link.new(other.id, [(field.id.text, "#\(record.id)")]))\">\(visit("＋ \(other.name.zh)", "+ \(other.name.en)"))</a>"
        }
        return
            "<details class=\"adding\"><summary>\(visit("登记与它有关的…", "Enter something about it…"))</summary><nav class=\"periods\">\(links)</nav></details>"
    }

    private func parts(_ visit: Visit) -> [HTML] {
        let parts = FieldParts.of(register.activeFields.filter { visit.permission.sees($0) })
        return parts.compactMap { heading, fields in
            let filled = fields.filter { !record[$0.id].isNull }
            let empty = fields.filter { record[$0.id].isNull }
            let lines: [HTML] = filled.map { field in
                let unit: HTML? = field.kind.isNumeric ? field.kind.unit.map { " <small>\($0)</small>" } : nil
                return "<dt>\(visit(field.name))</dt><dd>\(value(field, visit))\(unit)</dd>"
            }
            let unfilled: HTML? =
                empty.isEmpty
                ? nil : "<p class=\"soft\">\(visit("没有填：", "Not filled: "))\(empty.map { visit($0.name) }.joined(separator: visit("、", ", ")))</p>"
            let list: HTML? = lines.isEmpty ? nil : "<dl class=\"facts\">\(lines)</dl>"
            return "<section class=\"sheet\"><h2>\(visit(heading))</h2>\(list)\(unfilled)</section>\n"
        }
    }

    private func value(_ field: Field, _ visit: Visit) -> HTML {
        if opensFiles, field.kind is FileField { return attachments(record[field.id], visit) }
        guard let rows = field.kind as? RowsField else { return RecordCell.text(field, of: record, visit) }
        let heads: [HTML] = rows.fields.map { "<th scope=\"col\">\(visit($0.name))</th>" }
        let lines: [HTML] = RowsField.rows(record[field.id]).map { row in
            let cells: [HTML] = rows.fields.map { "<td data-label=\"\(visit($0.name))\">\(RecordPage.cell(row.cells[$0.id.text], $0, visit))</td>" }
            return "<tr>\(cells)</tr>"
        }
        return "<table><caption class=\"hidden\">\(visit(field.name))</caption><thead><tr>\(heads)</tr></thead><tbody>\(lines)</tbody></table>"
    }

    private func attachments(_ value: Value, _ visit: Visit) -> HTML {
        let ending = Link.query(asOf.map { [("asof", String($0.number))] } ?? [])
        let links: [HTML] = FileField.attachments(value).map {
            "<a href=\"\(Link.attachment(register.id, record.id, $0.digest) + ending)\">\($0.name)</a>"
        }
        return links.joined(by: "<br>")
    }

    /// A cell of a row inside the record, whose kept text is read again so that it shows as its kind does.
    private static func cell(_ text: String?, _ field: Field, _ visit: Visit) -> String {
        guard let text else { return "" }
        guard let value = try? field.kind.read(.text(text), InputContext()) else { return text }
        return field.kind.text(value, visit.language)
    }

    /// How many records of which registers refer to this one.
    private func linkedIndex(_ visit: Visit) -> HTML? {
        guard linked.count > 1 else { return nil }
        let links: [HTML] = linked.map { other, field, total, _ in
            "<a href=\"#linked-\(other.id.text)-\(field.id.text)\">\(visit(other.name)) <small>\(total)</small></a>"
        }
        return
            "<nav class=\"periods\" aria-label=\"\(visit("关联的记录", "Linked records"))\"><span class=\"soft\">\(visit("关联的记录", "Linked records"))</span>\(links)</nav>"
    }

    private func linkedSections(_ visit: Visit) -> [HTML] {
        linked.map { other, field, total, records in
            let columns = RecordCell.columns(other.list.filter { $0 != field.id }, of: other, visit)
            let all: HTML? =
                total > records.count
                ? "<p><a href=\"\(Link.list(other.id, [(RecordPage.key(field), String(record.id))]))\">\(visit("全部 \(total) 条", "All \(total)"))</a></p>"
                : nil
            let ending = asOf.map { "?asof=\($0.number)" } ?? ""
            let table = RecordTable(register: other, columns: Array(columns.prefix(5)), records: records, caption: visit(other.name), ending: ending)
            let titles: [HTML] = records.map { "<li><a href=\"\(Link.record(other.id, $0.id) + ending)\">\($0.title)</a></li>" }
            let content: HTML =
                columns.isEmpty
                ? "<ul class=\"plain\">\(titles)</ul>"
                : "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(visit(other.name))\">\(table.view(visit))</div>"
            let role = field.name == register.name ? "" : visit("（\(field.name.zh)）", " (\(field.name.en))")
            return """
                <section class="sheet" id="linked-\(other.id.text)-\(field.id.text)"><h2>\(visit(other.name))<small>\(role) · \(visit("\(total) 条", "\(total)"))</small></h2>
                \(content)\(all)</section>
                """
        }
    }

    /// The way to take the latest change back.
    private func undoing(_ version: Version, _ visit: Visit) -> HTML? {
        guard asOf == nil, done == nil, version.change.number == record.since, version.change.kind != "apply", visit.permission.writes(register)
        else { return nil }
        return "<p><a href=\"\(Link.undo(record.since, back: Link.record(register.id, record.id)))\">\(visit("撤销…", "Undo…"))</a></p>"
    }

    private func history(_ visit: Visit) -> HTML {
        let items: [HTML] = story.map { version in
            let number = version.change.number
            let isHere = number == (asOf == nil ? record.since : story.first { $0.change.number <= (asOf?.number ?? 0) }?.change.number)
            let sentences: [HTML] = version.sentences.map { "<p>\(visit($0))</p>" }
            let reason: HTML? = version.change.reason.isEmpty ? nil : "<p class=\"soft\">\(visit("理由：", "Reason: "))\(version.change.reason)</p>"
            let mark: HTML = isHere ? " aria-current=\"true\"" : ""
            return """
                <li\(mark)><div><time datetime="\(version.change.day.iso)">\(version.change.day.iso)</time>\
                <a href="\(Link.record(register.id, record.id))?asof=\(number)">\(visit("第 \(number) 号变更", "Change \(number)"))</a></div>\
                <div>\(sentences)<p class="soft">\(version.change.subject)</p>\(reason)\(undoing(version, visit))</div></li>
                """
        }
        return "<section class=\"sheet\"><h2 id=\"history\">\(visit("来历", "Its story"))</h2><ol class=\"story\">\(items)</ol></section>"
    }
}
