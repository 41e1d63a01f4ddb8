import Indicators
import Registers
import Storage

/// How a figure's page looks.
extension FigurePage {
    func body(_ visit: Visit) -> HTML {
        let unit: String? = figure.unit.map { " · \($0)" }
        let scopeName = scope.map { visit("\($0.name.zh)口径", $0.name.en) } ?? ""
        let then: HTML? = asOf.map { change in
            """
            <div class="note" role="status">\(visit("按第 \(change.number) 号变更（\(change.day.iso)）时所知的记录计算，口径是现行的。", "Computed from what was known at change \(change.number) (\(change.day.iso)), under today's definition.")) \
            <a href="\(Link.figure(indicator.id, period, scope.flatMap { $0.id == "park" ? nil : [("scope", $0.id.text)] } ?? []))">\(visit("看现在", "See it now"))</a></div>
            """
        }
        return """
            \(Frame.trail([(Link.indicators, visit("指标", "Indicators"))], visit))
            \(Frame.title(visit(indicator.name), "\(visit(period.words)) · \(scopeName)\(unit ?? "")"))
            \(then)\(choices(visit))\(asked?.view(self, visit))
            <div class="row">\(mainSheet(visit))\(comparisons.map { comparison($0, visit) })</div>
            <div class="two"><div>\(seriesSheet(visit))\(missingSheet(visit))\(targetSheet(visit))\(FigureUse.view(uses, visit))</div>
            <div>\(definition.view(self, visit))</div></div>
            \(breakdown?.view(self, visit))\(rows?.view(self, visit))
            """
    }

    // MARK: periods, scopes, as-of

    private func choices(_ visit: Visit) -> HTML {
        func chip(_ other: Period, _ label: String) -> HTML {
            let mark: HTML = other == period ? " aria-current=\"page\"" : ""
            return "<a href=\"\(link(other))\"\(mark)>\(label)</a>"
        }
        let yearChips: [HTML] = years.compactMap { Period(year: $0) }.map { chip($0, visit($0.words)) }
        let parts: [Period] =
            (1...4).compactMap { Period(year: period.year, quarter: $0) } + (1...12).compactMap { Period(year: period.year, month: $0) }
        let partChips: [HTML] = parts.map { part in
            let label =
                part.kind == .quarter
                ? visit("\((part.end.month + 2) / 3)季度", "Q\((part.end.month + 2) / 3)")
                : visit("\(part.end.month)月", part.words.en.split(separator: " ").first.map { String($0.prefix(3)) } ?? "")
            return chip(part, label)
        }
        let isPart = period.kind != .year
        let scopeChips: [HTML] = scopes.map { other in
            let mark: HTML = other.id == (scope?.id ?? "park") ? " aria-current=\"true\"" : ""
            var pairs = kept.filter { $0.0 != "scope" }
            if other.id != "park" { pairs.append(("scope", other.id.text)) }
            return "<a href=\"\(Link.figure(indicator.id, period, pairs))\"\(mark)>\(visit(other.name))</a>"
        }
        let scopeNav: HTML? =
            scopeChips.count > 1
            ? "<nav class=\"periods\" aria-label=\"\(visit("统计范围", "Scope"))\"><span class=\"soft\">\(visit("统计范围", "Scope"))</span>\(scopeChips)</nav>"
            : nil
        return """
            <div class="asks"><nav class="periods" aria-label="\(visit("期间", "Period"))">\(yearChips)\
            <details\(isPart ? " open" as HTML : "")><summary>\(visit("季度和月", "Quarters and months"))</summary>\(partChips)</details></nav>\
            \(scopeNav)\(Frame.asOfForm("/indicators/\(indicator.id.text)", [("period", period.description)] + kept.filter { $0.0 == "scope" }, asOf, visit))</div>
            """
    }

    // MARK: the four sheets

    private func mainSheet(_ visit: Visit) -> HTML {
        let complete: HTML? = figure.completeness.map { "<small class=\"\(figure.isIncomplete ? "soon" : "soft" as HTML)\">\(visit($0))</small>" }
        return """
            <section class="sheet\(figure.status.isSettled ? "" : " unsettled" as HTML)"><h2>\(visit("本期", "This period"))</h2>
            \(FigureText.number(figure, href: rows == nil ? nil : "#rows", visit.language))
            <p>\(figure.value == .nothing ? "" : FigureText.status(figure, visit.language)) \(complete)</p>\
            <p><small>\(visit("\(FigureText.grouped(figure.rows)) 条记录", "\(FigureText.grouped(figure.rows)) records"))</small></p></section>

            """
    }

    private func comparison(_ comparison: Comparison, _ visit: Visit) -> HTML {
        let other = comparison.figure
        let (now, before) = (figure.printed(), prior?.printed() ?? "")
        let isNumber = other.value.amount != nil && prior?.value.amount != nil
        let heading: String
        let note: String
        switch comparison.kind {
        case .prior:
            heading = visit("上年同期", "Same period last year")
            note = visit(indicator.base.words)
        case .growth:
            heading = indicator.unit?.symbol == "%" ? visit("同比变化", "Change on last year") : visit("同比", "Growth")
            note = !isNumber ? "" : indicator.unit?.symbol == "%" ? "\(now) − \(before)" : "\(now) ÷ \(before) − 1"
        case .increment:
            heading = visit("净增", "Increment")
            note = isNumber ? "\(now) − \(before)" : ""
        }
        let href = comparison.kind == .prior ? period.sameLastYear.map { link($0) } : nil
        return """
            <section class="sheet"><h2>\(heading)</h2>\(FigureText.number(other, href: href, visit.language))<p><small>\(FigureText.minus(note))</small></p></section>

            """
    }

