import Registers
import Storage

/// The accounts, for the three officers: who there is, which roles each holds, who was ended.
struct PeoplePage: Page {
    let accounts: [Account]
    let roles: [Role]
    /// Whether new ones may be made here: by the system officer.
    let makes: Bool
    var typed: (name: String, title: String, email: String) = ("", "", "")
    var refusal: Words?

    var room: Frame.Room { .people }
    func title(_ visit: Visit) -> String { visit("账号", "Accounts") }

    init(_ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        accounts = try Accounts(desk.book).all(visit.permission, in: reading)
        roles = desk.catalogue.roles
        makes = visit.permission.office == .system
    }

    func body(_ visit: Visit) -> HTML {
        let rows: [HTML] = accounts.map { account in
            let held = roles.filter { account.roles.contains($0.id.text) }.map { visit($0.name) }
            let state: HTML =
                account.isEnded
                ? "<span class=\"light gone\">\(visit("已停用", "Ended"))</span>"
                : held.isEmpty
                    ? "<span class=\"light soon\">\(visit("待授权", "No role yet"))</span>" : "<span class=\"light ok\">\(visit("在用", "In use"))</span>"
            return """
                <tr><td class="lead"><a href="\(Link.person(account.id))">\(account.name)</a></td><td data-label="\(visit("岗位", "Post"))">\(account.title)</td>\
                <td data-label="\(visit("角色", "Roles"))">\(held.joined(separator: visit("、", ", ")))</td><td>\(state)</td></tr>

                """
        }
        return """
            \(Frame.title(title(visit), visit("系统管理员建账号，安全管理员授权，审计员查看", "The system officer makes them, the security officer grants roles, the audit officer looks")))
            <div class="two"><section class="sheet scroll"><table><caption class="hidden">\(title(visit))</caption>
            <thead><tr><th scope="col">\(visit("账号", "Account"))</th><th scope="col">\(visit("岗位", "Post"))</th><th scope="col">\(visit("角色", "Roles"))</th>\
            <th scope="col">\(visit("状态", "State"))</th></tr></thead><tbody>\(rows)</tbody></table></section>
            <div>\(makes ? form(visit) : nil)</div></div>
            """
    }

    private func form(_ visit: Visit) -> HTML {
        let name = FormBox(
            name: "name", label: visit("账号名", "Name"),
            help: visit("登录和来历里都用它，建好后不能改：汉字、字母、数字。", "Used to sign in and in every record's story; it never changes."))
        let title = FormBox(name: "title", label: visit("岗位", "Post"), help: visit("如：企业服务部经办。", "For example: enterprise service, clerk."))
        let email = FormBox(name: "email", label: visit("邮箱（收提醒，可不填）", "E-mail for notices, if wanted"))
        return """
            <section class="sheet"><h2>\(visit("建账号", "Make an account"))</h2>\(visit.refused(refusal))\(visit.form(Link.people, class: "form", """
                \(name.line(typed.name, extra: " required autocomplete=\"off\"", visit))\(title.line(typed.title, extra: " required", visit))\
                \(email.line(typed.email, type: "email", visit))<button class="first">\(visit("建账号，取一次性链接", "Make it, with a one-time link"))</button>
                """))</section>
            """
    }
}
