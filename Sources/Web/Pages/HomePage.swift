import Indicators
import Registers
import Storage

/// The first page: how the year stands, against what was aimed at, who is late, and what was written last.
struct HomePage: Page {
    /// A figure of the first page with its story of five years.
    struct Headline {
        let figure: Figure
        let id: Name
        let change: Figure?
        let series: [Figure]
        let target: Target?
    }

    /// What was aimed at, against what was reached.
    struct Aim {
        let indicator: Indicator
        let scope: Name
        let target: Target
    }

    /// What a change did, with the first records that it touched.
    struct Latest {
        let change: Change
        let touched: [(record: Record, register: Register)]
    }

    let period: Period
    let years: [Int]
    let headlines: [Headline]
    let aims: [Aim]
    let latest: [Latest]
    /// What waits for whoever looks, and what is late in the park.
    let waiting: HomeWork

    var room: Frame.Room { .home }
    func title(_ visit: Visit) -> String { visit("首页", "First page") }

    init(_ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        let period = try desk.year(visit, reading)
        self.period = period
        let since = desk.catalogue.site.since
        years = try desk.years(reading)
        let lastFive = (max(since, period.year - 4)...max(since, period.year)).compactMap { Period(year: $0) }
        headlines = try desk.catalogue.site.home.compactMap { id in
            guard let indicator = desk.indicators.indicator(id) else { return nil }
            return Headline(
                figure: try desk.figures.figure(id, period, in: reading), id: id, change: try desk.change(of: indicator, period, asOf: nil, reading),
                series: try desk.figures.series(id, lastFive, in: reading), target: try desk.figures.target(id, period, in: reading))
        }
        waiting = try HomeWork(visit, desk, reading)
        aims = try HomePage.aims(period, desk, visit, reading)
        latest = try reading.changes(before: nil, without: AccessLog.kind, limit: 8).map { change in
            let written = try History(desk.book, visit.permission).written(by: change.number, limit: 3, reading)
            return Latest(
                change: change,
                touched: written.compactMap { version in desk.catalogue.register(version.record.register).map { (version.record, $0) } })
        }
    }

    /// The targets of the year that are numbers, in the order of the register `target`.
    private static func aims(_ period: Period, _ desk: Desk, _ visit: Visit, _ reading: Reading) throws -> [Aim] {
        guard let register = desk.catalogue.register("target"), visit.permission.sees(register),
            let filters = try? Filters.read([("year.in_period", String(period.year))], register, desk.catalogue)
        else { return [] }
        let listing = try desk.records(visit).listing(Query(register, filters: filters, sort: [("year", false)], limit: 100), in: reading)
        var seen: Set<[Name]> = []
        return listing.records.compactMap { record in
            guard let indicator = record["indicator"].text.flatMap({ desk.indicators.indicator(named: $0) }) else { return nil }
            let scope = record["scope"].text.flatMap { Name($0) } ?? "park"
            guard seen.insert([indicator.id, scope]).inserted else { return nil }
            guard let target = try? desk.figures.target(indicator.id, period, scope: scope, in: reading) else { return nil }
            return Aim(indicator: indicator, scope: scope, target: target)
        }
    }

    func body(_ visit: Visit) -> HTML {
        """
        \(Frame.title(visit("\(period.year)年怎么样", "How \(period.year) stands"), visit("数都能点开，看到算它的记录；斜体加虚框的还不是最终核实数", "Every number opens onto its records; what is in italics is not final yet")))
        \(Frame.years(years, period.year, visit) { Link.home + Link.query([("year", String($0))]) })
        <div class="row">\(headlines.map { headline($0, visit) })</div>
        <div class="two"><div>\(aimTable(visit))\(changes(visit))</div><div>\(waiting.mine(visit))\(waiting.late(visit))\(late(visit))</div></div>
        """
    }

    private func headline(_ headline: Headline, _ visit: Visit) -> HTML {
        let figure = headline.figure
        let name = visit(figure.name)
        let points = headline.series.map { ($0.period, $0.value.amount) }
        let spoken = headline.series.map { "\($0.period.year) \(FigureText.value($0, visit.language))" }.joined(separator: visit("，", ", "))
        let ends: HTML? =
            points.compactMap(\.1).count > 1
            ? "<span class=\"ends\"><small>\(headline.series.first?.period.year ?? 0)</small><small>\(headline.series.last?.period.year ?? 0)</small></span>"
            : nil
        let complete: HTML? = figure.completeness.map { "<small class=\"\(figure.isIncomplete ? "soon" : "soft" as HTML)\">\(visit($0))</small>" }
        let aim: HTML? = headline.target?.done.map { "<small>\(visit("目标完成", "of the target")) \(AmountText.rounded($0, places: 1))%</small>" }
        return """
            <section class="sheet headline\(figure.status.isSettled ? "" : " unsettled" as HTML)"><h2>\(name)</h2>
            \(FigureText.number(figure, href: Link.figure(headline.id, period), visit.language))
            <p>\(FigureText.change(headline.change, visit.language)) \(FigureText.status(figure, visit.language))</p>
            \(Chart.spark(points.map(\.1), title: "\(name)\(visit("：", ": "))\(spoken)"))\(ends)
            <p class="foot">\(complete)\(aim)</p></section>

            """
    }

