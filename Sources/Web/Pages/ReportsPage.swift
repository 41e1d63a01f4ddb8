import Registers
import Reports
import Storage

/// Every declared report, with the years that it can be put together for.
struct ReportsPage: Page {
    let reports: [ReportDeclaration]
    let years: [Int]

    var room: Frame.Room { .reports }
    func title(_ visit: Visit) -> String { visit("报告", "Reports") }

    init(_ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        reports = desk.reports.catalogue.reports
        years = try desk.years(reading).reversed()
    }

    func body(_ visit: Visit) -> HTML {
        let cards: [HTML] = reports.map { report in
            let links: [HTML] = years.map { "<a href=\"\(Link.report(report.id.text, year: $0))\">\(visit("\($0)年", "\($0)"))</a>" }
            return """
                <section class="sheet"><h2>\(report.title)</h2>
                <p class="soft">\(visit("\(report.slots.count) 个数据位，\(report.claims.count) 条结论性表述；打开时按现在的记录重新编写", "\(report.slots.count) slots, \(report.claims.count) claims; put together anew from the records when it is opened"))</p>
                <div class="periods">\(links)</div></section>

                """
        }
        let none: HTML = "<p class=\"empty\">\(visit("没有声明报告。", "No reports are declared."))</p>"
        return
            "\(Frame.title(visit("报告", "Reports"), visit("由记录写成，每个数和每句结论都有依据", "Written out of the records; every number and every claim is borne out")))\(cards.isEmpty ? none : "\(cards)" as HTML)"
    }
}
