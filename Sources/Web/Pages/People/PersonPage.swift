import Registers
import Storage

/// One account, with what the officer who looks may do about it.
struct PersonPage: Page {
    let account: Account
    let catalogue: Catalogue
    let office: Role.Officer?
    /// The records that each role is held for, as they are typed: `#3 name`, one a line.
    let own: [Name: String]
    let isSelf: Bool
    /// A link that was just made; it is shown this once.
    var link: String?
    var linkDays = 0
    var refusal: Words?

    var room: Frame.Room { .people }
    func title(_ visit: Visit) -> String { account.name }

    init(_ id: Int64, _ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        let accounts = Accounts(desk.book)
        guard let account = try accounts.all(visit.permission, in: reading).first(where: { $0.id == id }) else {
            throw Problem.missing(zh: "没有这个账号。", en: "There is no such account.")
        }
        self.account = account
        catalogue = desk.catalogue
        office = visit.permission.office
        isSelf = account.name == visit.subject
        linkDays = catalogue.site.access.linkDays
        var own: [Name: String] = [:]
        for (register, records) in account.own {
            guard let declared = desk.catalogue.register(register) else { continue }
            own[register] = try records.sorted().map { id in
                let title = try Records(desk.book, .console).record(id, of: declared, in: reading)?.title ?? ""
                return "#\(id) \(title)"
            }.joined(separator: "\n")
        }
        self.own = own
    }

    func body(_ visit: Visit) -> HTML {
        let state: HTML? = account.isEnded ? "<span class=\"light gone\">\(visit("已停用", "Ended"))</span>" : nil
        return """
            \(Frame.trail([(Link.people, visit("账号", "Accounts"))], visit))\(Frame.title(account.name, account.title, tags: state ?? ""))\(visit.refused(refusal))\(made(visit))
            \(isSelf ? "<p class=\"note\">\(visit("这是你自己的账号，由另外的管理员办理。", "This is your own account; another officer changes it."))</p>" as HTML : nil)
            <div class="two"><div>\(roles(visit))</div><div>\(isSelf ? [] : deeds(visit))</div></div>
            """
    }

    private func made(_ visit: Visit) -> HTML? {
        guard let link else { return nil }
        return """
            <section class="sheet asked" role="status"><h2>\(visit("一次性链接", "One-time link"))</h2>
            <p>\(visit("把它交给本人，用来设置密码；\(linkDays) 天内有效，用一次就作废。离开本页后不再显示。", "Hand it to the person, to set a password. It holds \(linkDays) days, opens once, and isn't shown again after this page."))</p>
            <p><code>\(link)</code></p></section>
            """
    }

    private func roles(_ visit: Visit) -> HTML {
        guard office == .security, !isSelf, !account.isEnded else {
            let held: [HTML] = account.roles(catalogue).map { role in
                let of: HTML? = role.of.flatMap { own[$0] }.map { "<br><small>\($0)</small>" }
                return "<li><a href=\"\(Link.permissions + Link.query([("role", role.id.text)]))\">\(visit(role.name))</a>\(of)</li>"
            }
            return
                "<section class=\"sheet\"><h2>\(visit("角色", "Roles"))</h2>\(held.isEmpty ? "<p class=\"soft\">\(visit("还没有角色。", "None yet."))</p>" as HTML : "<ul class=\"plain\">\(held)</ul>")</section>"
        }
        let boxes: [HTML] = catalogue.roles.map { role in
            let mark: HTML = account.roles.contains(role.id.text) ? " checked" : ""
            let of: HTML? = role.of.flatMap { catalogue.register($0) }.map {
                "<small>\(visit("按“\($0.name.zh)”", "for some of “\($0.name.en)”"))</small>"
            }
            return "<label><input type=\"checkbox\" name=\"role\" value=\"\(role.id.text)\"\(mark)> \(visit(role.name)) \(of)</label>\n"
        }
        var bounds: [Name] = []
        for role in catalogue.roles { if let of = role.of, !bounds.contains(of) { bounds.append(of) } }
        let ties: [HTML] = bounds.compactMap { of in
            guard let register = catalogue.register(of) else { return nil }
            let box = FormBox(
                name: "own.\(of.text)", label: visit("哪个“\(register.name.zh)”", "Which of “\(register.name.en)”"),
                help: visit("名称、代码或 #号，一行一个。", "Name, code or # and number, one a line."))
            return box.lines(own[of] ?? "", rows: 2, visit)
        }
        return """
            <section class="sheet"><h2>\(visit("授权", "Grant roles"))</h2>\(visit.form(Link.person(account.id) + "/roles", class: "form", """
                <fieldset class="checks"><legend>\(visit("角色", "Roles"))</legend>\(boxes)</fieldset>\(ties)\
                <p class="soft">\(visit("保存后，这个账号要重新登录。", "The account signs in anew afterwards."))</p><button class="first">\(visit("保存授权", "Save the roles"))</button>
                """))</section>
            """
    }

    private func deeds(_ visit: Visit) -> [HTML] {
        func deed(_ path: String, _ label: String, _ words: String) -> HTML {
            "<div class=\"deed\"><p class=\"soft\">\(words)</p>\(visit.form(Link.person(account.id) + path, "<button>\(label)</button>"))</div>"
        }
        switch office {
        case .security?:
            return [
                "<section class=\"sheet\"><h2>\(visit("解锁", "Unlock"))</h2>",
                deed("/unlock", visit("解锁", "Unlock"), visit("连续输错密码被锁定时，提前解锁。", "Takes a lock after wrong passwords away before its time.")),
                "</section>",
            ]
        case .system?:
            let title = FormBox(name: "title", label: visit("岗位", "Post"))
            let email = FormBox(name: "email", label: visit("邮箱", "E-mail"))
            var all: [HTML] = [
                "<section class=\"sheet\"><h2>\(visit("基本情况", "Basics"))</h2>",
                visit.form(
                    Link.person(account.id) + "/describe", class: "form",
                    "\(title.line(account.title, extra: " required", visit))\(email.line(account.email ?? "", type: "email", visit))<button>\(visit("保存", "Save"))</button>"
                ),
                "</section><section class=\"sheet\"><h2>\(visit("账号", "Account"))</h2>",
            ]
            if account.isEnded {
                all.append(deed("/open", visit("恢复账号", "Open it again"), visit("密码和角色照旧。", "With the password and roles that it had.")))
            } else {
                all.append(
                    deed(
                        "/link", visit("开一次性链接", "Make a one-time link"),
                        visit(
                            "忘了密码、换了手机时用。本人用它设新密码后，旧密码和动态口令作废。",
                            "For a forgotten password or a lost telephone: the former password and code end when it is used.")))
                all.append(
                    deed(
                        "/end", visit("停用账号", "End the account"),
                        visit("马上退出所有设备；名字不再给别人用，做过的事都留着。", "Signs it out everywhere; the name is never given to another and what it did stays.")))
            }
            return all + ["</section>"]
        default: return []
        }
    }
}
