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
        if page.asOf == nil, visit.permission.writes(register), page.story.first != nil, page.done == nil {
            let undo = Link.undo(record.since, back: Link.record(register.id, record.id))
            acts.append("<a class=\"button\" href=\"\(undo)\">\(visit("撤销最近一次变更…", "Undo the latest change…"))</a>")
        }
        return acts.joined(by: " ")
    }
}
