import Indicators
import Registers
import Storage

/// Every indicator by theme, with the year's value, its change and how settled it is.
struct IndicatorsPage: Page {
    /// One line of it.
    struct Line {
        let indicator: Indicator
        let figure: Figure
        let change: Figure?
    }

    let year: Int
    let years: [Int]
    let asOf: Int64?
    let themes: [(id: String, name: Words, lines: [Line])]

    var room: Frame.Room { .indicators }
    func title(_ visit: Visit) -> String { visit("指标 \(year)年", "Indicators \(year)") }

    init(_ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        let period = try desk.year(visit, reading)
        year = period.year
        years = try desk.years(reading)
        let asOf = try desk.asOf(visit, reading)
        self.asOf = asOf
        var themes: [(id: String, name: Words, lines: [Line])] = []
        for indicator in desk.indicators.indicators {
            let figure = try desk.figures.figure(indicator.id, period, asOf: asOf, in: reading)
            let line = Line(indicator: indicator, figure: figure, change: try desk.change(of: indicator, period, asOf: asOf, reading))
            if let index = themes.firstIndex(where: { $0.id == indicator.theme }) {
                themes[index].lines.append(line)
            } else {
                let name = Name(indicator.theme).flatMap { id in desk.catalogue.groups.first { $0.id == id } }?.name
                themes.append((indicator.theme, name ?? Words(zh: indicator.theme, en: indicator.theme), [line]))
            }
        }
        self.themes = themes
    }

    func body(_ visit: Visit) -> HTML {
        let ending = asOf.map { [("asof", String($0))] } ?? []
        let sections: [HTML] = themes.map { id, name, lines in
            let rows: [HTML] = lines.map { row($0, ending, visit) }
            return """
                <section class="sheet scroll" id="\(id)"><h2>\(visit(name))</h2><table class="indicators"><caption class="hidden">\(visit(name))</caption>
                <thead><tr><th scope="col">\(visit("指标", "Indicator"))</th><th scope="col" class="n">\(visit("\(year)年", "\(year)"))</th><th scope="col">\(visit("单位", "Unit"))</th>\
                <th scope="col">\(visit("同比", "On last year"))</th><th scope="col">\(visit("状态", "Status"))</th><th scope="col" class="n">\(visit("记录", "Records"))</th></tr></thead>
                <tbody>\(rows)</tbody></table></section>
                """
        }
        return """
            \(Frame.title(visit("指标", "Indicators"), visit("\(year)年 · 每个数都能点开，看到算它的记录", "\(year) · every number opens onto the records that made it")))
            \(Frame.years(years, year, visit) { Link.indicators + Link.query([("year", String($0))] + ending) })
            \(sections)
            """
    }

    private func row(_ line: Line, _ ending: [(String, String)], _ visit: Visit) -> HTML {
        let href = Link.figure(line.indicator.id, line.figure.period, ending)
        let shown: HTML
        if line.figure.value == .nothing {
            shown = "<span class=\"none\">\(visit("无数据", "no data"))</span>"
        } else {
            shown =
                "<a class=\"\(line.figure.status.isSettled ? "figure" : "figure provisional" as HTML)\" href=\"\(href)\">\(FigureText.value(line.figure, visit.language))</a>"
        }
        let late: HTML? = line.figure.isIncomplete ? " <span class=\"light soon\">\(line.figure.completeness.map { visit($0) } ?? "")</span>" : nil
        let status: HTML? = line.figure.value == .nothing ? nil : FigureText.status(line.figure, visit.language)
        return """
            <tr><td class="lead"><a href="\(href)">\(visit(line.indicator.name))</a></td><td class="n" data-label="\(visit("\(year)年", "\(year)"))">\(shown)</td>\
            <td data-label="\(visit("单位", "Unit"))">\(line.figure.value.amount == nil ? "" : line.figure.unit ?? "")</td><td data-label="\(visit("同比", "On last year"))">\(FigureText.shortChange(line.change, visit.language))</td>\
            <td data-label="\(visit("状态", "Status"))">\(status)\(late)</td><td class="n" data-label="\(visit("记录", "Records"))">\(FigureText.grouped(line.figure.rows))</td></tr>

            """
    }
}
