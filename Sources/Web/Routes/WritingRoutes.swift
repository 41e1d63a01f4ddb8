import Hummingbird
import Registers
import Storage

/// Registers and their records: to enter, change, move on, void and take back.
struct WritingRoutes {
    private let presenter: Presenter

    init(_ presenter: Presenter) { self.presenter = presenter }

    func add(to router: Router<VisitContext>) {
        let presenter = presenter
        router.get("/registers/:register/new") { request, context in
            try await page(request, context) { try RecordEntering(register: $0, visit: $1, desk: $2).page($3) }
        }
        router.post("/registers/:register/new") { request, context in
            try await deed(request, context) { try await RecordEntering(register: $0, visit: $1, desk: $2).save($3) }
        }
        router.get("/registers/:register/suggest") { request, context in
            let (visit, desk) = (try presenter.visit(request, context), presenter.desk(context.guest))
            return try await Suggesting.response(desk.register(named: context.parameters.require("register"), visit), visit, desk)
        }
        router.get("/registers/:register/:record/edit") { request, context in
            let id = try RecordRoutes.id(context)
            return try await page(request, context) { try RecordChanging(register: $0, id: id, visit: $1, desk: $2).page($3) }
        }
        router.post("/registers/:register/:record/edit") { request, context in
            let id = try RecordRoutes.id(context)
            return try await deed(request, context) { try await RecordChanging(register: $0, id: id, visit: $1, desk: $2).save($3) }
        }
        router.get("/registers/:register/:record/void") { request, context in
            let id = try RecordRoutes.id(context)
            return try await page(request, context) { try RecordVoiding(register: $0, id: id, visit: $1, desk: $2).page($3) }
        }
        router.post("/registers/:register/:record/void") { request, context in
            let id = try RecordRoutes.id(context)
            return try await deed(request, context) { try await RecordVoiding(register: $0, id: id, visit: $1, desk: $2).save($3) }
        }
        router.get("/registers/:register/:record/moves/:move") { request, context in
            let (id, move) = (try RecordRoutes.id(context), try context.parameters.require("move"))
            return try await page(request, context) { try RecordMoving($0, id, move, $1, $2).page($3) }
        }
        router.post("/registers/:register/:record/moves/:move") { request, context in
            let (id, move) = (try RecordRoutes.id(context), try context.parameters.require("move"))
            return try await deed(request, context) { try await RecordMoving($0, id, move, $1, $2).save($3) }
        }
        router.get("/changes/:change/undo") { request, context in
            let number = try WritingRoutes.change(context)
            return try await presenter.show(request, context, to: .everybody) { visit, desk, reading in
                try UndoPage(number, back: Link.inside(visit["back"]), visit, desk, reading)
            }
        }
        router.post("/changes/:change/undo") { request, context in
            let number = try WritingRoutes.change(context)
            return try await presenter.act(request, context) { visit, desk, form in
                let outcome = try await ChangeUndoing(number: number, visit: visit, desk: desk).save(form)
                return try await answer(outcome, request, context)
            }
        }
    }

    // MARK: the steps

    private static func change(_ context: VisitContext) throws -> Int64 {
        guard let number = Int64(try context.parameters.require("change")), number > 0 else { throw Problem.nowhere }
        return number
    }

    /// The form for something in a register.
    private func page(
        _ request: Request, _ context: VisitContext, _ make: @escaping @Sendable (Register, Visit, Desk, Reading) throws -> any Page
    ) async throws -> Response {
        let name = try context.parameters.require("register")
        return try await presenter.show(request, context, to: .everybody) { visit, desk, reading in
            try make(desk.register(named: name, visit), visit, desk, reading)
        }
    }

    /// Something that a form asks to do in a register, and the page after it.
    private func deed(
        _ request: Request, _ context: VisitContext, _ body: @Sendable (Register, Visit, Desk, Form) async throws -> Outcome
    ) async throws -> Response {
        let name = try context.parameters.require("register")
        return try await presenter.act(request, context) { visit, desk, form in
            try await answer(body(desk.register(named: name, visit), visit, desk, form), request, context)
        }
    }

    private func answer(_ outcome: Outcome, _ request: Request, _ context: VisitContext) async throws -> Response {
        switch outcome {
        case .done(let address): return Reply.move(to: address)
        case .again(let status, let make): return try await presenter.show(request, context, to: .everybody, status: status, make)
        }
    }
}

/// What came of a form.
enum Outcome: Sendable {
    /// It is done; the page to go on with.
    case done(String)
    /// Nothing was written; the form again, with what is wrong.
    case again(Int, @Sendable (Visit, Desk, Reading) throws -> any Page)
}
