import Registers
import Storage

/// Takes a change back, as a change of its own.
struct ChangeUndoing: Sendable {
    let number: Int64
    let visit: Visit
    let desk: Desk

    func save(_ form: Form) async throws -> Outcome {
        let (history, number) = (History(desk.book, visit.permission), number)
        let back = Link.inside(form["back"])
        do {
            let intent = Intent(subject: visit.subject, reason: "撤销第 \(number) 号变更", kind: "undo", at: .now())
            let committed = try await desk.book.store.write(intent) { writing in try history.undo(number, in: writing) }
            return .done(back + (back.contains("?") ? "" : Link.query([("done", String(committed.change.number))])))
        } catch let refused as Refused {
            return .again(422) { visit, desk, reading in
                var page = try UndoPage(number, back: back, visit, desk, reading)
                page.refusal = page.plan.obstacles.isEmpty ? refused.words : nil
                return page
            }
        }
    }
}
