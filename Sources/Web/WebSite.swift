public import Foundation
import HTTPTypes
import Hummingbird
import Logging
public import Indicators
public import Registers
public import Reports
import Storage

/// The book's windows: pages for reading, on this machine only, until there are accounts.
///
/// Every page is made in one read transaction on a thread of the database's own, so it never shows two states of the book.
public struct WebSite: Sendable {
    private let book: Book
    private let figures: Figures
    private let reports: ReportCatalogue
    private let checks: CheckCatalogue
    private let files: Files?
    private let names = HostNames()

    /// - Parameters:
    ///   - reports: the reports that the site declares; empty where it declares none.
    ///   - checks: the rules of data quality that it declares.
    ///   - filesFolder: where attachments lie; nil where none are handed out.
    public init(book: Book, indicators: IndicatorCatalogue, reports: ReportCatalogue, checks: CheckCatalogue, filesFolder: URL? = nil) {
        self.book = book
        self.reports = reports
        self.checks = checks
        files = filesFolder.map { Files(folder: $0.path) }
        figures = Figures(book, indicators, permission: .reader, published: ReleasedFigures(book))
    }

    /// Serves until the process is asked to end (SIGINT, SIGTERM). `ready` is told the port once the door is open; port 0
    /// takes one that is free.
    public func serve(port: Int, ready: @escaping @Sendable (Int) -> Void) async throws {
        var logger = Logger(label: "yuanbu")
        logger.logLevel = .error
        let names = names
        let application = Application(
            router: router(), configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil),
            onServerRunning: { channel in
                let open = channel.localAddress?.port ?? port
                names.open(port: open)
                ready(open)
            },
            logger: logger)
        try await application.runService()
    }

    /// The site map.
    func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: Doorkeeper(names: names) { problem, language in explained(problem, language) })

        router.get("/") { request, _ in try await show(request) { try HomePage($0, $1, $2) } }
        router.get("/registers") { request, _ in try await show(request) { try RegistersPage($0, $1, $2) } }
        router.get("/registers/:register") { request, context in
            let name = try context.parameters.require("register")
            return try await show(request) { try ListPage($1.register(named: name, $0), $0, $1, $2) }
        }
        router.get("/registers/:register/export") { request, context in
            try await ExportFile(context.parameters.require("register"), visit(request), desk).response()
        }
        router.get("/registers/:register/:record") { request, context in
            let name = try context.parameters.require("register")
            guard let id = Int64(try context.parameters.require("record")), id > 0 else { throw Problem.nowhere }
            return try await show(request) { try RecordPage($1.register(named: name, $0), id, $0, $1, $2) }
        }
        router.get("/registers/:register/:record/files/:digest") { request, context in
            let (visit, desk) = (try visit(request), desk)
            guard let id = Int64(try context.parameters.require("record")) else { throw Problem.nowhere }
            let register = try desk.register(named: context.parameters.require("register"), visit)
            return try await AttachmentFile(register: register, record: id, digest: context.parameters.require("digest")).response(visit, desk)
        }
        router.get("/indicators") { request, _ in try await show(request) { try IndicatorsPage($0, $1, $2) } }
        router.get("/indicators/:indicator") { request, context in
            let name = try context.parameters.require("indicator")
            return try await show(request) { try FigurePage($1.indicator(named: name), $0, $1, $2) }
        }
        // Where the figures of documents point to.
        router.get("/figures/:indicator/:period") { request, context in
            let (name, period) = (try context.parameters.require("indicator"), try Address.decoded(context.parameters.require("period")[...]))
            guard let indicator = Name(name) else { throw Problem.nowhere }
            let pairs = try visit(request).query.map { ($0.name, $0.value) }
            return Reply.move(to: "/indicators/\(indicator.text)" + Link.query([("period", period)] + pairs))
        }
        router.get("/reports") { request, _ in try await show(request) { try ReportsPage($0, $1, $2) } }
        router.get("/reports/:report/:period") { request, context in
            let (id, last) = (try context.parameters.require("report"), try context.parameters.require("period"))
            if let file = ReportFile(id, last) { return try await file.response(visit(request), desk) }
            guard let period = Period(last) else { throw Problem.nowhere }
            let (edition, against) = (try number("edition", request), try number("against", request))
            if let against { return try await show(request) { try BlacklinePage(id, period, edition, against: against, $0, $1, $2) } }
            if let edition { return try await show(request) { try EditionPage(id, period, edition, $1, $2) } }
            return try await show(request) { try ReportPage(id, period, $0, $1, $2) }
        }
        router.get("/reports/:report/:period/confirmations") { request, context in
            let id = try context.parameters.require("report")
            guard let period = Period(try context.parameters.require("period")) else { throw Problem.nowhere }
            return try await show(request) { try ConfirmationsPage(id, period, $0, $1, $2) }
        }
        router.get("/promises") { request, _ in try await show(request) { try PromisesPage($0, $1, $2) } }
        router.get("/checks") { request, _ in try await show(request) { try ChecksPage($0, $1, $2) } }
        router.get("/permissions") { request, _ in try await show(request) { visit, desk, _ in try PermissionsPage(visit, desk) } }
        router.get("/permissions/export") { request, _ in PermissionsFile.response(try visit(request), desk) }
        router.get("/reconcile") { request, _ in try await show(request) { try ReconcilePage($0, $1, $2) } }
        router.get("/search") { request, _ in try await show(request) { try SearchPage($0, $1, $2) } }
        router.get("/assets/:name") { request, context in try Assets.answer(context.parameters.require("name"), to: request) }
        return router
    }

    // MARK: how a page is made

    private var desk: Desk {
        let today = Moment.now().day(offset: book.store.offset) ?? .first
        return Desk(
            book: book, figures: figures, reports: Drafts(figures, reports), checks: Checks(figures, checks), files: files, today: today)
    }

    private func visit(_ request: Request) throws(Problem) -> Visit { try Visit(request, permission: .reader) }

    /// The number of an edition in an address; nil where none is asked for.
    private func number(_ name: String, _ request: Request) throws(Problem) -> Int? {
        guard let written = try visit(request)[name] else { return nil }
        guard let number = Int(written), number > 0 else { throw Problem.missing(zh: "没有这一版。", en: "There is no such edition.") }
        return number
    }

    private func show<P: Page>(_ request: Request, _ make: @escaping @Sendable (Visit, Desk, Reading) throws -> P) async throws -> Response {
        let (visit, desk) = (try visit(request), desk)
        let html = try await book.store.read { reading in
            Frame(catalogue: desk.catalogue, visit: visit).around(try make(visit, desk, reading))
        }
        var response = Reply.page(html, language: visit.language)
        if let chosen = Visit.chosenLanguage(request) {
            response.setCookie(
                Cookie(name: Visit.languageCookie, value: chosen.rawValue, maxAge: 31_536_000, path: "/", httpOnly: true, sameSite: .lax))
        }
        return response
    }

    private func explained(_ problem: Problem, _ language: Language) -> Response {
        let visit = Visit(language: language, permission: .reader, path: "", query: [])
        let html = Frame(catalogue: book.catalogue, visit: visit).around(ProblemPage(problem: problem))
        return Reply.page(html, status: problem.kind.rawValue, language: language)
    }
}
