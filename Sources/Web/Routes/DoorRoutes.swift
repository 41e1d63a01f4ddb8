import HTTPTypes
import Hummingbird
import Registers
import Storage

/// Coming in, going out, and one's own account.
struct DoorRoutes {
    private let presenter: Presenter

    init(_ presenter: Presenter) { self.presenter = presenter }

    func add(to router: Router<VisitContext>) {
        let (presenter, own) = (presenter, OwnAccount(presenter))
        router.get("/sign-in") { request, context in
            let to = Link.own(try presenter.visit(request, context)["to"])
            if context.guest.account != nil { return Reply.move(to: to ?? Link.home) }
            return try await show(request, context, SignInPage(to: to))
        }
        router.post("/sign-in") { request, context in
            try await presenter.act(request, context) { _, _, form in try await signIn(request, context, form) }
        }
        router.post("/sign-in/trial") { request, context in
            try await presenter.act(request, context) { _, _, form in
                guard !presenter.isPublished else { throw Problem.nowhere }
                let (post, device, origin) = (form.typed("post"), Origin.device(request), presenter.origin(request, context))
                let token = try SignIn(presenter.book).takeUp(post, device: device, from: origin, at: .now())
                return entered(token, form)
            }
        }
        router.post("/sign-out") { request, context in
            try await presenter.act(request, context) { visit, _, _ in
                if let account = visit.guest.account {
                    try Sessions(presenter.book).end(visit.guest.session, of: account, from: presenter.origin(request, context), at: .now())
                }
                var response = Reply.move(to: Link.signIn)
                response.setCookie(cookie("", maxAge: 0))
                return response
            }
        }
        router.get("/welcome/:token") { request, context in
            let token = try context.parameters.require("token")
            return try await show(request, context, try await welcome(token))
        }
        router.post("/welcome/:token") { request, context in
            let token = try context.parameters.require("token")
            return try await presenter.act(request, context) { _, _, form in
                var page = try await welcome(token)
                let plain = form.typed("password")
                page.faults = Passwords(presenter.book).faults(plain, page.account)
                if plain != form.typed("again") { page.faults.append(PasswordBoxes.differ) }
                guard page.faults.isEmpty else { return try await show(request, context, page, status: 422) }
                let password = try await presenter.slow.run { try Password(plain) }
                let account = try OneTimeLinks(presenter.book).use(token, password, from: presenter.origin(request, context), at: .now())
                return try await show(
                    request, context, SignInPage(name: account.name, notice: Words(zh: "密码已设好，请登录。", en: "The password is set; sign in.")))
            }
        }
        own.add(to: router)
    }

    // MARK: the steps

    private func signIn(_ request: Request, _ context: VisitContext, _ form: Form) async throws -> Response {
        let (name, plain, code) = (form.typed("name"), form.typed("password"), form.typed("code"))
        let (book, origin, now) = (presenter.book, presenter.origin(request, context), Moment.now())
        guard presenter.limits.address.admit(origin, at: now), presenter.limits.name.admit(AccountRules.kept(String(name.prefix(200))), at: now)
        else { throw Problem.tooMany }
        let signIn = SignIn(book)
        let attempt = try await book.store.read { reading in try signIn.look(name, in: reading) }
        let isRight = try await presenter.slow.run { try attempt.matches(plain) }
        do {
            let token = try signIn.settle(attempt, isRight: isRight, code: code, device: Origin.device(request), from: origin, at: now)
            return entered(token, form)
        } catch let refused as Refused {
            let page = SignInPage(to: Link.own(form["to"]), name: name, refusal: refused.words)
            return try await show(request, context, page, status: 401)
        }
    }

    private func welcome(_ token: String) async throws -> WelcomePage {
        let (book, now) = (presenter.book, Moment.now())
        let found = try await book.store.read { reading in try OneTimeLinks(book).account(token, at: now, in: reading) }
        guard let account = found else { throw OneTimeLinks.gone }
        return WelcomePage(account: account, token: token, rules: book.catalogue.site.access.password)
    }

    /// A page outside the frame, with the posts of a sample park where it is the sign-in page.
    private func show(_ request: Request, _ context: VisitContext, _ page: any Page, status: Int = 200) async throws -> Response {
        var page = page
        if var door = page as? SignInPage, !presenter.isPublished {
            door.posts = try await presenter.book.store.read { reading in try SignIn(presenter.book).trialPosts(in: reading) }
            page = door
        }
        let made = page
        return try await presenter.show(request, context, to: .everybody, status: status) { _, _, _ in made }
    }

    private func entered(_ token: String, _ form: Form) -> Response {
        var response = Reply.move(to: Link.own(form["to"]) ?? Link.home)
        response.setCookie(cookie(token, maxAge: nil))
        return response
    }

    /// The cookie ends with the browser; how long the session lasts is the book's to say.
    private func cookie(_ token: String, maxAge: Int?) -> Cookie {
        guard let maxAge else {
            return Cookie(name: Gatekeeper.cookie, value: token, path: "/", secure: presenter.isPublished, httpOnly: true, sameSite: .lax)
        }
        return Cookie(
            name: Gatekeeper.cookie, value: token, maxAge: maxAge, path: "/", secure: presenter.isPublished, httpOnly: true, sameSite: .lax)
    }
}
