import Foundation
import Hummingbird
import Registers
import Storage

/// Tables that are brought into registers: tried, written, or handed back with what is wrong.
struct ImportRoutes {
    private let presenter: Presenter
    /// A large table is read on a thread of its own, so that pages go on meanwhile.
    private let threads = SlowThreads(threads: 1, most: 8)

    init(_ presenter: Presenter) { self.presenter = presenter }

    func add(to router: Router<VisitContext>) {
        let (presenter, threads) = (presenter, threads)
        router.get("/registers/:register/import") { request, context in
            let name = try context.parameters.require("register")
            return try await presenter.show(request, context, to: .everybody) { visit, desk, _ in
                let register = try desk.register(named: name, visit)
                try visit.permission.demandWriting(register)
                return ImportPage(register: register)
            }
        }
        router.post("/registers/:register/import") { request, context in
            try await step(request, context) { form, _, files in
                guard let file = form.files.first else { throw Invalid([.init(fault: Fault(zh: "请先选一个文件。", en: "Choose a file first."))]) }
                return try HeldTable(file, in: files)
            } body: { importing, _ in
                try await threads.run { try importing.dryrun() }
            }
        }
        router.post("/registers/:register/import/run") { request, context in
            try await step(request, context) {
                try HeldTable($0, $1, in: $2)
            } body: { importing, _ in
                try await threads.run { try importing.run(at: .now()) }
            }
        }
        router.post("/registers/:register/import/returned") { request, context in
            let name = try context.parameters.require("register")
            return try await presenter.act(request, context) { visit, desk, form in
                let register = try desk.register(named: name, visit)
                try visit.permission.demandWriting(register)
                guard let files = desk.files else { throw Problem.nowhere }
                let held = try HeldTable(form, visit.guest, in: files)
                let importing = held.importing(into: register, desk, visit.permission, isPartial: true)
                let stem = URL(fileURLWithPath: held.name).deletingPathExtension().lastPathComponent
                return try await TemporaryFile.download(named: "\(stem)-退回.xlsx", type: TemporaryFile.workbook) { path in
                    try importing.fileReturned(to: path, at: .now())
                }
            }
        }
    }

    /// Takes a table, does something with its import, and shows what came of it.
    private func step(
        _ request: Request, _ context: VisitContext, table: @Sendable (Form, Guest, Files) throws -> HeldTable,
        body: @Sendable (Import, Form) async throws -> ImportOutcome
    ) async throws -> Response {
        let name = try context.parameters.require("register")
        return try await presenter.act(request, context) { visit, desk, form in
            let register = try desk.register(named: name, visit)
            try visit.permission.demandWriting(register)
            guard let files = desk.files else { throw Problem.nowhere }
            var (page, status) = (ImportPage(register: register), 200)
            do {
                let held = try table(form, visit.guest, files)
                page.held = held
                let importing = held.importing(into: register, desk, visit.permission, isPartial: form["partial"] != nil)
                let outcome = try await body(importing, form)
                page.outcome = outcome
                if outcome.isStopped { status = 422 }
            } catch let invalid as Invalid {
                page.faults = invalid.items.map { item in Words(zh: item.text(.zh), en: item.text(.en)) }
                status = 422
            }
            let (shown, code) = (page, status)
            return try await presenter.show(request, context, to: .everybody, status: code) { _, _, _ in shown }
        }
    }
}
