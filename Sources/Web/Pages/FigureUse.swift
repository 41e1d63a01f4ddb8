import Indicators
import Registers
import Reports
import Storage

/// A place in a report that prints an indicator.
struct FigureUse {
    let report: Name
    let title: String
    /// The period of the report that has the figure's end in it.
    let period: Period
    /// `#37` for a place in the text, `P17` for a fact that the source printed.
    let slot: String
    let expression: String

    /// Every place in every report.
    static func all(of indicator: Name, _ period: Period, _ reports: Drafts) -> [FigureUse] {
        reports.catalogue.reports.flatMap { report in
            report.slots.compactMap { slot in
                let formulas = slot.pieces.compactMap { piece in
                    if case .figure(let written) = piece { return written.formula }
                    return nil
                }
                guard let used = formulas.first(where: { $0.paths.contains { $0.path.first == indicator.text } }) else { return nil }
                let path = used.paths.first { $0.path.first == indicator.text }?.path ?? []
                guard let printed = report.rhythm.period(of: period.end) else { return nil }
                return FigureUse(report: report.id, title: report.title, period: printed, slot: slot.id, expression: path.joined(separator: "."))
            }
        }
    }

    static func view(_ uses: [FigureUse], _ visit: Visit) -> HTML {
        guard !uses.isEmpty else {
            return
                "<section class=\"sheet\"><h2>\(visit("哪里用了它", "Where it is printed"))</h2><p class=\"soft\">\(visit("没有报告直接引用它。", "No report prints it directly."))</p></section>"
        }
        let rows: [HTML] = uses.map { use in
            let anchor = "#fig-" + use.slot.filter { $0 != "#" }
            return """
                <li><a href="\(Link.report(use.report.text, use.period) + anchor)">\(use.title) \(visit(use.period.words))</a> \
                <span class="tag">\(visit("数据位", "Slot")) \(use.slot)</span> <code>\(use.expression)</code></li>
                """
        }
        return "<section class=\"sheet\"><h2>\(visit("哪里用了它", "Where it is printed"))</h2><ul class=\"plain\">\(rows)</ul></section>"
    }
}
