import Hummingbird
import Registers
import Storage

/// The three officers' pages: accounts, roles, the log; and who may do what, for everybody of the committee.
struct PeopleRoutes {
    private let presenter: Presenter

    init(_ presenter: Presenter) { self.presenter = presenter }

    func add(to router: Router<VisitContext>) {
        let presenter = presenter
        router.get("/permissions") { request, context in
            try await presenter.show(request, context, to: .everybody) { visit, desk, _ in try PermissionsPage(visit, desk) }
        }
        router.get("/permissions/export") { request, context in
            PermissionsFile.response(try presenter.visit(request, context), presenter.desk(context.guest))
        }
        router.get("/people") { request, context in try await presenter.show(request, context, to: .officer) { try PeoplePage($0, $1, $2) } }
        router.post("/people") { request, context in
            try await presenter.act(request, context, to: .officer) { visit, _, form in try await make(request, context, visit, form) }
        }
        router.get("/people/:person") { request, context in
            let id = try PeopleRoutes.id(context)
            return try await presenter.show(request, context, to: .officer) { try PersonPage(id, $0, $1, $2) }
        }
        router.get("/access-log") { request, context in
            try await presenter.show(request, context, to: .officer) { try AccessLogPage($0, $1, $2) }
        }
        router.get("/access-log/export") { request, context in
            try await AccessLogFile.response(presenter.visit(request, context), presenter.desk(context.guest))
        }
        deed("describe", router) { accounts, id, form, permission, writing in
            try accounts.describe(id, title: form["title"] ?? "", email: form["email"], by: permission, in: writing)
        }
        deed("end", router) { accounts, id, _, permission, writing in try accounts.end(id, true, by: permission, in: writing) }
        deed("open", router) { accounts, id, _, permission, writing in try accounts.end(id, false, by: permission, in: writing) }
        deed("unlock", router) { accounts, id, _, permission, writing in try accounts.unlock(id, by: permission, in: writing) }
        deed("roles", router) { accounts, id, form, permission, writing in
            let own = try PeopleRoutes.own(form, accounts, in: writing)
            try accounts.grant(id, roles: Set(form.all("role")), own: own, by: permission, in: writing)
        }
        router.post("/people/:person/link") { request, context in
            let id = try PeopleRoutes.id(context)
            return try await presenter.act(request, context, to: .officer) { visit, _, _ in
                let accounts = Accounts(presenter.book)
                let token = try await presenter.book.store.write(PeopleRoutes.intent(visit)) { writing in
                    try accounts.renew(id, by: visit.permission, in: writing)
                }.value
                return try await shown(id, token, request, context)
            }
        }
    }

    // MARK: the steps

    private static func id(_ context: VisitContext) throws -> Int64 {
        guard let id = Int64(try context.parameters.require("person")), id > 0 else { throw Problem.nowhere }
        return id
    }

    private static func intent(_ visit: Visit) -> Intent {
        Intent(subject: visit.subject, reason: "账号管理", kind: AccessLog.kind, at: .now())
    }

    /// Something that an officer does to an account, and the account's page after it; with what was wrong where it was refused.
    private func deed(
        _ name: String, _ router: Router<VisitContext>,
        _ body: @escaping @Sendable (Accounts, Int64, Form, Permission, Writing) throws -> Void
    ) {
        let presenter = presenter
        router.post("/people/:person/\(name)") { request, context in
            let id = try PeopleRoutes.id(context)
            return try await presenter.act(request, context, to: .officer) { visit, _, form in
                let accounts = Accounts(presenter.book)
                do {
                    try await presenter.book.store.write(PeopleRoutes.intent(visit)) { writing in
                        try body(accounts, id, form, visit.permission, writing)
                    }
                } catch let refused as Refused {
                    return try await presenter.show(request, context, to: .officer, status: 422) { visit, desk, reading in
                        var page = try PersonPage(id, visit, desk, reading)
                        page.refusal = refused.words
                        return page
                    }
                }
                return Reply.move(to: Link.person(id))
            }
        }
    }

    private func make(_ request: Request, _ context: VisitContext, _ visit: Visit, _ form: Form) async throws -> Response {
        let accounts = Accounts(presenter.book)
        do {
            let made = try await presenter.book.store.write(PeopleRoutes.intent(visit)) { writing in
                try accounts.make(
                    name: form["name"] ?? "", title: form["title"] ?? "", email: form["email"], by: visit.permission, in: writing)
            }.value
            guard let made else { throw Problem.badForm }
            return try await shown(made.account.id, made.token, request, context)
        } catch let refused as Refused {
            return try await presenter.show(request, context, to: .officer, status: 422) { visit, desk, reading in
                var page = try PeoplePage(visit, desk, reading)
                page.refusal = refused.words
                page.typed = (form.typed("name"), form.typed("title"), form.typed("email"))
                return page
            }
        }
    }

    /// The page of an account with the link that was just made for it; browsers keep no copy.
    private func shown(_ id: Int64, _ token: String?, _ request: Request, _ context: VisitContext) async throws -> Response {
        let base = presenter.isPublished ? "https://\(presenter.names.published ?? "")" : "http://\(request.head.authority ?? "127.0.0.1")"
        var response = try await presenter.show(request, context, to: .officer) { visit, desk, reading in
            var page = try PersonPage(id, visit, desk, reading)
            page.link = token.map { base + Link.welcome($0) }
            return page
        }
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// The records that lines of a form name: `#3 name`, a name or a code.
    private static func own(_ form: Form, _ accounts: Accounts, in reading: Reading) throws -> [Name: Set<Int64>] {
        var own: [Name: Set<Int64>] = [:]
        for (name, text) in form.under("own.") {
            guard let register = Name(name).flatMap({ accounts.book.catalogue.register($0) }) else { continue }
            for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
                own[register.id, default: []].insert(try accounts.record(String(line), of: register, in: reading))
            }
        }
        return own
    }
}
