import Hummingbird
import Indicators
import Registers
import Storage

/// Reports, their editions and files.
struct ReportRoutes {
    private let presenter: Presenter

    init(_ presenter: Presenter) { self.presenter = presenter }

    func add(to router: Router<VisitContext>) {
        let presenter = presenter
        router.get("/reports") { request, context in try await presenter.show(request, context) { try ReportsPage($0, $1, $2) } }
        router.get("/reports/:report/:period") { request, context in
            let (id, last) = (try context.parameters.require("report"), try context.parameters.require("period"))
            let visit = try presenter.visit(request, context)
            if let file = ReportFile(id, last) {
                try Audience.committee.demand(visit.permission)
                return try await file.response(visit, presenter.desk(context.guest))
            }
            guard let period = Period(last) else { throw Problem.nowhere }
            let (edition, against) = (try ReportRoutes.number("edition", visit), try ReportRoutes.number("against", visit))
            return try await presenter.show(request, context) { visit, desk, reading in
                if let against { return try BlacklinePage(id, period, edition, against: against, visit, desk, reading) }
                if let edition { return try EditionPage(id, period, edition, desk, reading) }
                return try ReportPage(id, period, visit, desk, reading)
            }
        }
        router.get("/reports/:report/:period/confirmations") { request, context in
            let id = try context.parameters.require("report")
            guard let period = Period(try context.parameters.require("period")) else { throw Problem.nowhere }
            return try await presenter.show(request, context) { try ConfirmationsPage(id, period, $0, $1, $2) }
        }
    }

    /// The number of an edition in an address; nil where none is asked for.
    private static func number(_ name: String, _ visit: Visit) throws(Problem) -> Int? {
        guard let written = visit[name] else { return nil }
        guard let number = Int(written), number > 0 else { throw Problem.missing(zh: "没有这一版。", en: "There is no such edition.") }
        return number
    }
}
