import Indicators
import Registers
import Storage

/// What the rules of data quality find in a year: first what must be mended, then what somebody has to look at, each opening
/// onto its records; at the end the rules that find nothing.
struct ChecksPage: Page {
    /// How many findings of a rule are told one by one.
    private static let limit = 20

    let period: Period
    let years: [Int]
    let found: [(check: Check, outcome: CheckOutcome)]
    private let asOf: Int64?

    var room: Frame.Room { .checks }
    func title(_ visit: Visit) -> String { visit("\(period.year)年数据质量", "Data quality \(period.year)") }

    init(_ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        period = try desk.year(visit, reading)
        years = try desk.years(reading)
        asOf = try desk.asOf(visit, reading)
        found = try desk.checks.all(period, asOf: asOf, limit: ChecksPage.limit, in: reading)
    }

    func body(_ visit: Visit) -> HTML {
        let ending = asOf.map { [("asof", String($0))] } ?? []
        let open = found.filter { $0.outcome.count > 0 || $0.outcome.undecided != nil }
        let broken = open.filter { $0.check.severity == .must && $0.outcome.count > 0 }
        let rest = open.filter { !($0.check.severity == .must && $0.outcome.count > 0) }
        let quiet = found.count - open.count
        let sections: [HTML] = (broken + rest).map { section($0.check, $0.outcome, visit) }
        let clean: [HTML] = found.filter { $0.outcome.count == 0 && $0.outcome.undecided == nil }.map { "<li>\(visit($0.check.name))</li>" }
        return """
            \(Frame.title(title(visit), visit("\(found.count) 条规则；必须改正的不改，报告不能定稿", "\(found.count) rules; a report can't be released over what must be mended")))
            \(Frame.years(years, period.year, visit) { Link.checks + Link.query([("year", String($0))] + ending) })
            <div class="row">\(count(broken.count, "late", visit("必须改正", "Must be mended")))\(count(rest.count, "soon", visit("请核对", "To be looked at")))\
            \(count(quiet, "ok", visit("没有问题", "Nothing found")))</div>
            \(sections)
            <section class="sheet"><h2>\(visit("没有问题的规则", "Rules that find nothing")) <small>\(quiet)</small></h2>\
            <details><summary>\(visit("列出", "List them"))</summary><ul class="plain">\(clean)</ul></details></section>
            """
    }

    private func count(_ count: Int, _ style: HTML, _ words: String) -> HTML {
        "<div class=\"sheet\"><h2><span class=\"light \(style)\">\(words)</span></h2><p class=\"number\">\(count)</p></div>"
    }

    private func section(_ check: Check, _ outcome: CheckOutcome, _ visit: Visit) -> HTML {
        let isBroken = check.severity == .must && outcome.count > 0
        let items: [HTML] = outcome.offences.map { offence in
            let title: HTML = offence.record.map { "<a href=\"\(Link.record($0.register, $0.id))\">\(offence.title)</a>" } ?? "\(offence.title)"
            let note: HTML? = offence.note.map { " <small>\(visit($0))</small>" }
            return "<li>\(title)\(note)</li>"
        }
        let left = outcome.count - outcome.offences.count
        let more: HTML? = left > 0 ? "<p class=\"soft\">\(visit("另有 \(left) 处", "and \(left) more"))</p>" : nil
        let undecided: HTML? = outcome.undecided.map { "<p class=\"soft\">\(visit($0))</p>" }
        let number: HTML = outcome.count > 0 ? "\(outcome.count)" : "\(visit("无法判断", "undecided"))"
        let list: HTML? =
            items.isEmpty ? nil : "<details><summary>\(visit("看是哪些", "Which"))</summary><ul class=\"plain\">\(items)</ul>\(more)</details>"
        return """
            <section class="sheet" id="\(check.id.text)"><h2><span class="light \(isBroken ? "late" : "soon" as HTML)">\(visit(check.severity.words))</span> \
            \(visit(check.name)) <small>\(number)</small></h2>
            <p>\(visit("怎么办：", "What to do: "))\(visit(check.advice))</p><p class="soft">\(visit("为什么：", "Why: "))\(visit(check.why))</p>\(undecided)\(list)</section>

            """
    }
}
