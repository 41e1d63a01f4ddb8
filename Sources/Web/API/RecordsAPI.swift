import HTTPTypes
import Hummingbird
import Registers
import Storage

/// The records of a register for programs: listed, read, entered, changed, moved on and voided by the same doors as the pages.
struct RecordsAPI: Sendable {
    private let presenter: Presenter

    init(_ presenter: Presenter) { self.presenter = presenter }

    func add(to router: Router<VisitContext>) {
        let presenter = presenter
        router.get("/api/registers/:register/records") { request, context in
            let name = try context.parameters.require("register")
            return try await presenter.answer(request, context) { visit, desk, reading in
                try RecordsListing(register: desk.register(named: name, visit), visit: visit, desk: desk).json(reading)
            }
        }
        router.post("/api/registers/:register/records") { request, context in try await create(request, context) }
        router.get("/api/registers/:register/records/:record") { request, context in
            let (name, id) = (try context.parameters.require("register"), try RecordRoutes.id(context))
            let visit = try presenter.visit(request, context)
            let desk = presenter.desk(context.guest)
            let register = try desk.register(named: name, visit)
            let record = try await desk.book.store.read { reading in
                guard let found = try desk.records(visit).record(id, of: register, asOf: desk.asOf(visit, reading), in: reading) else {
                    throw RecordsAPI.missing(id, register)
                }
                return found
            }
            return RecordsAPI.told(record, register, desk)
        }
        router.get("/api/registers/:register/records/:record/history") { request, context in
            let (name, id) = (try context.parameters.require("register"), try RecordRoutes.id(context))
            return try await presenter.answer(request, context) { visit, desk, reading in
                let register = try desk.register(named: name, visit)
                let versions = try History(desk.book, visit.permission).versions(of: id, in: register, reading)
                guard !versions.isEmpty else { throw RecordsAPI.missing(id, register) }
                let records = RecordJSON(register: register, offset: desk.catalogue.site.offset)
                return .array(
                    versions.map { version in
                        .of([
                            ("change", ChangeJSON.value(version.change, desk)), ("record", records.value(version.record)),
                            ("sentences", .array(version.sentences.map { .string(visit($0)) })),
                        ])
                    })
            }
        }
        router.patch("/api/registers/:register/records/:record") { request, context in
            try await deed(request, context, "edit") { records, id, register, inputs, writing in
                try records.edit(id, inputs, of: register, in: writing)
            }
        }
        router.post("/api/registers/:register/records/:record/moves/:move") { request, context in
            let name = try context.parameters.require("move")
            return try await deed(request, context, "move") { records, id, register, inputs, writing in
                guard let move = register.moves.first(where: { $0.id.text == name }) else { throw Problem.nowhere }
                try records.move(id, by: move, inputs, of: register, in: writing)
            }
        }
        router.post("/api/registers/:register/records/:record/void") { request, context in
            try await deed(request, context, "void") { records, id, register, inputs, writing in
                guard inputs.isEmpty, !writing.intent.reason.isEmpty else { throw Problem.voidsForAReason }
                try records.void(id, of: register, in: writing)
            }
        }
    }

    // MARK: the steps

    private func create(_ request: Request, _ context: VisitContext) async throws -> Response {
        let (visit, desk) = (try presenter.visit(request, context), presenter.desk(context.guest))
        let register = try desk.register(named: context.parameters.require("register"), visit)
        let body = try await presenter.sent(request, context)
        let inputs = try RecordsAPI.inputs(body, register, visit, desk)
        let records = desk.records(visit)
        let committed = try await RecordsAPI.fitting {
            try await desk.book.store.write(body.intent("edit", visit)) { writing in try records.add(inputs, to: register, in: writing) }
        }
        let history = History(desk.book, visit.permission)
        let found = try await desk.book.store.read { reading in
            // The same wish came twice: the first time entered it.
            let id =
                try committed.value
                ?? history.written(by: committed.change.number, limit: 1, reading).first { $0.record.register == register.id }?.record.id
            return try id.flatMap { try records.record($0, of: register, in: reading) }
        }
        guard let record = found else { throw Problem.usedKey }
        var response = RecordsAPI.told(record, register, desk, status: 201)
        response.headers[.location] = "\(APIAnswer.root)/registers/\(register.id.text)/records/\(record.id)"
        return response
    }

