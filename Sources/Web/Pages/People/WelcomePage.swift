import Registers
import Storage

/// Where somebody sets a password by a one-time link.
struct WelcomePage: Page {
    let account: Account
    let token: String
    let rules: PasswordRules
    var faults: [Words] = []

    var room: Frame.Room { .none }
    func title(_ visit: Visit) -> String { visit("设置密码", "Set a password") }

    func body(_ visit: Visit) -> HTML {
        """
        <div class="door"><section class="sheet"><h1>\(visit("设置密码", "Set a password"))</h1>
        <p>\(visit("账号：", "Account: "))<b>\(account.name)</b> <span class="soft">\(account.title)</span></p>
        \(PasswordBoxes.faults(faults, visit))
        \(visit.form(Link.welcome(token), class: "form", """
            <input type="hidden" name="username" autocomplete="username" value="\(account.name)">\(PasswordBoxes.new(rules, visit))\
            <button class="first">\(visit("保存密码，去登录", "Save it and sign in"))</button>
            """))</section></div>
        """
    }
}

/// The two boxes for a new password, and what was wrong with one.
enum PasswordBoxes {
    static func new(_ rules: PasswordRules, _ visit: Visit) -> HTML {
        let help = visit(
            "至少 \(rules.least) 个字符，大写、小写、数字、其他字符中至少 \(rules.kinds) 种。一句好记的话最好。",
            "At least \(rules.least) characters, with \(rules.kinds) of capitals, small letters, digits, others. A sentence is best.")
        let first = FormBox(name: "password", label: visit("新密码", "New password"), help: help)
        let second = FormBox(name: "again", label: visit("再输一遍", "Once more"))
        let extra: HTML = " autocomplete=\"new-password\" required maxlength=\"\(PasswordRules.most)\""
        return "\(first.line(type: "password", extra: extra, visit))\(second.line(type: "password", extra: extra, visit))"
    }

    static func faults(_ faults: [Words], _ visit: Visit) -> HTML? {
        guard !faults.isEmpty else { return nil }
        let items: [HTML] = faults.map { "<li>\(visit($0))</li>" }
        return "<div class=\"faults\" role=\"alert\"><p>\(visit("还没有保存：", "Not saved yet:"))</p><ul>\(items)</ul></div>"
    }

    static let differ = Words(zh: "两次输入的新密码不一样。", en: "The new password was not typed the same way twice.")
}
