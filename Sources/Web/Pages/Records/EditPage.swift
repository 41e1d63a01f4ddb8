import Registers
import Storage

/// The form in which a record is entered or changed.
struct EditPage: Page {
    let register: Register
    /// The record that is changed, as the form knows it; nil for a new one.
    let record: Record?
    var form: RecordForm
    /// Who changed the record while the form was open.
    var overtaken: Change?
    var reason = ""
    var refusal: Words?
    /// Names this one wish, so that a second click writes nothing.
    var key = Token.new()

    var room: Frame.Room { .group(register.group) }

    func title(_ visit: Visit) -> String {
        record.map { visit("修改 · \($0.title)", "Change · \($0.title)") } ?? visit("新增\(register.name.zh)", "New: \(register.name.en)")
    }

    func body(_ visit: Visit) -> HTML {
        let back = record.map { Link.record(register.id, $0.id) } ?? Link.list(register.id)
        var trail = [(Link.registers, visit("台账", "Registers")), (Link.list(register.id), visit(register.name))]
        if let record { trail.append((Link.record(register.id, record.id), record.title)) }
        let action = record.map { Link.edit(register.id, $0.id) } ?? Link.new(register.id)
        let reasoned: HTML? = record.map { _ in
            let box = FormBox(
                name: "reason", label: visit("修改理由", "Reason"), help: visit("写进来历，让后来的人知道为什么改。", "It stands in the record's story."))
            return "<section class=\"sheet\">\(box.line(reason, extra: " maxlength=\"500\"", visit))</section>"
        }
        let since: HTML? = record.map { "<input type=\"hidden\" name=\"since\" value=\"\($0.since)\">" }
        let draft = register.id.text + (record.map { "/\($0.id)/\($0.since)" } ?? "/new")
        let content: HTML = """
            <input type="hidden" name="key" value="\(key)">\(since)\(form.view(visit))\(reasoned)
            <div class="deeds"><button class="first">\(visit("保存", "Save"))</button> <a class="button" href="\(back)">\(visit("取消", "Cancel"))</a>
            <span class="soft" data-draft="\(draft)" data-by="\(visit.subject)" data-words="\(visit("有一份没有保存的草稿。|恢复草稿|丢弃", "There is a draft that wasn't saved.|Restore it|Discard it"))" role="status"></span></div>
            """
        return """
            \(Frame.trail(trail, visit))\(Frame.title(title(visit)))\(visit.refused(refusal))\(conflict(visit))\(form.summary(visit))
            \(visit.form(action, class: "sheets", files: form.hasFiles, content))
            """
    }

    private func conflict(_ visit: Visit) -> HTML? {
        guard let overtaken else { return nil }
        let who = overtaken.subject
        let day = overtaken.day.iso
        let both =
            form.theirs.isEmpty
            ? visit("你改的和对方改的不是同一栏，已合在一起，请看过再保存。", "You changed different fields; both are in the form now. Look through it and save.")
            : visit(
                "下面两人都改过的栏，框里是你写的，框下是现在的；选定后再保存。",
                "Where both changed a field, the box has yours and below it stands what it says now. Choose, then save.")
        return """
            <div class="faults" role="alert"><p>\(visit("还没有保存：你打开之后，\(who) 在 \(day) 改过这条记录（第 \(overtaken.number) 号变更）。", "Not saved yet: after you opened it, \(who) changed this record on \(day) (change \(overtaken.number))."))</p><p>\(both)</p></div>
            """
    }
}
