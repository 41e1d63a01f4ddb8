import Registers
import Storage

/// Who came in, who was refused, whose account was changed and what was taken out; for the audit officer.
struct AccessLogPage: Page {
    static let length = 100

    let entries: [AccessLog.Entry]
    let altered: [Int64]
    let offset: Int
    let kind: AccessLog.Kind?
    let account: String?

    var room: Frame.Room { .accessLog }
    func title(_ visit: Visit) -> String { visit("访问日志", "Access log") }

    init(_ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        kind = visit["kind"].flatMap { AccessLog.Kind(rawValue: $0) }
        account = visit["account"]
        let before = visit["before"].flatMap { Int64($0) }
        entries = try AccessLog.entries(account: account, kind: kind, before: before, limit: AccessLogPage.length, visit.permission, in: reading)
        altered = try AccessLog.altered(in: reading)
        offset = desk.catalogue.site.offset
    }

    func body(_ visit: Visit) -> HTML {
        let whole: HTML =
            altered.isEmpty
            ? "<p><span class=\"light ok\">\(visit("与变更链一致，没有被改动过", "As the chain of changes has it; nothing was altered"))</span></p>"
            : "<div class=\"faults\" role=\"alert\"><p>\(visit("这些变更的日志与变更链不一致，可能被人改过：", "The entries of these changes differ from the chain; somebody may have altered them: "))\(altered.prefix(20).map(String.init).joined(separator: visit("、", ", ")))</p></div>"
        let rows: [HTML] = entries.map { entry in
            let words = AccessLog.Kind(rawValue: entry.kind).map { visit($0.words) } ?? entry.kind
            let who: HTML = entry.account.isEmpty ? "—" : "<a href=\"\(address([("account", entry.account)]))\">\(entry.account)</a>"
            return """
                <tr><td class="lead day">\(entry.at.text(offset: offset))</td><td data-label="\(visit("账号", "Account"))">\(who)</td>\
                <td data-label="\(visit("类别", "Kind"))"><span class="tag">\(words)</span></td><td data-label="\(visit("内容", "What"))">\(visit(entry.words))</td>\
                <td data-label="\(visit("来自", "From"))">\(entry.origin)</td><td class="n" data-label="\(visit("变更", "Change"))">\(entry.change)</td></tr>

                """
        }
        let kinds: [HTML] = ([nil] + AccessLog.Kind.allCases.map(Optional.some)).map { one in
            let mark: HTML = one == kind ? " aria-current=\"page\"" : ""
            return "<a href=\"\(address(one.map { [("kind", $0.rawValue)] } ?? []))\"\(mark)>\(one.map { visit($0.words) } ?? visit("全部", "All"))</a>"
        }
        let older: HTML? =
            entries.count == AccessLogPage.length
            ? entries.last.map {
                "<nav class=\"pages\"><a class=\"button\" rel=\"next\" href=\"\(address(pairs + [("before", String($0.id))]))\">\(visit("更早的", "Older"))</a></nav>"
            }
            : nil
        let of: HTML? = account.map { "<p>\(visit("只看账号：", "Only of: "))\($0) <a href=\"\(address([]))\">\(visit("看全部", "Show all"))</a></p>" }
        return """
            \(Frame.title(title(visit), visit("只有审计员能看，谁也不能改", "For the audit officer alone; nobody can change it"), acts: "<a href=\"\(Link.accessLog)/export\">\(visit("导出 CSV", "Export CSV"))</a>"))
            <nav class="periods" aria-label="\(visit("类别", "Kinds"))">\(kinds)</nav>\(of)
            <section class="sheet scroll">\(whole)<table><caption class="hidden">\(title(visit))</caption>
            <thead><tr><th scope="col">\(visit("时间", "When"))</th><th scope="col">\(visit("账号", "Account"))</th><th scope="col">\(visit("类别", "Kind"))</th>\
            <th scope="col">\(visit("内容", "What"))</th><th scope="col">\(visit("来自", "From"))</th><th scope="col" class="n">\(visit("变更号", "Change"))</th></tr></thead>
            <tbody>\(rows)</tbody></table></section>\(older)
            """
    }

    private var pairs: [(String, String)] { (kind.map { [("kind", $0.rawValue)] } ?? []) + (account.map { [("account", $0)] } ?? []) }

    private func address(_ pairs: [(String, String)]) -> String { Link.accessLog + Link.query(pairs) }
}
