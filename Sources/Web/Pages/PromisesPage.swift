import Indicators
import Reports
import Storage

/// What a year's plan promised and where each of it stands, by the kind of thing promised: what is late comes first.
struct PromisesPage: Page {
    let list: Commitments
    let years: [Int]
    private let asOf: Int64?

    var room: Frame.Room { .promises }
    func title(_ visit: Visit) -> String { visit("\(list.year)年计划兑现", "Promises for \(list.year)") }

    init(_ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        let year = try desk.year(visit, reading).year
        asOf = try desk.asOf(visit, reading)
        list = try Commitments(year, desk.figures, asOf: asOf, in: reading)
        // The plan for the next year is made before the year begins.
        let known = try desk.years(reading)
        years = known + (known.last.map { [$0 + 1] } ?? [])
    }

    func body(_ visit: Visit) -> HTML {
        let ending = asOf.map { [("asof", String($0))] } ?? []
        let sections: [HTML] = list.chapters.map { section($0.name, $0.commitments, visit) }
        let none: HTML = """
            <p class="empty">\(visit("没有登记\(list.year)年的目标和承诺。", "No targets and no promises are recorded for \(list.year)."))</p>
            """
        return """
            \(Frame.title(title(visit), visit("截至 \(list.day.iso) 的账", "As the book stands on \(list.day.iso)")))
            \(Frame.years(years, list.year, visit) { Link.promises + Link.query([("year", String($0))] + ending) })
            \(counts(visit))\(sections.isEmpty ? none : "\(sections)" as HTML)
            """
    }

    private func counts(_ visit: Visit) -> HTML? {
        let told: [HTML] = CommitmentLight.allCases.map { ($0, list.count($0)) }.filter { $0.1 > 0 }.map { light, count in
            "<div class=\"sheet\"><h2>\(PromisesPage.light(light, visit))</h2><p class=\"number\">\(count)</p></div>"
        }
        return told.isEmpty ? nil : "<div class=\"row\">\(told)</div>"
    }

    private func section(_ name: Words, _ commitments: [Commitment], _ visit: Visit) -> HTML {
        let rows: [HTML] = commitments.map { row($0, visit) }
        return """
            <section class="sheet scroll"><h2>\(visit(name)) <small>\(commitments.count)</small></h2><table><caption class="hidden">\(visit(name))</caption>
            <thead><tr><th scope="col">\(visit("事项", "What"))</th><th scope="col">\(visit("目标", "Aim"))</th><th scope="col">\(visit("现在", "Now"))</th>\
            <th scope="col">\(visit("责任部门", "Office"))</th><th scope="col">\(visit("时限", "By"))</th><th scope="col">\(visit("状态", "State"))</th></tr></thead>
            <tbody>\(rows)</tbody></table></section>

            """
    }

    private func row(_ one: Commitment, _ visit: Visit) -> HTML {
        let told = [one.progress, one.proof.isEmpty ? "" : visit("凭据：", "Proof: ") + one.proof].filter { !$0.isEmpty }
        let aim: HTML =
            one.measure.map { "\($0.aimed(visit.language))" } ?? (one.promised.isEmpty ? "" : "<span class=\"soft\">\(one.promised)</span>")
        let now: HTML =
            one.measure.map { measure in
                let pairs = measure.scope == "park" ? [] : [("scope", measure.scope.text)]
                return
                    "<a class=\"figure\" href=\"\(Link.figure(measure.indicator.id, measure.period, pairs))\">\(measure.reached(visit.language))</a>"
            } ?? "<span class=\"soft\">\(told.joined(separator: visit("；", "; ")))</span>"
        return """
            <tr><td class="lead"><a href="\(Link.record(one.record.register, one.record.id))">\(one.name)</a></td>\
            <td data-label="\(visit("目标", "Aim"))">\(aim)</td><td data-label="\(visit("现在", "Now"))">\(now)</td>\
            <td data-label="\(visit("责任部门", "Office"))">\(one.owner)</td><td data-label="\(visit("时限", "By"))">\(one.due.iso)</td>\
            <td>\(PromisesPage.light(one.light, visit))</td></tr>

            """
    }

    private static func light(_ light: CommitmentLight, _ visit: Visit) -> HTML {
        let style: HTML =
            switch light {
            case .kept: "ok"
            case .onCourse: "open"
            case .behind: "soon"
            case .missed: "late"
            case .open, .carried: "held"
            case .withdrawn: "gone"
            }
        return "<span class=\"light \(style)\">\(visit(light.words))</span>"
    }
}
