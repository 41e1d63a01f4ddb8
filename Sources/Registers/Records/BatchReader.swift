import Storage

/// Reads the cells of one column of a batch, the shortest way that its kind allows.
struct BatchReader {
    /// How a column's cells are read.
    private enum Way {
        /// Plain decimals in the field's own unit, from their bytes; anything else by the field itself.
        case number(places: Int)
        /// Texts that come again and again: each is read once.
        case remembered
        case reference(Name)
        case plain
        /// A formula's column in a file that the book wrote: it is computed anew.
        case skipped
        case state
        case unknown
    }

    let column: BatchColumn
    /// Where the field stands among the slots; -1 for none.
    let index: Int
    private let way: Way
    private let context: InputContext
    private var known: [String: Value] = [:]

    init(_ column: BatchColumn, _ layout: RecordLayout) {
        self.column = column
        context = InputContext(unit: column.unit)
        guard let index = layout.index(of: column.field) else {
            self.index = -1
            way = column.field == Register.stateColumn && !layout.register.states.isEmpty ? .state : .unknown
            return
        }
        self.index = index
        let kind = layout.slots[index].field.kind
        if kind is FormulaField {
            way = .skipped
        } else if let target = kind.target {
            way = .reference(target)
        } else if kind is NumberField || kind is MoneyField || kind is QuantityField {
            way = .number(places: kind.places)
        } else if kind is TextField || kind is NoteField || kind is CodeField || kind is PlaceField || kind is RowsField || kind is FileField {
            way = .plain
        } else {
            way = .remembered
        }
    }

    /// Reads a cell into the draft.
    mutating func read(_ cell: Input, _ draft: inout RecordDraft, _ directory: inout ReferenceDirectory, number: Int) {
        switch way {
        case .skipped: return
        case .state: state(cell, &draft, number)
        case .unknown:
            let register = draft.layout.register.name
            draft.faults.append(
                Invalid.Item(
                    row: number, field: column.field,
                    fault: Fault(zh: "“\(register.zh)”没有字段“\(column.field.text)”。", en: "“\(register.en)” has no field “\(column.field.text)”.")))
        case .reference(let target):
            guard !cell.isEmpty, !draft.layout.slots[index].field.isRetired else { return draft.read(cell, at: index, context, number: number) }
            if case .one(let id) = directory.remembered(target, Narrow.trimmed(cell.shown)) {
                draft.row[draft.layout.slots[index].position] = .integer(id)
            } else {
                draft.read(cell, at: index, directory.context, number: number)
            }
        case .remembered:
            guard case .text(let text) = cell, !text.isEmpty else { return draft.read(cell, at: index, context, number: number) }
            if let value = known[text] {
                draft.put(value, draft.layout.slots[index])
                return
            }
            let faults = draft.faults.count
            draft.read(cell, at: index, context, number: number)
            if draft.faults.count == faults, known.count < 50_000 { known[text] = draft.row[draft.layout.slots[index].position] }
        case .number, .plain: draft.read(cell, at: index, context, number: number)
        }
    }

    /// A new record may come with its state; one that is there moves only by its moves.
    private func state(_ cell: Input, _ draft: inout RecordDraft, _ number: Int) {
        guard !cell.isEmpty else { return }
        let typed = Narrow.text(cell.shown)
        let register = draft.layout.register
        guard let state = register.states.first(where: { $0.id.text == typed || $0.name.zh == typed || $0.name.en == typed }) else {
            let names = register.states.map(\.name.zh).joined(separator: "、")
            let label = Words(zh: "状态", en: "State")
            let fault = Fault(zh: "没有状态“\(typed.prefix(40))”，有：\(names)。", en: "There is no state “\(typed.prefix(40))”.")
            draft.faults.append(Invalid.Item(row: number, field: Register.stateColumn, label: label, fault: fault))
            return
        }
        draft.row[draft.layout.state] = .text(state.id.text)
    }
}
