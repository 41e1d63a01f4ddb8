import Registers
import Storage

/// The box of one field in a form: what fits its kind.
struct FieldBox {
    let field: Field
    let entry: RecordEntries.Entry
    var fault: Words?
    /// What stands there by somebody else's hand meanwhile.
    var theirs: String?
    var isNeeded = false
    /// The form that it is in, where a page has several.
    var place = ""

    /// Whether it takes the whole width.
    var isWide: Bool { field.kind is NoteField || field.kind is RowsField || field.kind is FileField }

    func view(_ visit: Visit) -> HTML {
        let box = FormBox(
            name: RecordEntries.box(field), label: visit(field.name), help: help(visit), fault: fault.map { visit($0) }, unit: field.kind.unit,
            isRequired: isNeeded || isAlwaysRequired, place: place)
        let control = control(box, visit)
        let other: HTML? = theirs.map {
            "<p class=\"theirs\">\(visit("现在是：", "It now says: "))<b>\($0.isEmpty ? visit("（空）", "(empty)") : $0)</b></p>"
        }
        return """
            <div class="\(isWide ? "cell wide" : "cell")"><input type="hidden" name="\(RecordEntries.had)" value="\(field.id.text)">\(control)\(other)</div>

            """
    }

    private var isAlwaysRequired: Bool {
        if case .always = field.required { return true }
        return false
    }

    private var isSometimesRequired: Bool {
        if case .when = field.required { return true }
        return false
    }

    private var isNumberedByBook: Bool {
        if let code = field.kind as? CodeField, case .pattern = code.scheme { return true }
        return false
    }

    private func help(_ visit: Visit) -> String? {
        let own = field.help.map { visit($0) }
        let kind: String? =
            switch field.kind {
            case _ where isNumberedByBook: visit("留空则自动编号。", "Left empty, it is numbered.")
            case let period as PeriodField where period.every == .quarter: visit("如 2022Q1。", "Such as 2022Q1.")
            case let period as PeriodField where period.every == .half: visit("如 2022H1。", "Such as 2022H1.")
            case let period as PeriodField where period.every == .week: visit("这一周的任意一天。", "Any day of the week.")
            default: nil
            }
        let sometimes: String? = isSometimesRequired ? visit("有些情况必须填写。", "Needed in some cases.") : nil
        let all = [own, kind, sometimes].compactMap { $0 }
        return all.isEmpty ? nil : all.joined(separator: " ")
    }

    // MARK: by kind

    private func control(_ box: FormBox, _ visit: Visit) -> HTML {
        switch entry {
        case .reference(let typed, let known): reference(box, typed, known, visit)
        case .table(let rows): table(box, rows, visit)
        case .files(let lines): files(box, lines, visit)
        case .text(let typed): text(box, typed, visit)
        }
    }

    private func text(_ box: FormBox, _ text: String, _ visit: Visit) -> HTML {
        switch field.kind {
        case let kind as ChoiceField: return box.choice(options(kind, text, visit), chosen: text, visit)
        case is YesNoField: return box.choice([("", ""), ("是", visit("是", "Yes")), ("否", visit("否", "No"))], chosen: text, visit)
        case let kind as NoteField: return box.lines(text, rows: 4, extra: FieldBox.longest(kind.longest), visit)
        case let kind as TextField: return box.line(text, extra: FieldBox.longest(kind.longest), visit)
        case is DayField: return box.line(text, type: "date", visit)
        case is MomentField: return box.line(text.replacing(" ", with: "T"), type: "datetime-local", visit)
        case let kind as PeriodField:
            let type = kind.every == .month ? "month" : kind.every == .day || kind.every == .week ? "date" : "text"
            return box.line(text, type: type, visit)
        default: return box.line(text, extra: field.kind.isNumeric ? " inputmode=\"decimal\" autocomplete=\"off\"" : "", visit)
        }
    }

    /// The options by their Chinese names, which are what the field's reader knows whichever language the page speaks. One that
    /// is no longer in use stands only where the record has it.
    private func options(_ kind: ChoiceField, _ text: String, _ visit: Visit) -> [(value: String, label: String)] {
        let options = kind.options.filter { !$0.isRetired || $0.name.zh == text }.map { ($0.name.zh, visit($0.name)) }
        let isOdd = !text.isEmpty && !options.contains { $0.0 == text }
        return [("", "")] + options + (isOdd ? [(text, text)] : [])
    }

    private static func longest(_ count: Int) -> HTML { " maxlength=\"\(count)\"" }

