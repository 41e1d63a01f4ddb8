import Registers
import Storage

/// How a list looks: facets at the left, what is shown in a sentence, the table, the pages.
extension ListPage {
    func body(_ visit: Visit) -> HTML {
        let notes: HTML? =
            ignored.isEmpty
            ? nil
            : "<div class=\"note\" role=\"status\"><b>\(visit("下列条件没有采用：", "These conditions were left out:"))</b><ul>\(ignored.map { "<li>\(visit($0))</li>" as HTML })</ul></div>"
        return """
            \(Frame.trail([(Link.registers, visit("台账", "Registers"))] + (group.map { [(Link.registers + "#" + register.group.text, visit($0))] } ?? []), visit))
            \(Frame.title(visit(register.name), visit(register.purpose), tags: asOfTag(visit), acts: acts(visit)))
            <p class="soft readers">\(visit("谁能看：", "Who reads it: "))\(visit(readers))</p>
            \(notes)
            <div class="facets">
            <aside aria-label="\(visit("筛选", "Filters"))"><details class="fold"><summary>\(visit("筛选", "Filters"))</summary>\(years(visit))\(listing.facets.compactMap { facet($0, visit) })</details></aside>
            <div>\(bar(visit))<div class="sheet scroll flat" tabindex="0" role="region" aria-label="\(visit(register.name))">\(table(visit))</div>\(pager(visit))</div>
            </div>
            """
    }

    /// The address of the same list with something else about it.
    private func link(_ change: (inout Query) -> Void) -> String {
        var other = query
        other.start = .offset(0)
        change(&other)
        return Link.list(register.id, ListAddress.pairs(other, columns: chosen))
    }

    /// The address without one of its pairs, or with one more.
    private func link(without name: String, adding pair: (String, String)? = nil) -> String {
        var other = query
        other.start = .offset(0)
        var pairs = ListAddress.pairs(other, columns: chosen).filter { $0.0 != name && !$0.0.hasPrefix(name + ".") }
        if let pair { pairs.insert(pair, at: 0) }
        return Link.list(register.id, pairs)
    }

    private func asOfTag(_ visit: Visit) -> HTML {
        guard let asOf = query.asOf else { return "" }
        return
            "<span class=\"tag\">\(visit("截至第 \(asOf) 号变更所知", "As known at change \(asOf)"))</span> <a href=\"\(link { $0.asOf = nil })\">\(visit("看现在", "See it now"))</a>"
    }

    private func acts(_ visit: Visit) -> HTML {
        var all = query
        all.start = .offset(0)
        let pairs = ListAddress.pairs(all, columns: nil)
        let new: HTML? =
            visit.permission.writes(register) && query.asOf == nil
            ? "<a class=\"button first\" href=\"\(Link.new(register.id))\">\(visit("新增", "New"))</a><a class=\"button\" href=\"\(Link.bringIn(register.id))\">\(visit("导入", "Import"))</a>"
            : nil
        return """
            \(new)<a class="button" href="\(Link.export(register.id, "xlsx", pairs))">\(visit("导出 Excel", "Export to Excel"))</a>\
            <a class="button" href="\(Link.export(register.id, "csv", pairs))">CSV</a>
            """
    }

    // MARK: facets

    private func years(_ visit: Visit) -> HTML? {
        guard !years.isEmpty, let time = register.time, let field = register.field(time) else { return nil }
        let current = query.filters.all.first { $0.field == time && $0.operator == .inPeriod }?.written
        return facet(
            visit(field.name),
            years.map { year, count in
                let isHere = current == String(year)
                let href = isHere ? link(without: time.text) : link(without: time.text, adding: ("\(time.text).in_period", String(year)))
                return (visit("\(year)年", "\(year)"), count, href, isHere)
            }, visit)
    }

