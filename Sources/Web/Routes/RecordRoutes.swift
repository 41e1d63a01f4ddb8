import Hummingbird
import Registers
import Storage

/// Registers and their records: to look at and to take away.
struct RecordRoutes {
    private let presenter: Presenter

    init(_ presenter: Presenter) { self.presenter = presenter }

    func add(to router: Router<VisitContext>) {
        let presenter = presenter
        router.get("/registers") { request, context in
            try await presenter.show(request, context, to: .everybody) { try RegistersPage($0, $1, $2) }
        }
        router.get("/registers/:register") { request, context in
            let name = try context.parameters.require("register")
            return try await presenter.show(request, context, to: .everybody) { try ListPage($1.register(named: name, $0), $0, $1, $2) }
        }
        router.get("/registers/:register/export") { request, context in
            try await ExportFile(context.parameters.require("register"), presenter.visit(request, context), presenter.desk(context.guest))
                .response(from: presenter.origin(request, context))
        }
        router.get("/registers/:register/:record") { request, context in
            let name = try context.parameters.require("register")
            let id = try RecordRoutes.id(context)
            return try await presenter.show(request, context, to: .everybody) { try RecordPage($1.register(named: name, $0), id, $0, $1, $2) }
        }
        router.get("/registers/:register/:record/files/:digest") { request, context in
            let (visit, desk) = (try presenter.visit(request, context), presenter.desk(context.guest))
            let register = try desk.register(named: context.parameters.require("register"), visit)
            return try await AttachmentFile(register: register, record: RecordRoutes.id(context), digest: context.parameters.require("digest"))
                .response(visit, desk)
        }
    }

    /// The number of a record in an address.
    static func id(_ context: VisitContext) throws -> Int64 {
        guard let id = Int64(try context.parameters.require("record")), id > 0 else { throw Problem.nowhere }
        return id
    }
}
