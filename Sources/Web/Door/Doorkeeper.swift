import HTTPTypes
import Hummingbird
import Storage

/// Stands before every page: sees that it is asked for by its own name, says what went wrong in plain words, and sets what
/// browsers have to know about every answer.
struct Doorkeeper: RouterMiddleware {
    let names: HostNames
    /// Draws the page that says what went wrong.
    let explain: @Sendable (Problem, Request) -> Response

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            guard names.admit(request.head.authority) else {
                throw Problem(
                    kind: .misdirected, title: Words(zh: "地址有误", en: "The address is wrong"),
                    words: Words(zh: "请用 http://127.0.0.1 打开本系统。", en: "Open this book at http://127.0.0.1."))
            }
            response = try await next(request, context)
        } catch {
            response = explain(Problem(error), request)
        }
        for (name, value) in Doorkeeper.headers where response.headers[name] == nil { response.headers[name] = value }
        return response
    }

    /// No script or style may stand in a page, nothing comes from elsewhere, and no other site may frame a page.
    private static var headers: [(HTTPField.Name, String)] {
        let named: [(String, String)] = [
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            ),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("X-Frame-Options", "DENY"),
        ]
        return named.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }
}