    private func facet(_ facet: Facet, _ visit: Visit) -> HTML? {
        let key = Query.ownKeys.contains(facet.field.text) ? facet.field.text + ".is" : facet.field.text
        let entries: [(String, Int, String, Bool)] = facet.entries.compactMap { entry in
            guard let written = ListPage.written(entry.value, facet.field, register) else { return nil }
            let isHere = query.filters.all.contains { $0.field == facet.field && $0.operator == .equal && $0.written == written }
            let href = isHere ? link(without: facet.field.text) : link(without: facet.field.text, adding: (key, written))
            return (visit(entry.label), entry.count, href, isHere)
        }
        let isReference = register.field(facet.field)?.kind.target != nil
        guard entries.count > 1 || entries.contains(where: \.3), !(isReference && entries.count >= 50 && !entries.contains(where: \.3)) else {
            return nil
        }
        return self.facet(visit(facet.name), entries, visit)
    }

    /// A value as it stands in an address.
    private static func written(_ value: Value, _ field: Name, _ register: Register) -> String? {
        switch value {
        case .text(let text): text
        case .integer(let number): register.field(field)?.kind is YesNoField ? (number == 0 ? "no" : "yes") : String(number)
        default: nil
        }
    }

    private func facet(_ name: String, _ entries: [(label: String, count: Int, href: String, isHere: Bool)], _ visit: Visit) -> HTML {
        let lines: [HTML] = entries.map { entry in
            let mark: HTML = entry.isHere ? " aria-current=\"true\"" : ""
            return "<a href=\"\(entry.href)\"\(mark)><span>\(entry.label)</span><i>\(entry.count)</i></a>"
        }
        let (first, rest) = (Array(lines.prefix(8)), Array(lines.dropFirst(8)))
        let more: HTML? =
            rest.isEmpty
            ? nil
            : "<details\(entries.dropFirst(8).contains { $0.isHere } ? " open" as HTML : "")><summary>\(visit("另 \(rest.count) 项", "\(rest.count) more"))</summary>\(rest)</details>"
        return "<div class=\"facet\"><h2>\(name)</h2>\(first)\(more)</div>"
    }

    // MARK: the bar above the table

    private func bar(_ visit: Visit) -> HTML {
        var chips: [HTML] = conditions.enumerated().map { index, condition in
            var other = query
            other.start = .offset(0)
            var pairs = ListAddress.pairs(other, columns: chosen)
            if index < pairs.count { pairs.remove(at: index) }
            let label = visit(condition.words)
            return chip(label, Link.list(register.id, pairs), visit)
        }
        if !query.search.isEmpty { chips.append(chip(visit("含“\(query.search)”", "has “\(query.search)”"), link { $0.search = "" }, visit)) }
        if query.showsVoid { chips.append(chip(visit("已作废的", "voided"), link { $0.showsVoid = false }, visit)) }
        let count = visit("\(listing.total) 条", listing.total == 1 ? "1 record" : "\(listing.total) records")
        return """
            <div class="bar">\(chips)<span class="soft">\(count)\(sums(visit))</span>\
            <span class="tools">\(finder(visit))\(columnChoice(visit))</span></div>
            """
    }

    private func chip(_ label: String, _ href: String, _ visit: Visit) -> HTML {
        "<a class=\"chip\" href=\"\(href)\" aria-label=\"\(visit("去掉条件：", "Drop the condition: "))\(label)\">\(label) ×</a>"
    }

    /// Sums of columns that the table doesn't show stand in words.
    private func sums(_ visit: Visit) -> HTML {
        let shown = Set(columns.map(\.id))
        let pieces: [HTML] = register.list.compactMap { name in
            guard !shown.contains(name), let sum = listing.sums[name], let field = register.field(name) else { return nil }
            let text = FigureText.minus(AmountText.rounded(sum, places: field.kind.places, grouped: true))
            return "\(visit("，", ", "))\(visit(field.name))\(visit("合计", " sums to ")) \(text) \(field.kind.unit ?? "")"
        }
        return pieces.joined(by: "")
    }

