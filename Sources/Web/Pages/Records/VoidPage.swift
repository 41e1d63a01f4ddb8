import Registers
import Storage

/// Asks before a record is voided, and why.
struct VoidPage: Page {
    let register: Register
    let record: Record
    var reason = ""
    var refusal: Words?

    var room: Frame.Room { .group(register.group) }
    func title(_ visit: Visit) -> String { visit("作废 · \(record.title)", "Void · \(record.title)") }

    func body(_ visit: Visit) -> HTML {
        let box = FormBox(name: "reason", label: visit("为什么作废", "Why"), isRequired: true)
        let back = Link.record(register.id, record.id)
        return """
            \(Frame.trail([(Link.registers, visit("台账", "Registers")), (Link.list(register.id), visit(register.name)), (back, record.title)], visit))
            \(Frame.title(visit("作废这条记录", "Void this record"), record.title))\(visit.refused(refusal))
            <section class="sheet"><p>\(visit("作废后它不计入任何指标和报告，来历还在，可以撤销。", "It will count in no figure and no report. Its story stays, and voiding can be undone."))</p>
            \(visit.form(Link.void(register.id, record.id), class: "form", """
                <input type="hidden" name="since" value="\(record.since)">\(box.line(reason, extra: " maxlength=\"500\" required", visit))
                <div class="deeds"><button class="first">\(visit("作废", "Void it"))</button> <a class="button" href="\(back)">\(visit("取消", "Cancel"))</a></div>
                """))</section>
            """
    }
}
