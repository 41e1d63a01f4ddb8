import Indicators
import Registers
import Reports
import Storage

/// A report as it is printed, with a margin that says where its numbers come from and what was left out and why.
struct ReportPage: Page {
    let report: CompiledReport
    /// The change as of which it was asked for; nil for now.
    let asOf: Change?
    /// The periods to go to from here.
    let periods: ReportPeriods
    /// What was released of it.
    let editions: EditionsPart
    private let indicators: IndicatorCatalogue

    var room: Frame.Room { .reports }
    func title(_ visit: Visit) -> String { visit(report.name) }

    init(_ id: String, _ period: Period, _ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        indicators = desk.indicators
        report = try ReportPage.compiled(id, period, visit, desk, reading)
        asOf = try report.asOf.flatMap { try reading.change(number: $0) }
        periods = try ReportPeriods(report, desk, reading)
        editions = try EditionsPart(report, desk, reading)
    }

    /// The report, or a `Problem` where there is none of that name or period.
    static func compiled(_ id: String, _ period: Period, _ visit: Visit, _ desk: Desk, _ reading: Reading) throws -> CompiledReport {
        guard let declared = desk.reports.catalogue.report(named: id), period.kind == declared.rhythm.kind,
            (desk.catalogue.site.since...desk.today.year + 1).contains(period.year)
        else { throw Problem.missing(zh: "没有这份报告，或没有这一期。", en: "There is no such report, or no such period.") }
        return try desk.reports.report(declared.id, period, asOf: try desk.asOf(visit, reading), in: reading)
    }

    private func address(_ format: String? = nil, _ period: Period? = nil) -> String {
        Link.report(report.id.text, period ?? report.period, format: format) + Link.query(asOf.map { [("asof", String($0.number))] } ?? [])
    }

    func body(_ visit: Visit) -> HTML {
        let known = asOf ?? report.lastChange
        let soft = visit("截至第 \(known.number) 号变更（\(known.day.iso)）所知", "As known at change \(known.number) (\(known.day.iso))")
        let now: HTML? = asOf.map { _ in " <a href=\"\(Link.report(report.id.text, report.period))\">\(visit("看现在", "See it now"))</a>" }
        let acts: HTML = """
            <a class="button first" href="\(address("docx"))">\(visit("下载 Word", "Word"))</a><a class="button" href="\(address("txt"))">\(visit("纯文本", "Text"))</a>\
            <a class="button" href="\(address("json"))">JSON</a>\
            <a class="button" href="\(Link.confirmations(report.id.text, report.period))">\(visit("核数单", "To confirm"))</a>
            """
        return """
            \(Frame.trail([(Link.reports, visit("报告", "Reports"))], visit))
            \(Frame.title(title(visit), soft, tags: "<span class=\"tag\">\(visit("草稿", "Draft"))</span>\(now)", acts: acts))
            <div class="asks">\(periods.view(visit) { address(nil, $0) })\(Frame.asOfForm(Link.report(report.id.text, report.period), [], asOf, visit))</div>
            \(heldAgainst(visit))<div class="paper">\(HTML.trusted(ReportHTML(report, visit.language, beside: editions.beside).article))\(margin(visit))</div>
            """
    }

    /// The year-end text says where its bulletins are held against it.
    private func heldAgainst(_ visit: Visit) -> HTML? {
        guard report.period.kind == .year || report.period.kind == .half else { return nil }
        let href = Link.reconcile + Link.query([("year", String(report.year))])
        return
            "<p class=\"soft\"><a href=\"\(href)\">\(visit("本年通报核对", "The year's bulletins held against it"))</a>\(visit("：印出过、后来减少或作废的数都列在那里", ": what was printed and has gone down or was voided since stands there"))</p>"
    }

    // MARK: the margin

    private func margin(_ visit: Visit) -> HTML {
        let held = report.claims.filter { $0.verdict == .holds }
        let failed = report.claims.filter { !$0.isPrinted }
        let words = report.claims.filter { $0.isQualitative }
        return """
            <aside class="margin" aria-label="\(visit("数从哪里来", "Where the numbers come from"))">
            \(editions.view(visit))\(unsourced(visit))\(leftOut(failed, visit))\(claims(held, visit))\(qualities(words, visit))\(figures(visit))\(remarks(visit))
            </aside>
            """
    }

    private func unsourced(_ visit: Visit) -> HTML {
        guard !report.unsourced.isEmpty else {
            return "<section class=\"sheet\"><h2><span class=\"light ok\">\(visit("没有无来源数字", "No unsourced numbers"))</span></h2></section>"
        }
        let items: [HTML] = report.unsourced.map { "<li><mark>\($0.text)</mark> <small>\($0.context)</small></li>" }
        return """
            <section class="sheet"><h2><span class="light soon">\(visit("无来源数字 \(report.unsourced.count)", "\(report.unsourced.count) unsourced"))</span></h2>
            <p class="soft">\(visit("手工写的数，绑定到指标或写明来源后才能签发。", "Typed by hand: bind them to a figure or say where they come from."))</p><ul class="plain">\(items)</ul></section>
            """
    }

