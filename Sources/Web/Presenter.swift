import Foundation
import Hummingbird
import Indicators
import Registers
import Reports
import Storage

/// How a request becomes a page, or a deed and the page after it.
///
/// Every page is made in one read transaction on a thread of the database's own, so it never shows two states of the book.
struct Presenter: Sendable {
    let book: Book
    let figures: Figures
    let reports: ReportCatalogue
    let checks: CheckCatalogue
    let files: Files?
    let names: HostNames
    let admission: Admission
    let limits = (address: TryLimit(most: 30, minutes: 5), name: TryLimit(most: 10, minutes: 5))
    let slow = SlowThreads()

    /// Whether the book is served to others through the park's proxy, which speaks TLS.
    var isPublished: Bool { names.published != nil }

    /// What the pages of a guest are made from. Texts of reports are compiled as the book's reader, so that everybody reads the same.
    func desk(_ guest: Guest) -> Desk {
        let seen = figures.seen(by: guest.permission)
        let today = Moment.now().day(offset: book.store.offset) ?? .first
        return Desk(
            book: book, figures: seen, reports: Drafts(figures, reports), checks: Checks(seen, checks), files: files, today: today)
    }

    func visit(_ request: Request, _ context: VisitContext) throws(Problem) -> Visit { try Visit(request, guest: context.guest) }

    /// Where a request comes from, for the log.
    func origin(_ request: Request, _ context: VisitContext) -> String { Origin.address(request, context, isBehindProxy: isPublished) }

    /// Answers with a page.
    func show(
        _ request: Request, _ context: VisitContext, to audience: Audience = .committee, status: Int = 200,
        _ make: @escaping @Sendable (Visit, Desk, Reading) throws -> any Page
    ) async throws -> Response {
        let visit = try visit(request, context)
        try audience.demand(visit.permission)
        let desk = desk(context.guest)
        let html = try await book.store.read { reading in
            Frame(catalogue: desk.catalogue, visit: visit).around(try make(visit, desk, reading))
        }
        return reply(html, visit, request, status: status)
    }

    /// Does what a form asks for, and answers with where to go on.
    func act(
        _ request: Request, _ context: VisitContext, to audience: Audience = .everybody,
        _ make: @Sendable (Visit, Desk, Form) async throws -> Response
    ) async throws -> Response {
        let visit = try visit(request, context)
        try audience.demand(visit.permission)
        let form = try await FormReader.form(request, context.guest, names: names)
        return try await make(visit, desk(context.guest), form)
    }

    /// A page in the language of the visit, which is remembered where the address chose it.
    func reply(_ html: HTML, _ visit: Visit, _ request: Request, status: Int = 200) -> Response {
        var response = Reply.page(html, status: status, language: visit.language)
        if let chosen = Visit.chosenLanguage(request) {
            response.setCookie(
                Cookie(
                    name: Visit.languageCookie, value: chosen.rawValue, maxAge: 31_536_000, path: "/", secure: isPublished, httpOnly: true,
                    sameSite: .lax))
        }
        return response
    }

    /// The page that says what went wrong; for a program, the same as JSON.
    func explained(_ problem: Problem, _ request: Request, _ guest: Guest) -> Response {
        let visit = Visit(language: Visit.language(of: request), guest: guest, path: "", query: [])
        if APIAnswer.isAsked(request) { return APIAnswer.problem(problem, visit.language) }
        let html = Frame(catalogue: book.catalogue, visit: visit).around(ProblemPage(problem: problem))
        return Reply.page(html, status: problem.kind.rawValue, language: visit.language)
    }
}
