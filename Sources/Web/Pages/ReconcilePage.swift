import Indicators
import Registers
import Reports
import Storage

/// The bulletins of a year held against the year: the parts and their sums, and what was printed and has gone down since.
struct ReconcilePage: Page {
    let found: BulletinReconciliation
    let years: [Int]

    var room: Frame.Room { .reports }
    func title(_ visit: Visit) -> String { visit("通报核对 \(found.year)年", "Bulletins of \(found.year) held against the year") }

    init(_ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        let period = try desk.year(visit, reading)
        years = try desk.years(reading)
        found = try desk.reports.reconciliation(year: period.year, in: reading)
    }

    func body(_ visit: Visit) -> HTML {
        """
        \(Frame.trail([(Link.reports, visit("报告", "Reports"))], visit))
        \(Frame.title(title(visit), visit("周报、月报里的数按日相加就是全年；印出过的数后来少了，要说得清", "What weeks and months print comes to the year, day by day; and what was printed and is less now is explained")))
        \(Frame.years(years, found.year, visit) { Link.reconcile + Link.query([("year", String($0))]) })
        \(departures(visit))\(sums(visit))
        """
    }

    private func departures(_ visit: Visit) -> HTML {
        guard !found.departures.isEmpty else {
            return """
                <section class="sheet"><h2><span class="light ok">\(visit("印出后没有减少的数", "Nothing has gone down since it was printed"))</span></h2>
                <p class="soft">\(visit("核对了 \(found.bulletins) 期通报。", "\(found.bulletins) bulletins were looked at again."))</p></section>
                """
        }
        let items: [HTML] = found.departures.map { departure in
            let records: [HTML] = departure.records.prefix(10).map { record in
                let change = record.change.map { "\($0.day.iso) \($0.subject)：\($0.reason)" } ?? ""
                let sentences = record.sentences.map { visit($0) }.joined(separator: visit("；", "; "))
                return
                    "<li><a href=\"\(Link.record(record.register, record.id))\">\(record.title)</a> <span class=\"tag\">\(visit(record.fate.words))</span> <small>\(change)</small>\(sentences.isEmpty ? "" : "<p>\(sentences)</p>" as HTML)</li>"
            }
            let more: HTML? =
                departure.records.count > 10
                ? "<li><small>\(visit("另有 \(departure.records.count - 10) 条", "\(departure.records.count - 10) more"))</small></li>" : nil
            let released: HTML? = departure.isReleased ? "<span class=\"tag\">\(visit("已签发", "Released"))</span>" : nil
            let list: HTML? = records.isEmpty ? nil : "<ul class=\"plain\">\(records)\(more)</ul>"
            return """
                <li><a href="\(Link.report(departure.report.text, departure.period) + Link.query([("asof", String(departure.asOf.number))]))">\(departure.title) \(visit(departure.period.words))</a> \(released) \
                <a href="\(Link.figure(departure.indicator, departure.period))">\(visit(departure.name))</a> \
                <b>\(text(departure.then, departure.places, visit)) → \(text(departure.now, departure.places, visit))</b> \(departure.unit ?? "")\(list)</li>

                """
        }
        return """
            <section class="sheet"><h2><span class="light soon">\(visit("印出后变动的数 \(found.departures.count)", "\(found.departures.count) changed since they were printed"))</span></h2>
            <p class="soft">\(visit("核对了 \(found.bulletins) 期通报；左边是当时印的，右边是现在的。", "\(found.bulletins) bulletins were looked at again; at the left what was printed, at the right what it is now."))</p><ul class="claims">\(items)</ul></section>
            """
    }

    private func sums(_ visit: Visit) -> HTML {
        let rows: [HTML] = found.sums.map { sum in
            func cell(_ amount: Amount?) -> String { amount.map { AmountText.rounded($0, places: sum.places, grouped: true) } ?? "—" }
            let light: HTML = sum.verdict == .differs ? "late" : sum.verdict == .isNotAdded || sum.verdict == .noData ? "held" : "ok"
            let weeks: [HTML] = sum.straddling.map { week in
                let parts = week.parts.map { "\(visit($0.period.words)) \(cell($0.amount))" }.joined(separator: " + ")
                return "<li>\(visit(week.week.words)) \(cell(week.whole)) = \(parts)</li>"
            }
            let straddling: HTML? =
                weeks.isEmpty
                ? nil
                : "<details><summary>\(visit("跨月的周 \(weeks.count)", "\(weeks.count) weeks over a month's end"))</summary><ul class=\"plain\">\(weeks)</ul></details>"
            return """
                <tr><td class="lead"><a href="\(Link.indicators)/\(sum.indicator.text)?period=\(String(found.year))">\(visit(sum.name))</a>\(straddling)</td>\
                <td class="n" data-label="\(visit("全年", "Year"))">\(cell(sum.year))</td><td class="n" data-label="\(visit("各月之和", "Months"))">\(cell(sum.months))</td>\
                <td class="n" data-label="\(visit("各周之和", "Weeks"))">\(cell(sum.weeks))</td><td data-label="\(visit("单位", "Unit"))">\(sum.unit ?? "")</td>\
                <td><span class="light \(light)">\(visit(sum.verdict.words))</span></td></tr>

                """
        }
        return """
            <section class="sheet scroll"><h2>\(visit("各段之和与全年", "The parts against the year"))</h2><table><caption class="hidden">\(visit("各段之和与全年", "The parts against the year"))</caption>
            <thead><tr><th scope="col">\(visit("指标", "Indicator"))</th><th scope="col" class="n">\(visit("全年", "Year"))</th><th scope="col" class="n">\(visit("各月之和", "Months"))</th>\
            <th scope="col" class="n">\(visit("各周之和", "Weeks"))</th><th scope="col">\(visit("单位", "Unit"))</th><th scope="col">\(visit("核对", "Verdict"))</th></tr></thead><tbody>\(rows)</tbody></table></section>
            """
    }

    private func text(_ value: FigureValue, _ places: Int, _ visit: Visit) -> String {
        value.amount.map { AmountText.rounded($0, places: places, grouped: true) } ?? visit("无数据", "no data")
    }
}
