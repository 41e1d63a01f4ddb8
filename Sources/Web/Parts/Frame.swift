import Registers
import Storage

/// What stands around every page: the rail with its groups at the left, the search at the top.
struct Frame {
    let catalogue: Catalogue
    let visit: Visit

    /// The part of the rail that a page belongs to.
    enum Room: Equatable {
        case home, work, late, indicators, reports, registers, promises, checks, permissions, people, accessLog, me
        case group(Name)
        /// Nowhere in the menu.
        case none
    }

    /// A whole page.
    func around(_ page: any Page) -> HTML {
        """
        <!doctype html>
        <html lang="\(visit.language == .zh ? "zh-CN" : "en")">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <title>\(page.title(visit)) · \(visit("园簿", "Yuanbu"))</title>
        <link rel="stylesheet" href="\(Assets.style.address)">
        <link rel="icon" href="\(Assets.icon.address)" type="image/svg+xml">
        <script src="\(Assets.script.address)" defer></script>
        </head>
        <body>
        <a class="skip" href="#main">\(visit("跳到正文", "Skip to content"))</a>
        \(visit.guest.session.isEmpty ? alone(page) : framed(page))
        </body>
        </html>
        """
    }

    private func framed(_ page: any Page) -> HTML {
        """
        <div class="frame">
        \(rail(page.room))
        <div class="desk">
        \(top)
        <main id="main" tabindex="-1">
        \(page.body(visit))
        </main>
        </div>
        </div>
        """
    }

    /// What stands around a page for somebody who hasn't come in.
    private func alone(_ page: any Page) -> HTML {
        """
        <header class="top"><b>\(visit("园簿", "Yuanbu"))</b><span class="soft">\(visit(catalogue.site.name))</span>
        <div class="me">\(switchLanguage)</div></header>
        <main id="main" tabindex="-1">
        \(page.body(visit))
        </main>
        """
    }

    private var switchLanguage: HTML {
        "<a href=\"\(visit.inOtherLanguage)\" lang=\"\(visit.language == .zh ? "en" : "zh-CN")\">\(visit.language == .zh ? "English" : "中文")</a>"
    }

    private func rail(_ room: Room) -> HTML {
        let groups: [HTML] = catalogue.groups.compactMap { group in
            let registers = catalogue.registers.filter { $0.group == group.id && visit.permission.sees($0) }
            guard !registers.isEmpty else { return nil }
            return entry(Link.registers + "#" + group.id.text, visit(group.name), room == .group(group.id), count: registers.count, far: true)
        }
        return """
            <nav class="rail" aria-label="\(visit("主菜单", "Main menu"))">
            <a class="name" href="/">\(visit("园簿", "Yuanbu"))<small>\(visit(catalogue.site.name))</small></a>
            \(entries(own, room))\(park(room))\(entries(officers, room))
            \(groups.isEmpty ? nil : entry(Link.registers, visit("台账", "Registers"), room == .registers))
            <div class="far">\(visit.permission.isOfCommittee ? entries(further, room) : [])\(entry(Link.permissions, visit("权限", "Permissions"), room == .permissions, far: true))\
            \(groups.isEmpty ? nil : "<b>\(visit("台账分组", "Groups of registers"))</b>\(groups)" as HTML)</div>
            </nav>
            """
    }

    private struct Entry {
        let href: String
        let words: Words
        let room: Room
    }

    private func entries(_ entries: [Entry], _ room: Room) -> [HTML] { entries.map { entry($0.href, visit($0.words), room == $0.room) } }

    /// What waits for whoever looks.
    private var own: [Entry] {
        guard visit.permission.office == nil else { return [] }
        return [Entry(href: Link.work, words: Words(zh: "我的待办", en: "My work"), room: .work)]
    }

    /// What is of the whole park.
    private func park(_ room: Room) -> [HTML] {
        guard visit.permission.isOfCommittee else { return [] }
        return entries(
            [
                Entry(href: Link.home, words: Words(zh: "首页", en: "Home"), room: .home),
                Entry(href: Link.late, words: Words(zh: "超期督办", en: "Overdue"), room: .late),
                Entry(href: Link.indicators, words: Words(zh: "指标", en: "Indicators"), room: .indicators),
                Entry(href: Link.reports, words: Words(zh: "报告", en: "Reports"), room: .reports),
            ], room)
    }