    private func leftOut(_ findings: [Finding], _ visit: Visit) -> HTML {
        guard !findings.isEmpty else {
            return "<section class=\"sheet\"><h2><span class=\"light ok\">\(visit("没有删去的表述", "Nothing was left out"))</span></h2></section>"
        }
        let items: [HTML] = findings.map { finding in
            let words = report.leftOut.first { $0.claim == finding.id }?.text
            let quoted: HTML? = words.map { $0.drop { "，；、。".contains($0) } }.flatMap { $0.isEmpty ? nil : "<q>\($0)</q>" }
            let light: HTML = finding.verdict == .fails ? "late" : "held"
            return
                "<li><span class=\"light \(light)\">\(visit(finding.verdict.words))</span> <b>\(visit(finding.text))</b>\(quoted)<p>\(visit(finding.reason))</p></li>"
        }
        return """
            <section class="sheet"><h2><span class="light late">\(visit("没有写进的表述 \(findings.count)", "\(findings.count) claims left out"))</span></h2><ul class="claims">\(items)</ul></section>
            """
    }

    private func claims(_ findings: [Finding], _ visit: Visit) -> HTML? {
        guard !findings.isEmpty else { return nil }
        let items: [HTML] = findings.map { finding in
            let surprise: HTML? = finding.surprise.map { "<p class=\"soon\">\(visit($0))</p>" }
            return "<li><b>\(visit(finding.text))</b><p>\(visit(finding.reason))</p>\(surprise)</li>"
        }
        let (first, rest) = (Array(items.prefix(3)), Array(items.dropFirst(3)))
        let more: HTML? =
            rest.isEmpty
            ? nil : "<details><summary>\(visit("另 \(rest.count) 条", "\(rest.count) more"))</summary><ul class=\"claims\">\(rest)</ul></details>"
        return """
            <section class="sheet"><h2><span class="light ok">\(visit("表述有据 \(findings.count)", "\(findings.count) claims hold"))</span></h2><ul class="claims">\(first)</ul>\(more)</section>
            """
    }

    /// Words of quality: printed, and shown for what they are.
    private func qualities(_ findings: [Finding], _ visit: Visit) -> HTML? {
        guard !findings.isEmpty else { return nil }
        let items: [HTML] = findings.map { "<li><b>\(visit($0.text))</b></li>" }
        return """
            <section class="sheet"><h2><span class="light held">\(visit("定性表述 \(findings.count)", "\(findings.count) words of quality"))</span></h2>
            <p class="soft">\(visit("照印，但没有数据支撑。", "Printed, but borne out by no data."))</p><ul class="claims">\(items)</ul></section>
            """
    }

    private func figures(_ visit: Visit) -> HTML? {
        let slots = report.figures + report.printedFacts
        guard !slots.isEmpty else { return nil }
        let items: [HTML] = slots.map { slot in
            let name = indicators.indicator(named: String(slot.indicator.prefix { $0 != "." && $0 != " " && $0 != "," }))?.id
            let pairs = slot.indicator == name?.text || slot.figures.count != 1 ? [] : [("of", slot.indicator)]
            let label = visit(slot.name)
            let opened: HTML =
                slot.figures.isEmpty ? "\(label)" : name.map { "<a href=\"\(Link.figure($0, slot.period, pairs))\">\(label)</a>" } ?? "\(label)"
            let late: HTML? = slot.expected.flatMap { expected in slot.reported.map { " · \(String($0))/\(String(expected))" } }
            return """
                <li\(slot.isInText ? "" : " class=\"absent\"" as HTML)><span class="tag">\(slot.slot)</span> \(opened) <b>\(slot.printed)</b>\(slot.value == nil ? "" : slot.unit ?? "")\
                <p>\(visit(slot.status.words)) · \(visit("\(FigureText.grouped(slot.rows)) 条记录", "\(FigureText.grouped(slot.rows)) records"))\(late)</p></li>
                """
        }
        return """
            <section class="sheet"><h2>\(visit("数据位 \(slots.count)", "\(slots.count) slots"))</h2><details><summary>\(visit("逐个看来源", "Where each comes from"))</summary><ul class="claims">\(items)</ul></details></section>
            """
    }

    private func remarks(_ visit: Visit) -> HTML? {
        guard !report.remarks.isEmpty else { return nil }
        let items: [HTML] = report.remarks.map { "<li>\(visit($0.message)) <small>\($0.place.description)</small></li>" }
        return
            "<section class=\"sheet\"><h2><span class=\"light soon\">\(visit("请写稿人看 \(report.remarks.count)", "\(report.remarks.count) for the writer"))</span></h2><ul class=\"claims\">\(items)</ul></section>"
    }
}