    private func finder(_ visit: Visit) -> HTML {
        var other = query
        other.start = .offset(0)
        other.search = ""
        let hidden: [HTML] = ListAddress.pairs(other, columns: chosen).map { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" }
        let label = visit("在本台账里找", "Find in this register")
        return """
            <form action="\(Link.list(register.id))" class="find">\(hidden)<input type="search" name="q" value="\(query.search)" placeholder="\(label)" aria-label="\(label)"></form>
            """
    }

    private func columnChoice(_ visit: Visit) -> HTML {
        var other = query
        other.start = .offset(0)
        let hidden: [HTML] = ListAddress.pairs(other, columns: nil).map { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" }
        let shown = Set(columns.map(\.id))
        let names =
            register.activeFields.filter { visit.permission.sees($0) && !($0.kind is RowsField) }.map(\.id)
            + (register.states.isEmpty ? [] : [Register.stateColumn])
        let boxes: [HTML] = RecordCell.columns(names, of: register, visit).map { column in
            let checked: HTML = shown.contains(column.id) ? " checked" : ""
            return "<label><input type=\"checkbox\" name=\"columns\" value=\"\(column.id.text)\"\(checked)> \(column.label(visit))</label>"
        }
        let reset: HTML? =
            chosen == nil ? nil : "<a href=\"\(Link.list(register.id, ListAddress.pairs(other, columns: nil)))\">\(visit("恢复", "Reset"))</a>"
        return """
            <details class="columns"><summary>\(visit("列", "Columns"))</summary><form action="\(Link.list(register.id))">\(hidden)\
            <div>\(boxes)</div><p><button>\(visit("显示这些列", "Show these"))</button> \(reset)</p></form></details>
            """
    }

    // MARK: the table and its pages

    private func table(_ visit: Visit) -> HTML {
        guard !listing.records.isEmpty else {
            let all: HTML? =
                conditions.isEmpty && query.search.isEmpty ? nil : " <a href=\"\(Link.list(register.id))\">\(visit("看全部", "See all"))</a>"
            return "<p class=\"empty\">\(visit("没有符合条件的记录。", "No records meet these conditions."))\(all)</p>"
        }
        var table = RecordTable(
            register: register, columns: columns, records: listing.records, caption: visit(register.name),
            sums: listing.total > 1 ? listing.sums : [:], sumLabel: visit("合计 \(listing.total) 条", "Sum of \(listing.total)"))
        if let asOf = query.asOf { table.ending = "?asof=\(asOf)" }
        for column in columns {
            let current = query.sort.first.flatMap { $0.field == column.id ? $0.descending : nil }
            let written = current == false ? "-\(column.id.text)" : column.id.text
            table.sorts[column.id] = (link(without: "sort", adding: ("sort", written)), current.map { $0 ? "descending" : "ascending" })
        }
        return table.view(visit)
    }

    private func pager(_ visit: Visit) -> HTML? {
        guard case .offset(let offset) = query.start, listing.total > query.limit || offset > 0 else { return nil }
        let page = offset / query.limit + 1
        let last = max(1, (listing.total + query.limit - 1) / query.limit)
        let back: HTML? =
            page > 1
            ? "<a class=\"button\" rel=\"prev\" href=\"\(link { $0.start = .offset((min(page - 1, last) - 1) * query.limit) })\">\(visit("上一页", "Previous"))</a>"
            : nil
        let next: HTML? =
            page < last
            ? "<a class=\"button\" rel=\"next\" href=\"\(link { $0.start = .offset(page * query.limit) })\">\(visit("下一页", "Next"))</a>" : nil
        let range =
            listing.records.isEmpty
            ? "" : visit("第 \(offset + 1)–\(offset + listing.records.count) 条", "\(offset + 1)–\(offset + listing.records.count)")
        return
            "<nav class=\"pages\" aria-label=\"\(visit("分页", "Pages"))\">\(back)\(next)<span class=\"soft\">\(range)\(visit("，共 \(listing.total) 条，第 \(page)/\(last) 页", " of \(listing.total), page \(page) of \(last)"))</span></nav>"
    }
}
