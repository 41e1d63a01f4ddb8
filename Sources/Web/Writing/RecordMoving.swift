import Registers
import Storage

/// A step of a record's workflow, from its form to the page of the record after it.
struct RecordMoving: Sendable {
    let register: Register
    let id: Int64
    let move: Move
    let visit: Visit
    let desk: Desk

    init(_ register: Register, _ id: Int64, _ move: String, _ visit: Visit, _ desk: Desk) throws(Problem) {
        guard let found = register.moves.first(where: { $0.id.text == move }) else { throw Problem.nowhere }
        self.move = found
        self.register = register
        self.id = id
        self.visit = visit
        self.desk = desk
    }

    func page(_ reading: Reading) throws -> MovePage {
        MovePage(form: MoveForm(register, try RecordDoing.record(id, register, visit, desk, reading), move))
    }

    func save(_ form: Form) async throws -> Outcome {
        let fields = MoveForm.fields(register, move, visit.permission)
        let (records, register, id, move) = (desk.records(visit), register, id, move)
        // Who may not take the step leaves no file behind.
        let mayTake = try await desk.book.store.read { reading in
            try records.deeds(id, of: register, in: reading).moves.contains(move)
        }
        let (entries, faults) = Attaching(mayTake ? desk.files : nil).entries(form, fields)
        do {
            guard faults.isEmpty else { throw Invalid(faults) }
            let since = try RecordDoing.since(form)
            let committed = try await desk.book.store.write(visit.intent("move", form)) { writing in
                try records.demandUnchanged(id, since: since, of: register, in: writing)
                try records.move(id, by: move, entries.inputs, of: register, in: writing)
            }
            return .done(Link.record(register.id, id) + Link.query([("done", String(committed.change.number))]))
        } catch let invalid as Invalid {
            return again(form, entries, invalid.items)
        } catch let refused as Refused {
            return again(form, entries, [], refused.words)
        } catch let overtaken as Overtaken {
            let by = overtaken.by
            return again(
                form, entries, [],
                Words(
                    zh: "还没有办理：你打开之后，\(by.subject) 在 \(by.day.iso) 改过这条记录（第 \(by.number) 号变更）。请看过它现在的样子，再办理。",
                    en:
                        "Not done yet: after you opened it, \(by.subject) changed this record on \(by.day.iso) (change \(by.number)). Look at it as it is now, then go on."
                ),
                status: 409)
        }
    }

    private func again(
        _ form: Form, _ entries: RecordEntries, _ faults: [Invalid.Item], _ refusal: Words? = nil, status: Int = 422
    ) -> Outcome {
        let (register, id, move) = (register, id, move)
        return .again(status) { visit, desk, reading in
            var shown = MoveForm(register, try RecordDoing.record(id, register, visit, desk, reading), move)
            (shown.entries, shown.faults, shown.opinion) = (entries, faults, form["reason"] ?? "")
            return MovePage(form: shown, refusal: refusal)
        }
    }
}