    private func reference(_ box: FormBox, _ typed: String, _ known: RecordEntries.Known?, _ visit: Visit) -> HTML {
        let target = field.kind.target?.text ?? ""
        let held = known.map { "\($0.id)|\($0.title)" } ?? ""
        let hint = visit("名称、拼音首字母或代码", "Name, pinyin initials or code")
        let input = box.line(typed, extra: " autocomplete=\"off\" placeholder=\"\(hint)\" data-suggest=\"\(target)\"", visit)
        return input + "<input type=\"hidden\" name=\"\(RecordEntries.known(field))\" value=\"\(held)\">"
    }

    private func table(_ box: FormBox, _ rows: [[String]], _ visit: Visit) -> HTML {
        guard let kind = field.kind as? RowsField else { return "" }
        let heads: [HTML] = kind.fields.map { "<th scope=\"col\">\(FieldBox.head($0, visit))</th>" }
        let lines: [HTML] = (rows + Array(repeating: [], count: max(2, 3 - rows.count))).enumerated().map { index, cells in
            let boxes: [HTML] = kind.fields.enumerated().map { column, inner in
                let text = column < cells.count ? cells[column] : ""
                return "<td>\(cell(inner, text, row: index + 1, visit))</td>"
            }
            return "<tr>\(boxes)</tr>"
        }
        let hint = visit("可以从 Excel 直接粘贴多行。空行不保存。", "Several rows can be pasted from Excel. Empty rows aren't kept.")
        let grid: HTML = """
            <div class="scroll grid" id="\(box.id)" tabindex="0" role="group" aria-label="\(visit(field.name))"><table data-rows><thead><tr>\(heads)</tr></thead><tbody>\(lines)</tbody></table></div>
            <p class="soft">\(hint) <button type="button" data-add-row hidden>\(visit("加一行", "Add a row"))</button></p>
            """
        return around(box, grid, visit)
    }

    private static func head(_ field: Field, _ visit: Visit) -> HTML {
        let unit: HTML? = field.kind.unit.map { " <small>\($0)</small>" }
        return "\(visit(field.name))\(unit)"
    }

    private func cell(_ inner: Field, _ text: String, row: Int, _ visit: Visit) -> HTML {
        let name = RecordEntries.cell(field, inner)
        let label = visit("\(inner.name.zh)，第 \(row) 行", "\(inner.name.en), row \(row)")
        if let kind = inner.kind as? ChoiceField {
            let items: [HTML] = options(kind, text, visit).map { option in
                let mark: HTML = option.value == text ? " selected" : ""
                return "<option value=\"\(option.value)\"\(mark)>\(option.label)</option>"
            }
            return "<select name=\"\(name)\" aria-label=\"\(label)\">\(items)</select>"
        }
        return "<input name=\"\(name)\" value=\"\(text)\" aria-label=\"\(label)\"\(inner.kind.isNumeric ? " inputmode=\"decimal\"" : "" as HTML)>"
    }

    private func files(_ box: FormBox, _ lines: [String], _ visit: Visit) -> HTML {
        guard let kind = field.kind as? FileField else { return "" }
        let kept: [HTML] = lines.map { line in
            let name = line.split(separator: " ", maxSplits: 1).last.map(String.init) ?? line
            return "<label><input type=\"checkbox\" name=\"\(box.name)\" value=\"\(line)\" checked> \(name)</label>"
        }
        let accept = kind.types.map { "." + $0 }.joined(separator: ",")
        let many: HTML = kind.isMany ? " multiple" : ""
        let list: HTML? = kept.isEmpty ? nil : "<div class=\"checks\">\(kept)</div>"
        let hint = visit("单个不超过 20 MB。去掉勾选就不再保留。", "Up to 20 MB each. What is unticked isn't kept.")
        return around(
            box, "\(list)<input id=\"\(box.id)\" type=\"file\" name=\"\(box.name)\" accept=\"\(accept)\"\(many)><p class=\"soft\">\(hint)</p>", visit)
    }

    /// A group under the field's name, where no single box could bear it.
    private func around(_ box: FormBox, _ content: HTML, _ visit: Visit) -> HTML {
        guard entry.isTable else { return box.around(content, visit) }
        let wrong: HTML? = box.fault.map { "<p class=\"fault\">\($0)</p>" }
        let helping: HTML? = box.help.map { "<p class=\"soft\">\($0)</p>" }
        let needed: HTML? = box.isRequired ? " <b class=\"needed\">\(visit("必填", "needed"))</b>" : nil
        return
            "<fieldset class=\"box\(fault == nil ? "" : " wrong" as HTML)\"><legend>\(box.label)\(needed)</legend>\(helping)\(wrong)\(content)</fieldset>"
    }
}

extension RecordEntries.Entry {
    /// Whether it has cells of its own.
    var isTable: Bool {
        if case .table = self { return true }
        return false
    }
}
