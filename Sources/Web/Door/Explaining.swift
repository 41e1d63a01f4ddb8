import Hummingbird
import Registers
import Storage

/// Says what went wrong inside the frame of whoever asked; what goes wrong before anybody is known is the doorkeeper's.
///
/// What an account was refused stands in the access log.
struct Explaining: RouterMiddleware {
    let presenter: Presenter
    /// Somebody who tries everything fills no log.
    private let limit = TryLimit(most: 20, minutes: 10)

    init(presenter: Presenter) { self.presenter = presenter }

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch {
            let problem = Problem(error)
            if problem.kind == .forbidden, let account = context.guest.account, limit.admit(account.name, at: .now()) {
                let path = String(request.uri.path.prefix(200))
                try AccessLog.write(
                    account.name, .refused, Words(zh: "\(path)：\(problem.words.zh)", en: "\(path): \(problem.words.en)"),
                    from: presenter.origin(request, context), at: .now(), to: presenter.book.store)
            }
            return presenter.explained(problem, request, context.guest)
        }
    }
}
