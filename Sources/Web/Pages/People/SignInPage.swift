import Registers
import Storage

/// Where people come in; in a sample park also by taking up one of its posts.
struct SignInPage: Page {
    /// Where to go on afterwards: an address of this site.
    var to: String?
    /// What was typed as the name.
    var name = ""
    var refusal: Words?
    var posts: [Account] = []
    var notice: Words?

    var room: Frame.Room { .none }
    func title(_ visit: Visit) -> String { visit("登录", "Sign in") }

    func body(_ visit: Visit) -> HTML {
        let hidden: HTML? = to.map { "<input type=\"hidden\" name=\"to\" value=\"\($0)\">" }
        let said: HTML? = notice.map { "<div class=\"note\" role=\"status\">\(visit($0))</div>" }
        let code = FormBox(
            name: "code", label: visit("动态口令", "Code"), help: visit("启用了动态口令才填，6 位数字。", "Only if you set up a second factor: six digits."))
        return """
            <div class="door">\(said)\(trial(visit))
            <section class="sheet"><h1>\(visit("登录", "Sign in"))</h1>\(visit.refused(refusal))
            \(visit.form(Link.signIn, class: "form", """
                \(hidden)\(FormBox(name: "name", label: visit("账号", "Account")).line(name, extra: " autocomplete=\"username\" required autocapitalize=\"none\"", visit))\
                \(FormBox(name: "password", label: visit("密码", "Password")).line(type: "password", extra: " autocomplete=\"current-password\" required", visit))\
                \(code.line(extra: " inputmode=\"numeric\" autocomplete=\"one-time-code\" maxlength=\"8\"", visit))\
                <button class="first">\(visit("登录", "Sign in"))</button>
                """))
            <p class="soft">\(visit("没有账号，或忘了密码？请系统管理员开一个一次性链接。", "No account, or the password forgotten? The system officer makes a one-time link."))</p></section></div>
            """
    }

    private func trial(_ visit: Visit) -> HTML? {
        guard !posts.isEmpty else { return nil }
        let hidden: HTML? = to.map { "<input type=\"hidden\" name=\"to\" value=\"\($0)\">" }
        let buttons: [HTML] = posts.map { "<button name=\"post\" value=\"\($0.name)\">\($0.title)</button>\n" }
        return """
            <section class="sheet"><h2>\(visit("示例园区：选一个岗位进去看看", "Sample park: take up a post and look around"))</h2>
            <p class="soft">\(visit("园区、企业和数据都是虚构的。换岗位看到的不一样；只在本机可以这样进入。", "The park, its enterprises and its figures are fictional. Each post sees something else; this way in is open on this machine only."))</p>
            \(visit.form(Link.signIn + "/trial", class: "posts", "\(hidden)\(buttons)"))</section>
            """
    }
}