    private var prior: Figure? { comparisons.first { $0.kind == .prior }?.figure }

    // MARK: series, missing, target

    private func seriesSheet(_ visit: Visit) -> HTML? {
        guard series.contains(where: { $0.value != .nothing }) else { return nil }
        let points = series.map { one in
            Chart.Point(
                label: String(one.period.year), amount: one.value.amount, printed: FigureText.value(one, visit.language), href: link(one.period),
                isHere: one.period == period, isProvisional: !one.status.isSettled)
        }
        let name = visit("历年", "Over the years")
        let table: [HTML] = series.map { one in
            """
            <tr\(one.period == period ? " aria-current=\"true\"" as HTML : "")><td class="lead"><a href="\(link(one.period))">\(visit(one.period.words))</a></td>\
            <td class="n" data-label="\(visit(indicator.name))"><span class="\(one.status.isSettled ? "" : "provisional" as HTML)">\(FigureText.value(one, visit.language))</span></td>\
            <td data-label="\(visit("状态", "Status"))">\(one.value == .nothing ? "" : FigureText.status(one, visit.language))</td><td class="n" data-label="\(visit("记录", "Records"))">\(FigureText.grouped(one.rows))</td></tr>

            """
        }
        return """
            <section class="sheet"><h2>\(name)</h2>\(Chart.bars(points, title: "\(visit(indicator.name)) \(points.map { "\($0.label) \($0.printed)" }.joined(separator: visit("，", ", ")))"))
            <details><summary>\(visit("看成表", "As a table"))</summary><table><caption class="hidden">\(name)</caption>
            <thead><tr><th scope="col">\(visit("期间", "Period"))</th><th scope="col" class="n">\(visit(indicator.name)) <small>\(figure.unit ?? "")</small></th><th scope="col">\(visit("状态", "Status"))</th>\
            <th scope="col" class="n">\(visit("记录", "Records"))</th></tr></thead><tbody>\(table)</tbody></table></details></section>
            """
    }

    private func missingSheet(_ visit: Visit) -> HTML? {
        guard figure.isIncomplete || !figure.undecided.isEmpty else { return nil }
        func list(_ titles: [String]) -> HTML {
            let more = titles.count >= Figure.missingLimit ? visit("等", " and others") : ""
            return "\(titles.joined(separator: visit("、", ", ")))\(more)"
        }
        let missing: HTML? = figure.missing.isEmpty ? nil : "<p>\(visit("未报：", "Not reported: "))\(list(figure.missing))</p>"
        let undecided: HTML? =
            figure.undecided.isEmpty ? nil : "<p>\(visit("不能确定是否计入：", "Undecided whether they count: "))\(list(figure.undecided))</p>"
        return
            "<section class=\"sheet\"><h2><span class=\"light soon\">\(visit("还不完整", "Not complete yet"))</span></h2>\(missing)\(undecided)</section>"
    }

    private func targetSheet(_ visit: Visit) -> HTML? {
        guard let target else { return nil }
        let places = target.isGrowth ? 1 : indicator.places
        let unit = target.isGrowth ? "%" : figure.unit ?? ""
        func text(_ amount: Amount?) -> String { amount.map { FigureText.minus(AmountText.rounded($0, places: places, grouped: true)) } ?? "—" }
        let light: HTML =
            switch target.isMet {
            case true?: "<span class=\"light ok\">\(visit("达到", "Met"))</span>"
            case false?: "<span class=\"light soon\">\(visit("未达到", "Not met"))</span>"
            case nil: "<span class=\"light held\">\(visit("无法判断", "Undecided"))</span>"
            }
        let range = target.highNow.map { "\(text(target.lowNow))–\(text($0))" } ?? text(target.lowNow)
        let adjusted: HTML? =
            target.lowAdjusted == nil && target.highAdjusted == nil
            ? nil
            : "<p class=\"soft\">\(visit("年初 \(text(target.low))\(target.high.map { "–" + text($0) } ?? "")，后作调整", "Set at \(text(target.low))\(target.high.map { "–" + text($0) } ?? ""), adjusted since"))</p>"
        let done: HTML? = target.done.map {
            "<p class=\"soft\">\(visit("完成目标的", "Done")) \(AmountText.rounded($0, places: 1))%\(target.pace.map { visit("，序时进度 ", ", due by now ") + AmountText.rounded($0, places: 1) + "%" } ?? "")</p>"
        }
        return """
            <section class="sheet"><h2>\(visit("目标", "Target"))</h2><p>\(target.subject)\(visit("：", ": "))\(range) \(unit) \(light)</p>\
            \(Chart.pace(done: target.done, pace: target.pace, title: visit("目标进度", "Pace against the target")))\(done)\(adjusted)</section>
            """
    }
}
