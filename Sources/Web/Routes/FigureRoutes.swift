import Hummingbird
import Registers
import Storage

/// The first page, indicators, checks and what else is made of figures.
struct FigureRoutes {
    private let presenter: Presenter

    init(_ presenter: Presenter) { self.presenter = presenter }

    func add(to router: Router<VisitContext>) {
        let presenter = presenter
        router.get("/") { request, context in
            if let room = FigureRoutes.ownRoom(context.guest.permission) { return Reply.move(to: room) }
            return try await presenter.show(request, context) { try HomePage($0, $1, $2) }
        }
        router.get("/indicators") { request, context in try await presenter.show(request, context) { try IndicatorsPage($0, $1, $2) } }
        router.get("/indicators/:indicator") { request, context in
            let name = try context.parameters.require("indicator")
            return try await presenter.show(request, context) { try FigurePage($1.indicator(named: name), $0, $1, $2) }
        }
        // Where the figures of documents point to.
        router.get("/figures/:indicator/:period") { request, context in
            let (name, period) = (try context.parameters.require("indicator"), try Address.decoded(context.parameters.require("period")[...]))
            guard let indicator = Name(name) else { throw Problem.nowhere }
            let pairs = try presenter.visit(request, context).query.map { ($0.name, $0.value) }
            return Reply.move(to: "/indicators/\(indicator.text)" + Link.query([("period", period)] + pairs))
        }
        router.get("/promises") { request, context in try await presenter.show(request, context) { try PromisesPage($0, $1, $2) } }
        router.get("/checks") { request, context in try await presenter.show(request, context) { try ChecksPage($0, $1, $2) } }
        router.get("/reconcile") { request, context in try await presenter.show(request, context) { try ReconcilePage($0, $1, $2) } }
        router.get("/search") { request, context in try await presenter.show(request, context, to: .everybody) { try SearchPage($0, $1, $2) } }
    }

    /// Where somebody begins who has no business with the park's figures.
    private static func ownRoom(_ permission: Permission) -> String? {
        switch permission.office {
        case .audit?: Link.accessLog
        case .system?, .security?: Link.people
        case nil: permission.isOfCommittee ? nil : Link.work
        }
    }
}
