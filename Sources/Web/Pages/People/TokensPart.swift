import Registers
import Storage

/// The words by which programs come in for one's own account: those there are, and the form for another.
struct TokensPart {
    let tokens: [AccessToken]
    /// One that was just made: it is shown this once.
    var made: (token: String, use: AccessToken.Use)?
    let offset: Int
    /// How the site is reached, to write a calendar's whole address.
    var site = ""

    func view(_ visit: Visit) -> HTML {
        """
        <section class="sheet scroll" id="tokens"><h2>\(visit("令牌与日历", "Tokens and calendar"))</h2>
        <p class="soft">\(visit("别的程序用令牌读写，日历软件用地址订阅到期事项；都只有你自己的权限。", "Programs read and write with a token, and a calendar subscribes to your limits by its address; both only with your own permission."))</p>
        \(shown(visit))\(table(visit))\(form(visit))</section>
        """
    }

    private func shown(_ visit: Visit) -> HTML? {
        guard let made else { return nil }
        let word = made.use == .calendar ? site + Link.calendar(made.token) : made.token
        return """
            <div class="note" role="status"><p>\(visit("只显示这一次，请现在复制：", "It is shown this once; copy it now:"))</p><p><code class="token">\(word)</code></p></div>
            """
    }

    private func table(_ visit: Visit) -> HTML? {
        guard !tokens.isEmpty else { return nil }
        let rows: [HTML] = tokens.map { token in
            let end = visit.form(
                Link.me + "/tokens/end",
                "<button name=\"mark\" value=\"\(token.mark)\" aria-label=\"\(visit("停用：\(token.name)", "End: \(token.name)"))\">\(visit("停用", "End"))</button>"
            )
            return """
                <tr><td class="lead">\(token.name)</td><td data-label="\(visit("用途", "For"))">\(visit(token.use.words))</td>\
                <td data-label="\(visit("有效到", "Until"))">\(token.until.text(offset: offset))</td>\
                <td data-label="\(visit("最近使用", "Last used"))">\(token.seen.map { $0.text(offset: offset) } ?? visit("没有用过", "never"))</td><td>\(end)</td></tr>
                """
        }
        return """
            <table><caption class="hidden">\(visit("令牌", "Tokens"))</caption><thead><tr><th scope="col">\(visit("名称", "Name"))</th><th scope="col">\(visit("用途", "For"))</th>\
            <th scope="col">\(visit("有效到", "Until"))</th><th scope="col">\(visit("最近使用", "Last used"))</th><th scope="col">\(visit("操作", "Action"))</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private func form(_ visit: Visit) -> HTML {
        let name = FormBox(name: "name", label: visit("用在哪里", "What it is for"), place: "token")
        let use = FormBox(name: "use", label: visit("用途", "For"), place: "token")
        let days = FormBox(name: "days", label: visit("有效期", "How long"), place: "token")
        let lives = AccessTokens.lives.map { (String($0), visit("\($0) 天", "\($0) days")) }
        return visit.form(
            Link.me + "/tokens", class: "form",
            """
            \(name.line(extra: " maxlength=\"60\" required autocomplete=\"off\"", visit))\
            \(use.choice(AccessToken.Use.allCases.map { ($0.rawValue, visit($0.words)) }, chosen: "read", visit))\
            \(days.choice(lives, chosen: "90", visit))<button>\(visit("生成", "Make it"))</button>
            """)
    }
}