    private var further: [Entry] {
        [
            Entry(href: Link.promises, words: Words(zh: "计划兑现", en: "Promises"), room: .promises),
            Entry(href: Link.checks, words: Words(zh: "数据质量", en: "Data quality"), room: .checks),
        ]
    }

    private var officers: [Entry] {
        guard let office = visit.permission.office else { return [] }
        let people = Entry(href: Link.people, words: Words(zh: "账号", en: "Accounts"), room: .people)
        let log = Entry(href: Link.accessLog, words: Words(zh: "访问日志", en: "Access log"), room: .accessLog)
        return office == .audit ? [log, people] : [people]
    }

    private func entry(_ href: String, _ label: String, _ isHere: Bool, count: Int? = nil, far: Bool = false) -> HTML {
        let mark: HTML = isHere ? " aria-current=\"page\"" : ""
        let number: HTML? = count.map { "<i>\($0)</i>" }
        return "<a href=\"\(href)\"\(mark)><span>\(label)</span>\(number)</a>\n"
    }

    private var top: HTML {
        """
        <header class="top">
        <form action="/search" role="search"><input type="search" name="q" value="\(visit.path == Link.search ? visit["q"] ?? "" : "")" \
        aria-label="\(visit("搜索", "Search"))" placeholder="\(visit("搜索企业、项目、指标、编号…　/", "Search firms, projects, indicators, codes…  /"))"></form>
        <div class="me">\(waiting)\(switchLanguage)\(me)</div>
        </header>
        """
    }

    /// The way to one's own work, with how much it is.
    private var waiting: HTML? {
        guard visit.guest.account != nil, visit.permission.office == nil else { return nil }
        return """
            <a href="\(Link.work)">\(visit("待办", "Work")) <i class="count calm" data-live="\(Link.liveWork)" data-late="\(visit("其中超期 # 件", "# of them late"))" \
            hidden></i></a>
            """
    }

    /// Who has come in, and the way out.
    private var me: HTML {
        guard let account = visit.guest.account else { return "<span class=\"soft\">\(visit("只读 · 本机", "Read only · this machine"))</span>" }
        return """
            <a href="\(Link.me)">\(account.title)</a>\(visit.form(Link.signOut, class: "out", "<button>\(visit("退出", "Sign out"))</button>"))
            """
    }

    /// Where a page stands: the pages above it, as links.
    static func trail(_ steps: [(href: String, label: String)], _ visit: Visit) -> HTML {
        let links: [HTML] = steps.map { "<a href=\"\($0.href)\">\($0.label)</a>" }
        return "<nav class=\"trail\" aria-label=\"\(visit("所在位置", "Where this is"))\">\(links.joined(by: " › "))</nav>"
    }

    /// The years to choose from.
    static func years(_ years: [Int], _ current: Int, _ visit: Visit, href: (Int) -> String) -> HTML {
        let links: [HTML] = years.map { year in
            let mark: HTML = year == current ? " aria-current=\"page\"" : ""
            return "<a href=\"\(href(year))\"\(mark)>\(visit("\(year)年", "\(year)"))</a>"
        }
        return "<nav class=\"periods\" aria-label=\"\(visit("年份", "Years"))\">\(links)</nav>"
    }

    /// Asks for the same page as the book was known at the end of a day.
    static func asOfForm(_ action: String, _ pairs: [(String, String)], _ asOf: Change?, _ visit: Visit) -> HTML {
        let hidden: [HTML] = pairs.map { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" }
        return """
            <details class="asof"><summary>\(visit("看当时所知…", "As it was known…"))</summary><form action="\(action)">\(hidden)\
            <label>\(visit("到哪天为止", "Up to the day")) <input type="date" name="asof" required value="\(asOf?.day.iso ?? "")"></label> <button>\(visit("看", "Show"))</button></form></details>
            """
    }

    /// The heading of a page, with what it is and for which period beside it.
    static func title(_ title: String, _ soft: String = "", tags: HTML = "", acts: HTML = "") -> HTML {
        let beside: HTML? = soft.isEmpty ? nil : "<span class=\"soft\">\(soft)</span>"
        let actions: HTML? = acts.isEmpty ? nil : "<span class=\"acts\">\(acts)</span>"
        return "<div class=\"title\"><h1>\(title)</h1>\(tags)\(beside)\(actions)</div>\n"
    }
}
