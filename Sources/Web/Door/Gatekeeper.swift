import HTTPTypes
import Hummingbird
import Registers
import Storage

/// Finds out who asks, before any page is made, and shows who hasn't signed in to the sign-in page.
struct Gatekeeper: RouterMiddleware {
    let admission: Admission
    let store: Store

    /// The name of the cookie that holds a session.
    static let cookie = "session"

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        switch admission {
        case .everybody(let permission): context.guest = Guest(permission: permission, session: "everybody")
        case .accounts(let accounts):
            if let guest = try await guest(request, accounts) {
                context.guest = guest
            } else if !Gatekeeper.isOpen(request.uri.path) {
                return try Gatekeeper.away(request)
            }
        }
        return try await next(request, context)
    }

    /// What is shown to somebody who hasn't signed in.
    static func isOpen(_ path: String) -> Bool {
        ["/sign-in", "/health"].contains(path) || path.hasPrefix("/assets/") || path.hasPrefix("/welcome/") || path.hasPrefix("/calendar/")
            || path == "/sign-in/trial"
    }

    private static func away(_ request: Request) throws -> Response {
        guard request.method == .get || request.method == .head, !request.uri.path.hasPrefix("/api/") else { throw Problem.notSignedIn }
        let here = request.uri.path + (request.uri.query.map { "?\($0)" } ?? "")
        return Reply.move(to: Link.signIn + (here == Link.home ? "" : Link.query([("to", here)])))
    }

    private func guest(_ request: Request, _ accounts: Accounts) async throws -> Guest? {
        if APIAnswer.isAsked(request), let token = Gatekeeper.bearer(request) { return try await program(token, accounts) }
        guard let token = request.cookies[Gatekeeper.cookie]?.value else { return nil }
        let sessions = Sessions(accounts.book)
        let now = Moment.now()
        guard let found = try await store.read({ reading in try sessions.find(token, at: now, in: reading) }) else { return nil }
        if found.isStale {
            try await store.write(Intent(subject: found.account.name, reason: "", kind: "access", at: now)) { writing in
                try sessions.touch(token, at: now, in: writing)
            }
        }
        return Guest(permission: found.account.permission(accounts.book.catalogue), account: found.account, session: token)
    }

    /// The word that a program shows in place of a session (RFC 6750); nil where it shows none.
    private static func bearer(_ request: Request) -> String? {
        guard let shown = request.headers[.authorization], shown.lowercased().hasPrefix("bearer ") else { return nil }
        return String(shown.dropFirst("bearer ".count)).trimmed
    }

    private func program(_ token: String, _ accounts: Accounts) async throws -> Guest? {
        let (tokens, now) = (AccessTokens(accounts.book), Moment.now())
        guard let found = try await store.read({ reading in try tokens.find(token, at: now, in: reading) }), found.use != .calendar else {
            return nil
        }
        if found.isStale {
            try await store.write(Intent(subject: found.account.name, reason: "", kind: "access", at: now)) { writing in
                try tokens.touch(token, at: now, in: writing)
            }
        }
        let permission = found.account.permission(accounts.book.catalogue, isReadOnly: found.use != .write)
        return Guest(permission: permission, account: found.account, isProgram: true)
    }
}
