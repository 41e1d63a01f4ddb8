import Hummingbird
import Indicators
import Registers
import Reports
import Storage

/// The programs' door: registers and their records, figures, reports and work, as JSON.
struct APIRoutes {
    private let presenter: Presenter

    init(_ presenter: Presenter) { self.presenter = presenter }

    func add(to router: Router<VisitContext>) {
        let presenter = presenter
        router.get("/api/openapi.json") { request, context in
            try await presenter.answer(request, context) { visit, desk, _ in try APIDocument(visit, desk).json() }
        }
        router.get("/api/registers") { request, context in
            try await presenter.answer(request, context) { visit, desk, _ in
                .array(
                    desk.catalogue.registers.filter { visit.permission.sees($0) }
                        .map { RegisterJSON(register: $0, permission: visit.permission).value })
            }
        }
        router.get("/api/registers/:register") { request, context in
            let name = try context.parameters.require("register")
            return try await presenter.answer(request, context) { visit, desk, _ in
                RegisterJSON(register: try desk.register(named: name, visit), permission: visit.permission).value
            }
        }
        RecordsAPI(presenter).add(to: router)
        router.get("/api/work") { request, context in
            try await presenter.answer(request, context) { visit, desk, reading in try WorkJSON.value(visit, desk, reading) }
        }
        router.get("/api/indicators") { request, context in
            try await presenter.answer(request, context, to: .committee) { _, desk, _ in
                .array(
                    desk.indicators.indicators.map { indicator in
                        .of([
                            ("indicator", .string(indicator.id.text)), ("name", RegisterJSON.words(indicator.name)),
                            ("unit", .text(indicator.unit?.symbol)), ("places", .whole(indicator.places)), ("kind", .string(indicator.kind.rawValue)),
                        ])
                    })
            }
        }
        router.get("/api/indicators/:indicator") { request, context in
            let name = try context.parameters.require("indicator")
            return try await presenter.answer(request, context, to: .committee) { visit, desk, reading in
                let indicator = try desk.indicator(named: name)
                let period = try FigurePage.period(visit, max(desk.catalogue.site.since, try desk.latestYear(reading)))
                do {
                    let figure = try desk.figures.figure(
                        indicator.id, period, scope: FigurePage.scope(visit, desk), asOf: desk.asOf(visit, reading), in: reading)
                    return FigureJSON.value(figure, visit)
                } catch let diagnostic as Diagnostic {
                    throw Problem.invalid([diagnostic.message])
                }
            }
        }
        router.get("/api/reports") { request, context in
            try await presenter.answer(request, context, to: .committee) { _, desk, reading in
                .array(
                    try desk.reports.catalogue.reports.map { report in
                        let periods = try ReportReach(desk, reading).periods(of: report)
                        return .of([
                            ("report", .string(report.id.text)), ("title", .string(report.title)), ("rhythm", .string(report.rhythm.rawValue)),
                            ("periods", .array(periods.map { .string($0.description) })),
                        ])
                    })
            }
        }
        router.get("/api/reports/:report/:period") { request, context in
            let (id, written) = (try context.parameters.require("report"), try context.parameters.require("period"))
            guard let period = Period(written) else { throw Problem.nowhere }
            return try await presenter.answer(request, context, to: .committee) { visit, desk, reading in
                let report = try ReportPage.compiled(id, period, visit, desk, reading)
                guard let json = JSON.read(Array(try ReportJSON(report).data())) else { throw Problem.nowhere }
                return json
            }
        }
    }
}