    /// Something that is done to a record, and the record after it.
    private func deed(
        _ request: Request, _ context: VisitContext, _ kind: String,
        _ body: @escaping @Sendable (Records, Int64, Register, [Name: Input], Writing) throws -> Void
    ) async throws -> Response {
        let (visit, desk) = (try presenter.visit(request, context), presenter.desk(context.guest))
        let register = try desk.register(named: context.parameters.require("register"), visit)
        let id = try RecordRoutes.id(context)
        let sent = try await presenter.sent(request, context)
        let inputs = try RecordsAPI.inputs(sent, register, visit, desk)
        let (records, since) = (desk.records(visit), try RecordsAPI.since(request))
        guard try await desk.book.store.read({ reading in try records.record(id, of: register, in: reading) }) != nil else {
            throw RecordsAPI.missing(id, register)
        }
        do {
            _ = try await RecordsAPI.fitting {
                try await desk.book.store.write(sent.intent(kind, visit)) { writing in
                    if let since { try records.demandUnchanged(id, since: since, of: register, in: writing) }
                    try body(records, id, register, inputs, writing)
                }
            }
        } catch let overtaken as Overtaken {
            throw Problem.overtaken(by: overtaken.by)
        }
        guard let record = try await desk.book.store.read({ reading in try records.record(id, of: register, in: reading) }) else {
            throw RecordsAPI.missing(id, register)
        }
        return RecordsAPI.told(record, register, desk)
    }

    private static func inputs(_ body: APIBody, _ register: Register, _ visit: Visit, _ desk: Desk) throws -> [Name: Input] {
        do throws(Invalid) {
            return try RecordInput(register: register, permission: visit.permission, offset: desk.catalogue.site.offset).inputs(body.fields)
        } catch {
            throw Problem.unfit(error)
        }
    }

    private static func fitting<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let invalid as Invalid { throw Problem.unfit(invalid) }
    }

    /// The change at which the program saw the record, as `If-Match` has it; nil where it doesn't say.
    private static func since(_ request: Request) throws(Problem) -> Int64? {
        guard let tag = request.headers[.ifMatch], tag != "*" else { return nil }
        guard let since = Int64(tag.trimmingPrefix("W/").filter { $0 != "\"" }) else { throw Problem.overtaken(by: nil) }
        return since
    }

    private static func told(_ record: Record, _ register: Register, _ desk: Desk, status: Int = 200) -> Response {
        var response = APIAnswer.json(RecordJSON(register: register, offset: desk.catalogue.site.offset).value(record), status: status)
        response.headers[.eTag] = "\"\(record.since)\""
        return response
    }

    static func missing(_ id: Int64, _ register: Register) -> Problem {
        Problem.missing(zh: "“\(register.name.zh)”里没有第 \(id) 号记录。", en: "There is no record \(id) in “\(register.name.en)”.")
    }
}

extension Problem {
    static let voidsForAReason = Problem(
        kind: .unprocessable, title: Words(zh: "没有作废", en: "Not voided"),
        words: Words(zh: "作废要写 reason，不带 fields。", en: "To void, say a `reason`, and send no `fields`."))

    static let usedKey = Problem(
        kind: .conflict, title: Words(zh: "Idempotency-Key 用过了", en: "The Idempotency-Key was used"),
        words: Words(
            zh: "这个 Idempotency-Key 已用在别的写入上，没有保存。请换一个。", en: "This Idempotency-Key was used for something else; nothing was saved. Use another."))

    static func overtaken(by change: Change?) -> Problem {
        Problem(
            kind: .preconditionFailed, title: Words(zh: "记录已被改过", en: "The record has changed"),
            words: Words(
                zh: "If-Match 与记录现在的样子不符\(change.map { "（第 \($0.number) 号变更）" } ?? "")，没有保存。请重新读取后再提交。",
                en:
                    "If-Match doesn't fit the record as it is now\(change.map { " (change \($0.number))" } ?? ""); nothing was saved. Read it again first."
            ))
    }
}
