import Registers
import Storage

/// One's own account: the roles it holds, its password, its second factor, and where it is signed in.
struct MePage: Page {
    let account: Account
    let roles: [(role: Role, records: [String])]
    let rules: PasswordRules
    let hasFactor: Bool
    /// The secret that is offered to set the second factor up.
    let code: TimedCode
    let organisation: String
    let sessions: [Session]
    let offset: Int
    let isTrial: Bool
    var tokens: TokensPart
    var faults: [Words] = []
    var notice: Words?

    var room: Frame.Room { .me }
    func title(_ visit: Visit) -> String { visit("我的账号", "My account") }

    init(_ visit: Visit, _ desk: Desk, _ reading: Reading, code: TimedCode? = nil, faults: [Words] = []) throws {
        guard let account = visit.guest.account else { throw Problem.nowhere }
        self.account = account
        self.faults = faults
        let catalogue = desk.catalogue
        roles = try account.roles(catalogue).map { role in (role, try MePage.own(account, role, desk, reading)) }
        rules = catalogue.site.access.password
        hasFactor = try SecondFactor(desk.book).isSet(account, in: reading)
        self.code = code ?? TimedCode()
        organisation = visit(catalogue.site.organisation)
        sessions = try Sessions(desk.book).all(account, here: visit.guest.session, at: .now(), in: reading)
        offset = catalogue.site.offset
        isTrial = try SignIn(desk.book).trialPosts(in: reading).contains { $0.id == account.id }
        tokens = TokensPart(tokens: try AccessTokens(desk.book).all(account, at: .now(), in: reading), offset: offset)
        notice =
            [
                "password": Words(zh: "密码已修改，其他设备上的登录已结束。", en: "The password is changed; every other session has ended."),
                "factor": Words(zh: "动态口令已更新。", en: "The second factor is changed."),
                "token": Words(zh: "令牌已停用。", en: "That token is ended."), "session": Words(zh: "那台设备上的登录已结束。", en: "That session has ended."),
            ][visit["done"] ?? ""]
    }

    /// The titles of the records that a role is held for.
    static func own(_ account: Account, _ role: Role, _ desk: Desk, _ reading: Reading) throws -> [String] {
        guard let of = role.of, let register = desk.catalogue.register(of) else { return [] }
        return try (account.own[of] ?? []).sorted().compactMap { try Records(desk.book, .console).record($0, of: register, in: reading)?.title }
    }

    func body(_ visit: Visit) -> HTML {
        """
        \(Frame.title(visit("我的账号", "My account"), account.name))
        \(notice.map { "<div class=\"note\" role=\"status\">\(visit($0))</div>" as HTML })\(PasswordBoxes.faults(faults, visit))
        <div class="two"><div>\(who(visit))\(devices(visit))\(tokens.view(visit))</div><div>\(password(visit))\(factor(visit))</div></div>
        """
    }

    private func who(_ visit: Visit) -> HTML {
        let held: [HTML] = roles.map { role, records in
            let of: HTML? = records.isEmpty ? nil : "<small>\(visit("：", ": "))\(records.joined(separator: visit("、", ", ")))</small>"
            return "<li>\(visit(role.name))\(of)</li>"
        }
        let none: HTML = "<p class=\"soft\">\(visit("还没有角色，请安全管理员授权。", "No role yet; the security officer grants them."))</p>"
        return """
            <section class="sheet"><h2>\(account.title)</h2>\(held.isEmpty ? none : "<ul class=\"plain\">\(held)</ul>" as HTML)
            <p><a href="\(Link.permissions)\(roles.first.map { Link.query([("role", $0.role.id.text)]) } ?? "")">\(visit("我能看什么、改什么、办什么", "What I may see, change and do"))</a></p></section>
            """
    }

