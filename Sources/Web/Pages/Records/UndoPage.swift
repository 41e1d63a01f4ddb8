import Registers
import Storage

/// What undoing a change would do, before it is done; or why it can't be.
struct UndoPage: Page {
    let plan: UndoPlan
    let counts: [(register: Register, added: Int, changed: Int)]
    /// Where to go on.
    let back: String
    var refusal: Words?

    var room: Frame.Room { .none }
    func title(_ visit: Visit) -> String { visit("撤销第 \(plan.change.number) 号变更", "Undo change \(plan.change.number)") }

    init(_ number: Int64, back: String, _ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        let history = History(desk.book, visit.permission)
        plan = try history.undoing(number, reading)
        counts = try history.counts(by: number, reading)
        self.back = back
    }

    func body(_ visit: Visit) -> HTML {
        let change = plan.change
        let lines: [HTML] = counts.map { register, added, changed in
            "<li>\(visit("“\(register.name.zh)”：新增 \(added) 条，改动 \(changed) 条", "“\(register.name.en)”: \(added) added, \(changed) changed"))</li>"
        }
        let obstacles: [HTML] = plan.obstacles.map { "<li>\(visit($0))</li>" }
        let deed: HTML =
            obstacles.isEmpty
            ? visit.form(
                Link.undo(change.number), class: "form",
                """
                <input type="hidden" name="back" value="\(back)"><div class="deeds"><button class="first">\(visit("撤销", "Undo it"))</button> \
                <a class="button" href="\(back)">\(visit("取消", "Cancel"))</a></div>
                """)
            : "<div class=\"faults\"><p>\(visit("现在不能撤销：", "It can't be undone now:"))</p><ul>\(obstacles)</ul></div><a class=\"button\" href=\"\(back)\">\(visit("返回", "Back"))</a>"
        return """
            \(Frame.title(title(visit)))\(visit.refused(refusal))<section class="sheet">
            <p>\(change.day.iso) · \(change.subject)\(change.reason.isEmpty ? nil : " · \(change.reason)" as HTML)</p><ul class="plain">\(lines)</ul><p>\(visit(plan.words))</p>\(deed)</section>
            """
    }
}
