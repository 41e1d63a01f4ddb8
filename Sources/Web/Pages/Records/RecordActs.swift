import Registers
import Storage

/// The buttons at the head of a record's page: what somebody may do with it as it stands.
struct RecordActs {
    let page: RecordPage

    func view(_ visit: Visit) -> HTML {
        let (register, record, deeds) = (page.register, page.record, page.deeds)
        var acts: [HTML] = []
        if deeds.edits { acts.append("<a class=\"button first\" href=\"\(Link.edit(register.id, record.id))\">\(visit("修改", "Change"))</a>") }
        if deeds.voids { acts.append("<a class=\"button\" href=\"\(Link.void(register.id, record.id))\">\(visit("作废…", "Void…"))</a>") }
        return acts.joined(by: " ")
    }
}
