import Registers
import Storage

/// A new record, from the empty form to the page of what was entered.
struct RecordEntering: Sendable {
    let register: Register
    let visit: Visit
    let desk: Desk

    private var fields: [Field] { RecordEntries.fields(register, visit.permission) }

    /// The empty form; what the address gives stands in it already.
    func page(_ reading: Reading) throws -> EditPage {
        try visit.permission.demandWriting(register)
        var entries = RecordEntries(register)
        for field in fields {
            guard let given = visit[field.id.text] else { continue }
            if let target = field.kind.target.flatMap({ desk.catalogue.register($0) }) {
                guard let id = Int64(given.hasPrefix("#") ? String(given.dropFirst()) : given) else { continue }
                if let record = try desk.records(visit).record(id, of: target, in: reading), !record.isVoid {
                    entries.put(.init(id: record.id, title: record.title), into: field)
                }
            } else if !(field.kind is RowsField || field.kind is FileField) {
                entries.put(given, into: field)
            }
        }
        return EditPage(register: register, record: nil, form: RecordForm(fields: fields, entries: entries, later: RecordForm.later(register)))
    }

    /// Enters it.
    func save(_ form: Form) async throws -> Outcome {
        try visit.permission.demandWriting(register)
        let fields = fields
        let (entries, faults) = Attaching(desk.files).entries(form, fields)
        do {
            guard faults.isEmpty else { throw Invalid(faults) }
            let (records, register) = (desk.records(visit), register)
            let committed = try await desk.book.store.write(visit.intent("edit", form)) { writing in
                try records.add(entries.inputs, to: register, in: writing)
            }
            return .done(try await address(committed.value, committed.change))
        } catch let invalid as Invalid {
            return again(form, entries, invalid.items)
        } catch let refused as Refused {
            return again(form, entries, [], refused.words)
        }
    }

    private func address(_ id: Int64?, _ change: Change) async throws -> String {
        if let id { return Link.record(register.id, id) + Link.query([("done", String(change.number))]) }
        // The same wish came twice: the first time entered it.
        let (history, name) = (History(desk.book, visit.permission), register.id)
        let found = try await desk.book.store.read { reading in
            try history.written(by: change.number, limit: 1, reading).first { $0.record.register == name }?.record.id
        }
        return found.map { Link.record(register.id, $0) } ?? Link.list(register.id)
    }

    private func again(_ form: Form, _ entries: RecordEntries, _ faults: [Invalid.Item], _ refusal: Words? = nil) -> Outcome {
        let (register, fields) = (register, fields)
        return .again(422) { _, _, _ in
            let form = RecordForm(fields: fields, entries: entries, faults: faults, later: RecordForm.later(register))
            var page = EditPage(register: register, record: nil, form: form)
            page.refusal = refusal
            return page
        }
    }
}