    private func devices(_ visit: Visit) -> HTML {
        let rows: [HTML] = sessions.map { session in
            let here: HTML = "<span class=\"tag\">\(visit("本机", "here"))</span>"
            let end: HTML = visit.form(
                Link.me + "/sessions/end",
                "<button name=\"mark\" value=\"\(session.mark)\" aria-label=\"\(visit("结束：\(session.device)", "End: \(session.device)"))\">\(visit("结束", "End"))</button>"
            )
            return """
                <tr><td class="lead">\(session.device)</td><td data-label="\(visit("登录", "Since"))">\(session.begun.text(offset: offset))</td>\
                <td data-label="\(visit("最近使用", "Last used"))">\(session.seen.text(offset: offset))</td><td>\(session.isHere ? here : end)</td></tr>
                """
        }
        return """
            <section class="sheet scroll"><h2>\(visit("登录着的设备", "Where you are signed in"))</h2><table><caption class="hidden">\(visit("登录着的设备", "Sessions"))</caption>
            <thead><tr><th scope="col">\(visit("设备", "Device"))</th><th scope="col">\(visit("登录", "Since"))</th><th scope="col">\(visit("最近使用", "Last used"))</th>\
            <th scope="col">\(visit("操作", "Action"))</th></tr></thead><tbody>\(rows)</tbody></table></section>
            """
    }

    private func password(_ visit: Visit) -> HTML {
        guard !isTrial else {
            return
                "<section class=\"sheet\"><h2>\(visit("密码", "Password"))</h2><p class=\"soft\">\(visit("示例岗位没有密码，只在本机可用。", "A post of the sample park has no password; it is open on this machine only."))</p></section>"
        }
        let former = FormBox(name: "former", label: visit("现在的密码", "Present password"))
        return """
            <section class="sheet"><h2>\(visit("修改密码", "Change the password"))</h2>\(visit.form(Link.me + "/password", class: "form", """
                <input type="hidden" name="username" autocomplete="username" value="\(account.name)">\
                \(former.line(type: "password", extra: " autocomplete=\"current-password\" required", visit))\(PasswordBoxes.new(rules, visit))\
                <button>\(visit("修改密码", "Change it"))</button>
                """))</section>
            """
    }

    private func factor(_ visit: Visit) -> HTML {
        let typed = FormBox(name: "code", label: visit("手机现在显示的 6 位数字", "The six digits that the telephone shows now"))
        let box = typed.line(extra: " inputmode=\"numeric\" autocomplete=\"one-time-code\" maxlength=\"8\" required", visit)
        if hasFactor {
            return """
                <section class="sheet"><h2>\(visit("动态口令", "Second factor"))</h2><p><span class="light ok">\(visit("已启用", "In use"))</span></p>
                \(visit.form(Link.me + "/factor/clear", class: "form", "\(box)<button>\(visit("停用", "Take it off"))</button>"))</section>
                """
        }
        return """
            <section class="sheet"><h2>\(visit("动态口令", "Second factor"))</h2>
            <p class="soft">\(visit("密码之外再加一道：登录时另填手机上的 6 位数字。", "One more lock beside the password: six digits from your telephone at every sign-in."))</p>
            <ol class="steps"><li>\(visit("手机装任意一款动态口令（TOTP）应用。", "Install any authenticator (TOTP) on the telephone."))</li>\
            <li>\(visit("在应用里手工添加，密钥：", "Add an entry by hand, with the key: "))<code>\(grouped(code.base32))</code> \
            <a href="\(code.address(account: account.name, issuer: organisation))">\(visit("在手机上打开本页的，点这里", "or tap here, on the telephone itself"))</a></li>\
            <li>\(visit("填上它显示的数字：", "Type the digits that it shows:"))</li></ol>
            \(visit.form(Link.me + "/factor", class: "form", "<input type=\"hidden\" name=\"secret\" value=\"\(code.base32)\">\(box)<button>\(visit("启用", "Set it up"))</button>"))</section>
            """
    }

    /// In fours, as people read it off.
    private func grouped(_ text: String) -> String {
        stride(from: 0, to: text.count, by: 4).map { String(text.dropFirst($0).prefix(4)) }.joined(separator: " ")
    }
}
