import Registers
import Storage

/// The voiding of a record, which asks why.
struct RecordVoiding: Sendable {
    let register: Register
    let id: Int64
    let visit: Visit
    let desk: Desk

    func page(_ reading: Reading) throws -> VoidPage {
        try visit.permission.demandWriting(register)
        return VoidPage(register: register, record: try RecordDoing.record(id, register, visit, desk, reading))
    }

    func save(_ form: Form) async throws -> Outcome {
        let (records, register, id) = (desk.records(visit), register, id)
        do {
            guard form["reason"] != nil else { throw Refused(zh: "请写明为什么作废。", en: "Say why it is voided.") }
            let since = try RecordDoing.since(form)
            let committed = try await desk.book.store.write(visit.intent("void", form)) { writing in
                try records.demandUnchanged(id, since: since, of: register, in: writing)
                try records.void(id, of: register, in: writing)
            }
            return .done(Link.record(register.id, id) + Link.query([("done", String(committed.change.number))]))
        } catch let refused as Refused {
            return again(form, 422, refused.words)
        } catch let overtaken as Overtaken {
            let by = overtaken.by
            return again(
                form, 409,
                Words(
                    zh: "还没有作废：\(by.subject) 在 \(by.day.iso) 改过它（第 \(by.number) 号变更）。请看过再决定。",
                    en: "Not voided yet: \(by.subject) changed it on \(by.day.iso) (change \(by.number)). Look at it, then decide."))
        }
    }

    private func again(_ form: Form, _ status: Int, _ refusal: Words) -> Outcome {
        let (register, id) = (register, id)
        return .again(status) { visit, desk, reading in
            let record = try RecordDoing.record(id, register, visit, desk, reading)
            return VoidPage(register: register, record: record, reason: form["reason"] ?? "", refusal: refusal)
        }
    }
}
