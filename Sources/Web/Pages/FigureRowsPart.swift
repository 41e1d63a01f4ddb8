import Indicators
import Registers
import Storage

/// The records that made a figure, a page of them, each a link to its story.
struct FigureRowsPart {
    let register: Register
    let records: [Record]
    let total: Int
    let page: Int

    static let perPage = 50

    /// Nil where no register is counted: an expression over other indicators.
    init?(_ question: FigureQuestion, _ visit: Visit, _ reading: Reading) throws {
        let desk = question.desk
        guard question.indicator.register != nil else { return nil }
        let page = visit["page"].map { Int($0) ?? 0 } ?? 1
        guard (1...100_000).contains(page) else {
            throw Problem.invalid([Words(zh: "页码要写从 1 起的整数。", en: "A page is a whole number from 1.")])
        }
        self.page = page
        let rows = try desk.figures.rows(
            question.indicator.id, question.period, scope: question.scope, asOf: question.asOf, limit: FigureRowsPart.perPage,
            offset: (page - 1) * FigureRowsPart.perPage, in: reading)
        guard let register = desk.catalogue.register(rows.register), visit.permission.sees(register) else { return nil }
        self.register = register
        total = rows.total
        let records = desk.records(visit)
        self.records = try rows.ids.compactMap { try records.record($0, of: register, asOf: question.asOf, in: reading) }
    }

    func view(_ figure: FigurePage, _ visit: Visit) -> HTML {
        let last = max(1, (total + FigureRowsPart.perPage - 1) / FigureRowsPart.perPage)
        func link(_ page: Int) -> String { Link.figure(figure.indicator.id, figure.period, figure.kept + [("page", String(page))]) + "#rows" }
        let back: HTML? = page > 1 ? "<a class=\"button\" rel=\"prev\" href=\"\(link(min(page - 1, last)))\">\(visit("上一页", "Previous"))</a>" : nil
        let next: HTML? = page < last ? "<a class=\"button\" rel=\"next\" href=\"\(link(page + 1))\">\(visit("下一页", "Next"))</a>" : nil
        let pages: HTML? =
            last > 1
            ? "<nav class=\"pages\" aria-label=\"\(visit("记录分页", "Pages of records"))\">\(back)\(next)<span class=\"soft\">\(visit("第 \(page)/\(last) 页", "Page \(page) of \(last)"))</span></nav>"
            : nil
        let table = RecordTable(
            register: register, columns: RecordCell.columns(register.list, of: register, visit), records: records,
            caption: visit("算出这个数的记录", "The records that made this figure"), ending: figure.asOf.map { "?asof=\($0.number)" } ?? "")
        let body: HTML = records.isEmpty ? "<p class=\"empty\">\(visit("没有计入任何记录。", "No records were counted."))</p>" : table.view(visit)
        return """
            <section class="sheet"><h2 id="rows">\(visit("算出这个数的 \(FigureText.grouped(total)) 条记录", "The \(FigureText.grouped(total)) records that made this figure"))<small> · <a href="\(Link.list(register.id))">\(visit(register.name))</a></small></h2>
            <div class="scroll" tabindex="0" role="region" aria-label="\(visit("记录", "Records"))">\(body)</div>\(pages)</section>
            """
    }
}
