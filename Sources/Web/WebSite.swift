public import Foundation
import HTTPTypes
import Hummingbird
import Logging
public import Indicators
public import Registers
public import Reports
import Storage

/// The book's windows: pages and deeds, on this machine's loopback; a proxy of the park opens it to others.
public struct WebSite: Sendable {
    private let presenter: Presenter

    /// - Parameters:
    ///   - reports: the reports that the site declares; empty where it declares none.
    ///   - checks: the rules of data quality that it declares.
    ///   - admission: who is let in.
    ///   - published: the name under which the park's proxy serves it (`book.park.gov.cn`); nil where it is only open on this machine.
    ///   - filesFolder: where attachments lie; nil where none are handed out.
    public init(
        book: Book, indicators: IndicatorCatalogue, reports: ReportCatalogue, checks: CheckCatalogue, admission: Admission,
        published: String? = nil, filesFolder: URL? = nil
    ) {
        presenter = Presenter(
            book: book, figures: Figures(book, indicators, permission: .reader, published: ReleasedFigures(book)), reports: reports,
            checks: checks, files: filesFolder.map { Files(folder: $0.path) }, names: HostNames(published: published), admission: admission)
    }

    /// Serves until the process is asked to end (SIGINT, SIGTERM). `ready` is told the port once the door is open; port 0
    /// takes one that is free.
    public func serve(port: Int, ready: @escaping @Sendable (Int) -> Void) async throws {
        var logger = Logger(label: "yuanbu")
        logger.logLevel = .error
        let names = presenter.names
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
    func router() -> Router<VisitContext> {
        let router = Router(context: VisitContext.self, options: .autoGenerateHeadEndpoints)
        let presenter = presenter
        router.add(middleware: Doorkeeper(names: presenter.names) { problem, request in presenter.explained(problem, request, .nobody) })
        router.add(middleware: Gatekeeper(admission: presenter.admission, store: presenter.book.store))
        router.add(middleware: Explaining(presenter: presenter))
        router.get("/assets/:name") { request, context in try Assets.answer(context.parameters.require("name"), to: request) }
        HealthRoute(presenter).add(to: router)
        DoorRoutes(presenter).add(to: router)
        PeopleRoutes(presenter).add(to: router)
        WorkRoutes(presenter).add(to: router)
        APIRoutes(presenter).add(to: router)
        RecordRoutes(presenter).add(to: router)
        WritingRoutes(presenter).add(to: router)
        ImportRoutes(presenter).add(to: router)
        FigureRoutes(presenter).add(to: router)
        ReportRoutes(presenter).add(to: router)
        return router
    }
}
