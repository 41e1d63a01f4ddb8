import Registers
import Reports
import Storage

/// The editions of a report in its margin, and what has moved since the latest of them.
struct EditionsPart {
    let report: CompiledReport
    let editions: [Edition]
    /// Against the latest that stands; nil where none was released or it was altered.
    let comparison: EditionComparison?
    /// Words for an edition that isn't what was released any more.
    let faults: [Words]

    /// For the report as it is now, or as it was known at a change.
    init(_ report: CompiledReport, _ desk: Desk, _ reading: Reading) throws {
        self.report = report
        let asked = Editions(desk.book)
        editions = try asked.list(report.id, report.period, in: reading)
        guard let latest = editions.last(where: { $0.withdrawn == nil && !$0.isRedacted }) else {
            (comparison, faults) = (nil, [])
            return
        }
        let frozen = try asked.frozen(latest, in: reading)
        faults = frozen.faults
        comparison = faults.isEmpty ? try desk.reports.moved(since: frozen, report, isTraced: false, in: reading) : nil
    }

    func view(_ visit: Visit) -> HTML? {
        guard !editions.isEmpty else { return nil }
        let items: [HTML] = editions.reversed().map { edition in
            let address = Link.edition(report.id.text, report.period, edition.number)
            let changes = Link.edition(report.id.text, report.period, nil, against: edition.number)
            let light: HTML = edition.withdrawn == nil ? "ok" : "held"
            let beside: HTML =
                edition.isRedacted
                ? "<p>\(visit("脱敏版", "Redacted"))</p>" : "<p><a href=\"\(changes)\">\(visit("与现稿比的花脸稿", "Changes up to now"))</a></p>"
            return """
                <li><span class="light \(light)">\(visit(edition.standing))</span> <a href="\(address)">\(visit(edition.words))</a> \(edition.released.iso) \(edition.releasedBy)\
                \(beside)</li>
                """
        }
        return """
            <section class="sheet" id="editions"><h2>\(visit("签发版 \(editions.count)", "\(editions.count) editions"))</h2>\(moved(visit))<ul class="claims">\(items)</ul></section>
            """
    }

    private func moved(_ visit: Visit) -> HTML? {
        let broken: [HTML] = faults.map { "<p><span class=\"light late\">\(visit($0))</span></p>" }
        guard let comparison else { return broken.isEmpty ? nil : "\(broken)" }
        let number = comparison.edition.words
        guard !comparison.isUnmoved else {
            return "<p><span class=\"light ok\">\(visit("与\(number.zh)一致", "As in \(number.en)"))</span></p>"
        }
        return """
            <p><span class="light soon">\(visit("与\(number.zh)不同：数 \(comparison.moved.count)、表述 \(comparison.turned.count)", "Since \(number.en): \(comparison.moved.count) figures, \(comparison.turned.count) claims"))</span></p>
            """
    }

    /// What the edition printed, beside the figures that have moved.
    var beside: ReportBeside? { comparison.map { .printed($0) } }
}
