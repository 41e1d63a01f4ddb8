import Indicators
import Registers
import Reports
import Storage

/// Every declared report by its rhythm, with the latest periods that it can be put together for.
struct ReportsPage: Page {
    /// A report with its periods, the latest first.
    struct Issued {
        let report: ReportDeclaration
        let periods: [Period]
    }

    /// The rarest first.
    let rhythms: [(rhythm: Rhythm, reports: [Issued])]

    var room: Frame.Room { .reports }
    func title(_ visit: Visit) -> String { visit("报告", "Reports") }

    init(_ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        rhythms = try Rhythm.allCases.reversed().compactMap { rhythm in
            let reports = try desk.reports.catalogue.reports.filter { $0.rhythm == rhythm }
                .map { Issued(report: $0, periods: try ReportReach(desk, reading).periods(of: $0)) }
            return reports.isEmpty ? nil : (rhythm, reports)
        }
    }

    func body(_ visit: Visit) -> HTML {
        let parts: [HTML] = rhythms.map { rhythm, reports in
            let cards: [HTML] = reports.map { card($0, visit) }
            return "<section id=\"\(rhythm.rawValue)\"><h2 class=\"rhythm\">\(visit(rhythm.words))</h2>\(cards)</section>\n"
        }
        let acts: HTML = """
            <a class="button" href="\(Link.promises)">\(visit("计划兑现", "Promises"))</a><a class="button" href="\(Link.checks)">\(visit("数据质量检查", "Data quality"))</a><a class="button" href="\(Link.reconcile)">\(visit("通报核对", "Bulletins"))</a>
            """
        let none: HTML = "<p class=\"empty\">\(visit("没有声明报告。", "No reports are declared."))</p>"
        return
            "\(Frame.title(visit("报告", "Reports"), visit("由记录写成，每个数和每句结论都有依据", "Written out of the records; every number and every claim is borne out"), acts: acts))\(parts.isEmpty ? none : "\(parts)" as HTML)"
    }

    private func card(_ issued: Issued, _ visit: Visit) -> HTML {
        let report = issued.report
        let links: [HTML] = issued.periods.map { "<a href=\"\(Link.report(report.id.text, $0))\">\(visit(ReportPeriods.short($0)))</a>" }
        let bound: HTML? =
            report.slots.isEmpty && report.claims.isEmpty
            ? nil
            : "\(visit("\(report.slots.count) 个数据位，\(report.claims.count) 条结论性表述；", "\(report.slots.count) slots, \(report.claims.count) claims; "))"
        return """
            <section class="sheet"><h2>\(report.title)</h2>
            <p class="soft">\(bound)\(visit("打开时按现在的记录重新编写", "put together anew from the records when it is opened"))</p>
            <div class="periods">\(links)</div></section>

            """
    }
}
