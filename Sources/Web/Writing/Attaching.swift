import Registers
import Storage

/// Takes the files that came with a form into the store of files, and puts them among a record's attachments.
///
/// They are kept before anything else is checked, so that a form that is refused shows them again and nobody sends them twice.
struct Attaching {
    let files: Files?

    init(_ files: Files?) { self.files = files }

    /// What the form holds with its new files, and what is wrong before any field reads it: a file that a field doesn't take, a
    /// mark in a cell. The files that are taken stay, whatever is wrong with another.
    func entries(_ form: Form, _ fields: [Field]) -> (entries: RecordEntries, faults: [Invalid.Item]) {
        var entries = RecordEntries(form, fields)
        var faults = entries.faults(fields)
        for file in form.files {
            guard let field = fields.first(where: { RecordEntries.box($0) == file.field }), let kind = field.kind as? FileField else { continue }
            do throws(Fault) {
                guard let files else {
                    throw Fault(zh: "这里没有存放附件的地方。", en: "Attachments have no place here.")
                }
                // The name alone is tried first: what is not taken is not kept.
                let blank = String(repeating: "0", count: 64)
                _ = try kind.read(.text("\(blank) \(file.name)"), InputContext())
                guard file.bytes.count <= Files.limit else {
                    throw Fault(zh: "“\(file.name)”超过 20 MB。", en: "“\(file.name)” has more than 20 MB.")
                }
                let digest: String
                do { digest = try files.add(file.bytes) } catch {
                    throw Fault(zh: "“\(file.name)”没有存下，请稍后再传。", en: "“\(file.name)” could not be kept; send it again later.")
                }
                entries.attach("\(digest) \(file.name)", to: field)
            } catch {
                faults.append(Invalid.Item(field: field.id, label: field.name, fault: error))
            }
        }
        return (entries, faults)
    }
}
