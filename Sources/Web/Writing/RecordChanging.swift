import Registers
import Storage

/// A change of a record, from the filled form to the page of what it became; both versions where two people change it.
struct RecordChanging: Sendable {
    let register: Register
    let id: Int64
    let visit: Visit
    let desk: Desk

    private var fields: [Field] { RecordEntries.fields(register, visit.permission) }

    /// The form with the record in it.
    func page(_ reading: Reading) throws -> EditPage {
        let record = try RecordDoing.record(id, register, visit, desk, reading)
        guard try desk.records(visit).deeds(id, of: register, in: reading).edits else { throw try refusal(record) }
        return EditPage(register: register, record: record, form: RecordForm(fields: fields, entries: RecordEntries(record, fields)))
    }

    /// Why it can't be changed, by the rule that would refuse it.
    private func refusal(_ record: Record) throws -> Refused {
        try visit.permission.demandWriting(register)
        return Refused(
            zh: record.isVoid ? "这条记录已作废，不能修改。" : "这条记录已办结或不归你管，不能直接修改；能办理的动作在它的页面上。",
            en: record.isVoid
                ? "This record was voided and can't be changed." : "This record is finished or not yours to change; its page shows what you can do.")
    }

    /// Changes it.
    func save(_ form: Form) async throws -> Outcome {
        try visit.permission.demandWriting(register)
        let fields = fields
        let (entries, faults) = Attaching(desk.files).entries(form, fields)
        do {
            guard faults.isEmpty else { throw Invalid(faults) }
            let (records, register, id) = (desk.records(visit), register, id)
            let since = try RecordDoing.since(form)
            let committed = try await desk.book.store.write(visit.intent("edit", form)) { writing in
                try records.demandUnchanged(id, since: since, of: register, in: writing)
                return try records.edit(id, entries.inputs, of: register, in: writing)
            }
            let hasDone = committed.value == true
            return .done(Link.record(register.id, id) + (hasDone ? Link.query([("done", String(committed.change.number))]) : ""))
        } catch let invalid as Invalid {
            return again(form, entries, invalid.items)
        } catch let refused as Refused {
            return again(form, entries, [], refused.words)
        } catch let overtaken as Overtaken {
            return merged(form, entries, overtaken)
        }
    }

    /// The form again over the record as the form knew it.
    private func again(_ form: Form, _ entries: RecordEntries, _ faults: [Invalid.Item], _ refusal: Words? = nil) -> Outcome {
        let (register, id, fields) = (register, id, fields)
        return .again(422) { visit, desk, reading in
            let now = try RecordDoing.record(id, register, visit, desk, reading)
            let seen = try desk.records(visit).record(id, of: register, asOf: RecordDoing.since(form), in: reading) ?? now
            var page = EditPage(register: register, record: seen, form: RecordForm(fields: fields, entries: entries, faults: faults))
            (page.refusal, page.reason) = (refusal, form["reason"] ?? "")
            return page
        }
    }

    /// The form over the record as it stands now: what only the other changed is taken over, what both changed stands twice.
    private func merged(_ form: Form, _ entries: RecordEntries, _ overtaken: Overtaken) -> Outcome {
        let (register, id, fields) = (register, id, fields)
        return .again(409) { visit, desk, reading in
            let base = try desk.records(visit).record(id, of: register, asOf: RecordDoing.since(form), in: reading)
            let (then, now) = (base.map { RecordEntries($0, fields) }, RecordEntries(overtaken.record, fields))
            var (merged, theirs): (RecordEntries, [Name: String]) = (entries, [:])
            for field in fields {
                let mine = RecordEntries.plain(entries[field])
                let (old, new) = (then.map { RecordEntries.plain($0[field]) }, RecordEntries.plain(now[field]))
                if mine == new || old == new { continue }
                if mine == old {
                    merged.put(now[field], into: field)
                } else {
                    theirs[field.id] = overtaken.record.text(field, visit.language)
                }
            }
            var page = EditPage(
                register: register, record: overtaken.record, form: RecordForm(fields: fields, entries: merged, theirs: theirs))
            (page.overtaken, page.reason) = (overtaken.by, form["reason"] ?? "")
            return page
        }
    }
}
