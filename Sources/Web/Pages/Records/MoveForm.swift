import Registers
import Storage

/// One step of a record's workflow as a small form: what it asks for, what the taker says to it, and the button.
struct MoveForm {
    let register: Register
    let record: Record
    let move: Move
    var entries: RecordEntries
    var faults: [Invalid.Item] = []
    var opinion = ""
    let key = Token.new()

    init(_ register: Register, _ record: Record, _ move: Move) {
        self.register = register
        self.record = record
        self.move = move
        entries = RecordEntries(record, register.activeFields.filter { move.needs.contains($0.id) })
    }

    /// The fields that the step asks for and that may be seen.
    static func fields(_ register: Register, _ move: Move, _ permission: Permission) -> [Field] {
        RecordEntries.fields(register, permission).filter { move.needs.contains($0.id) }
    }

    func view(_ visit: Visit) -> HTML {
        let form = RecordForm(
            fields: MoveForm.fields(register, move, visit.permission), entries: entries, faults: faults, needed: Set(move.needs),
            place: move.id.text)
        let box = FormBox(name: "reason", label: visit("意见", "What you say to it"), place: move.id.text)
        let then = register.state(move.to)?.name ?? Words(zh: "", en: "")
        return """
            \(form.summary(visit))\(visit.form(Link.move(register.id, record.id, move.id), class: "form", files: form.hasFiles, """
                <input type="hidden" name="key" value="\(key)"><input type="hidden" name="since" value="\(record.since)">
                \(form.plain(visit))\(box.lines(opinion, rows: 2, extra: " maxlength=\"500\"", visit))
                <div class="deeds"><button class="first">\(visit(move.name))</button> <span class="soft">\(visit("之后为“\(then.zh)”", "Then it is “\(then.en)”"))</span></div>
                """))
            """
    }
}

/// The step on a page of its own: after something was wrong with it.
struct MovePage: Page {
    let form: MoveForm
    var refusal: Words?

    var room: Frame.Room { .group(form.register.group) }
    func title(_ visit: Visit) -> String { "\(visit(form.move.name)) · \(form.record.title)" }

    func body(_ visit: Visit) -> HTML {
        let (register, record) = (form.register, form.record)
        return """
            \(Frame.trail([(Link.registers, visit("台账", "Registers")), (Link.list(register.id), visit(register.name)), (Link.record(register.id, record.id), record.title)], visit))
            \(Frame.title(visit(form.move.name), record.title))\(visit.refused(refusal))
            <section class="sheet">\(form.view(visit))</section>
            """
    }
}
