import Indicators
import Reports
import Storage

/// An edition, or the draft of now, laid over an edition (花脸稿).
struct BlacklinePage: Page {
    private let older: CompiledReport
    private let newer: CompiledReport
    private let blackline: Blackline

    var room: Frame.Room { .reports }
    func title(_ visit: Visit) -> String { visit(BlacklineTold.title(older, newer)) }

    init(_ id: String, _ period: Period, _ number: Int?, against: Int, _ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        older = try EditionPage.frozen(id, period, against, desk, reading).report
        newer =
            try number.map { try EditionPage.frozen(id, period, $0, desk, reading).report }
            ?? ReportPage.compiled(id, period, visit, desk, reading)
        do { blackline = try Blackline(from: older, to: newer) } catch { throw Problem.invalid([error.words]) }
    }

    func body(_ visit: Visit) -> HTML {
        let figures = BlacklineTold.figures(older, newer)
        let items: [HTML] = figures.map { one in
            "<li><span class=\"tag\">\(one.id)</span> \(visit(one.name)) <del>\(one.then ?? "—")</del> <ins>\(one.now ?? "—")</ins></li>"
        }
        let count = visit("改动 \(blackline.count) 处，数 \(figures.count) 个", "\(blackline.count) places, \(figures.count) figures")
        return """
            \(Frame.trail([(Link.reports, visit("报告", "Reports")), (Link.report(newer.id.text, newer.period), visit("现稿", "The draft of now"))], visit))
            \(Frame.title(title(visit), count, tags: "", acts: ""))
            <div class="paper">\(HTML.trusted(BlacklineHTML(blackline, title: title(visit)).article))<aside class="margin" aria-label="\(visit("变了的数", "Figures that differ"))">\
            <section class="sheet"><h2>\(visit("变了的数 \(figures.count)", "\(figures.count) figures differ"))</h2><ul class="claims">\(items)</ul></section></aside></div>
            """
    }
}