    private func aimTable(_ visit: Visit) -> HTML {
        guard !aims.isEmpty else {
            return
                "<section class=\"sheet\"><h2>\(visit("年度目标", "The year's targets"))</h2><p class=\"soft\">\(visit("\(period.year)年没有登记数量目标。", "No targets in numbers are recorded for \(period.year)."))</p></section>"
        }
        let rows: [HTML] = aims.map { aim in
            let target = aim.target
            let places = target.isGrowth ? 1 : aim.indicator.places
            let unit = target.isGrowth ? "%" : aim.indicator.unit?.symbol ?? ""
            let light: HTML =
                switch target.isMet {
                case true?: "<span class=\"light ok\">\(visit("达到", "Met"))</span>"
                case false?: "<span class=\"light soon\">\(visit("未达到", "Not met"))</span>"
                case nil: "<span class=\"light held\">\(visit("无法判断", "Undecided"))</span>"
                }
            let href = Link.figure(aim.indicator.id, period, aim.scope == "park" ? [] : [("scope", aim.scope.text)])
            return """
                <tr><td class="lead"><a href="\(href)">\(target.subject)</a></td>\
                <td class="n" data-label="\(visit("目标", "Target"))">\(HomePage.aimed(target, places: places)) <small>\(unit)</small></td>\
                <td class="n" data-label="\(visit("完成", "Reached"))"><a class="figure" href="\(href)">\(FigureText.value(target.reached, places: places, visit.language))</a></td>\
                <td class="pacing">\(Chart.pace(done: target.done, pace: target.pace, title: HomePage.said(target, visit)))</td>\
                <td class="n" data-label="\(visit("完成率", "Done"))">\(target.done.map { AmountText.rounded($0, places: 1) + "%" } ?? "")</td>\
                <td>\(light)</td></tr>

                """
        }
        return """
            <section class="sheet scroll"><h2>\(visit("年度目标", "The year's targets"))</h2>
            <table><caption class="hidden">\(visit("年度目标与完成", "Targets and what was reached"))</caption>
            <thead><tr><th scope="col">\(visit("目标", "Target"))</th><th scope="col" class="n">\(visit("目标值", "Aim"))</th><th scope="col" class="n">\(visit("完成", "Reached"))</th>\
            <th scope="col">\(visit("进度，竖线为序时进度", "Pace; the mark is what is due"))</th><th scope="col" class="n">\(visit("完成率", "Done"))</th><th scope="col">\(visit("是否达到", "Met"))</th></tr></thead><tbody>\(rows)</tbody></table></section>
            """
    }

    /// `700.00–780.00`, `≤ 1.20`.
    private static func aimed(_ target: Target, places: Int) -> String {
        func text(_ amount: Amount) -> String { FigureText.minus(AmountText.rounded(amount, places: places, grouped: true)) }
        switch (target.direction, target.lowNow, target.highNow) {
        case (_, let low?, let high?): return "\(text(low))–\(text(high))"
        case (.atLeast, let low?, nil): return "≥ \(text(low))"
        case (.atMost, let low?, nil): return "≤ \(text(low))"
        case (.binding, let low?, nil): return "= \(text(low))"
        case (_, nil, let high?): return "≤ \(text(high))"
        case (_, nil, nil): return "—"
        }
    }

    private static func said(_ target: Target, _ visit: Visit) -> String {
        let done = target.done.map { visit("完成 \(AmountText.rounded($0, places: 1))%", "\(AmountText.rounded($0, places: 1))% done") }
        let pace = target.pace.map { visit("序时进度 \(AmountText.rounded($0, places: 1))%", "\(AmountText.rounded($0, places: 1))% due") }
        return [done, pace].compactMap { $0 }.joined(separator: visit("，", ", "))
    }

    private func late(_ visit: Visit) -> HTML {
        let lines: [HTML] = headlines.filter { $0.figure.isIncomplete }.map { headline in
            let missing = headline.figure.missing.prefix(6).joined(separator: visit("、", ", "))
            let more = headline.figure.missing.count > 6 ? visit("等", " and others") : ""
            return """
                <li><span class="light soon">\(headline.figure.completeness.map { visit($0) } ?? "")</span> \
                <a href="\(Link.figure(headline.id, period))">\(visit(headline.figure.name))</a><br><small>\(visit("未报：", "Not reported: "))\(missing)\(more)</small></li>
                """
        }
        let nobody: HTML = "<p><span class=\"light ok\">\(visit("应报的都报了", "All who had to report did"))</span></p>"
        return
            "<section class=\"sheet\"><h2>\(visit("谁还没报", "Who has not reported"))</h2>\(lines.isEmpty ? nobody : "<ul class=\"plain\">\(lines)</ul>" as HTML)</section>"
    }

    private func changes(_ visit: Visit) -> HTML {
        let lines: [HTML] = latest.map { entry in
            let links: [HTML] = entry.touched.map { "<a href=\"\(Link.record($0.register.id, $0.record.id))\">\($0.record.title)</a>" }
            let count = Int(entry.change.rows)
            let more: HTML? =
                count > links.count
                ? "\(links.isEmpty ? "" : visit("等", ", … ")) <small>\(visit("\(FigureText.grouped(count)) 条", "\(FigureText.grouped(count)) rows"))</small>"
                    as HTML : nil
            return """
                <li><div><time datetime="\(entry.change.day.iso)">\(entry.change.day.iso)</time><small>\(visit("第 \(entry.change.number) 号", "No. \(entry.change.number)"))</small></div>\
                <div><p>\(entry.change.reason)</p><p class="soft">\(entry.change.subject) · \(links.joined(by: "\(visit("、", ", "))"))\(more)</p></div></li>
                """
        }
        let none: HTML = "<p class=\"soft\">\(visit("还没有变更。", "Nothing has been written yet."))</p>"
        return
            "<section class=\"sheet\"><h2>\(visit("最近的变更", "Latest changes"))</h2>\(lines.isEmpty ? none : "<ol class=\"story\">\(lines)</ol>" as HTML)</section>"
    }
}
