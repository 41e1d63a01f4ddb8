import Storage

/// A row that is being made of what was typed, with everything that is wrong so far.
struct RecordDraft {
    let layout: RecordLayout
    var row: [Value]
    var faults: [Invalid.Item] = []
    /// The fields whose input could not be read.
    var failed: Set<Int> = []

    init(_ layout: RecordLayout, row: [Value]) {
        self.layout = layout
        self.row = row
    }

    /// Reads inputs by field name; a name that the register doesn't have is a fault and never a column.
    mutating func read(_ inputs: [Name: Input], _ directory: ReferenceDirectory) {
        for (name, input) in inputs.sorted(by: { $0.key.text < $1.key.text }) {
            guard let index = layout.index(of: name) else {
                let register = layout.register.name
                faults.append(
                    Invalid.Item(
                        field: name, fault: Fault(zh: "“\(register.zh)”没有字段“\(name.text)”。", en: "“\(register.en)” has no field “\(name.text)”.")))
                continue
            }
            read(input, at: index, directory.context)
        }
    }

    /// Reads one input into a field; nothing clears it.
    mutating func read(_ input: Input, at index: Int, _ context: InputContext, number: Int? = nil) {
        let slot = layout.slots[index]
        // What a form or a workbook merely brings back is no wish: a retired option or column may stay as it is.
        let present = row[slot.position]
        if present.isNull ? input.isEmpty : slot.field.kind.plain(present) == input.shown { return }
        do throws(Fault) {
            if slot.field.isRetired { throw Fault(zh: "这一栏已停用。", en: "This column is no longer in use.") }
            put(input.isEmpty ? .null : try slot.field.kind.read(input, context), slot)
        } catch {
            fail(index, error, number: number)
        }
    }

    /// Puts a stored value into a field, with the local day of a moment.
    mutating func put(_ value: Value, _ slot: RecordLayout.Slot) {
        row[slot.position] = value
        guard slot.dayPosition != slot.position, let moment = slot.field.kind as? MomentField else { return }
        let day = value.integer.flatMap { Moment(milliseconds: $0).day(offset: moment.offset) }
        row[slot.dayPosition] = day.map { .integer($0.number) } ?? .null
    }

    mutating func fail(_ index: Int, _ fault: Fault, number: Int? = nil) {
        let field = layout.slots[index].field
        failed.insert(index)
        faults.append(Invalid.Item(row: number, field: field.id, label: field.name, fault: fault))
    }

    /// The fields (and state) in which the row differs from another.
    static func changes(_ layout: RecordLayout, from before: [Value], to after: [Value]) -> [FieldChange] {
        var changes: [FieldChange] = []
        for slot in layout.slots where before[slot.position] != after[slot.position] {
            changes.append(FieldChange(field: slot.field.id, before: before[slot.position], after: after[slot.position]))
        }
        if before[layout.state] != after[layout.state] {
            changes.append(FieldChange(field: Register.stateColumn, before: before[layout.state], after: after[layout.state]))
        }
        if before[layout.void] != after[layout.void] {
            changes.append(FieldChange(field: Register.voidColumn, before: before[layout.void], after: after[layout.void]))
        }
        return changes
    }
}
