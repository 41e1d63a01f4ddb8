import Hummingbird
import Registers
import Storage

/// What everybody may do with the own account: another password, a second factor, ending sessions.
struct OwnAccount {
    private let presenter: Presenter

    init(_ presenter: Presenter) { self.presenter = presenter }

    func add(to router: Router<VisitContext>) {
        let presenter = presenter
        router.get("/me") { request, context in try await presenter.show(request, context, to: .everybody) { try MePage($0, $1, $2) } }
        router.post("/me/password") { request, context in
            try await presenter.act(request, context) { visit, _, form in try await password(request, context, visit, form) }
        }
        router.post("/me/factor") { request, context in
            try await presenter.act(request, context) { visit, _, form in
                let account = try known(visit)
                guard let code = TimedCode(base32: form.typed("secret")) else { throw Problem.badForm }
                return try await attempt(request, context, done: "factor", code: code) {
                    try SecondFactor(presenter.book).set(
                        code, typed: form.typed("code"), account, from: presenter.origin(request, context), at: .now())
                }
            }
        }
        router.post("/me/factor/clear") { request, context in
            try await presenter.act(request, context) { visit, _, form in
                let account = try known(visit)
                // A second factor is guessed by trying too: it counts like a sign-in.
                guard presenter.limits.name.admit(account.name, at: .now()) else { throw Problem.tooMany }
                return try await attempt(request, context, done: "factor") {
                    try SecondFactor(presenter.book).clear(
                        typed: form.typed("code"), account, from: presenter.origin(request, context), at: .now())
                }
            }
        }
        router.post("/me/tokens") { request, context in
            try await presenter.act(request, context) { visit, _, form in try await token(request, context, visit, form) }
        }
        router.post("/me/tokens/end") { request, context in
            try await presenter.act(request, context) { visit, _, form in
                try AccessTokens(presenter.book).end(
                    mark: form.typed("mark"), of: known(visit), from: presenter.origin(request, context), at: .now())
                return Reply.move(to: Link.me + "?done=token")
            }
        }
        router.post("/me/sessions/end") { request, context in
            try await presenter.act(request, context) { visit, _, form in
                try Sessions(presenter.book).end(
                    mark: form.typed("mark"), of: known(visit), from: presenter.origin(request, context), at: .now())
                return Reply.move(to: Link.me + "?done=session")
            }
        }
    }

    private func known(_ visit: Visit) throws -> Account {
        guard let account = visit.guest.account else { throw Problem.notSignedIn }
        return account
    }

    private func password(_ request: Request, _ context: VisitContext, _ visit: Visit, _ form: Form) async throws -> Response {
        let (account, book) = (try known(visit), presenter.book)
        guard presenter.limits.name.admit(account.name, at: .now()) else { throw Problem.tooMany }
        let (former, plain) = (form.typed("former"), form.typed("password"))
        var faults = Passwords(book).faults(plain, account)
        if plain != form.typed("again") { faults.append(PasswordBoxes.differ) }
        let kept = try await book.store.read { reading in try Passwords(book).kept(account, in: reading) } ?? ""
        let matches = try await presenter.slow.run { try Password(stored: kept)?.matches(former) ?? false }
        if !matches { faults.insert(Words(zh: "现在的密码不对。", en: "The present password is wrong."), at: 0) }
        let found = faults
        guard found.isEmpty else {
            return try await presenter.show(request, context, to: .everybody, status: 422) { try MePage($0, $1, $2, faults: found) }
        }
        let password = try await presenter.slow.run { try Password(plain) }
        try Passwords(book).change(
            account, over: kept, to: password, keeping: visit.guest.session, from: presenter.origin(request, context), at: .now())
        return Reply.move(to: Link.me + "?done=password")
    }

    /// A token that is made is shown on the page that answers, and never again.
    private func token(_ request: Request, _ context: VisitContext, _ visit: Visit, _ form: Form) async throws -> Response {
        guard let use = AccessToken.Use(rawValue: form.typed("use")), let days = Int(form.typed("days")) else { throw Problem.badForm }
        let (account, tokens) = (try known(visit), AccessTokens(presenter.book))
        let site = "\(presenter.isPublished ? "https" : "http")://\(request.head.authority ?? "")"
        do {
            let made = try tokens.issue(
                account, named: form.typed("name"), for: use, days: days, from: presenter.origin(request, context), at: .now())
            return try await presenter.show(request, context, to: .everybody) {
                var page = try MePage($0, $1, $2)
                (page.tokens.made, page.tokens.site) = ((made, use), site)
                return page
            }
        } catch let refused as Refused {
            return try await presenter.show(request, context, to: .everybody, status: 422) { try MePage($0, $1, $2, faults: [refused.words]) }
        }
    }

    private func attempt(
        _ request: Request, _ context: VisitContext, done: String, code: TimedCode? = nil, _ body: () throws -> Void
    ) async throws -> Response {
        do { try body() } catch let refused as Refused {
            return try await presenter.show(request, context, to: .everybody, status: 422) {
                try MePage($0, $1, $2, code: code, faults: [refused.words])
            }
        }
        return Reply.move(to: Link.me + Link.query([("done", done)]))
    }
}
