import Storage

/// Holds new rules against the records of a register: who would offend against them, and who comes out differently.
///
/// A record that offended already against the rules in force is not counted: only what the new ones narrow.
struct RecordExamination {
    /// Records that a new rule would not admit.
    struct Offence {
        /// The field; nil for the natural key.
        let field: Name?
        let rule: Words
        var count = 0
        var titles: [String] = []

        func words(_ register: Register) -> Words {
            let name = field.flatMap { register.field($0)?.name } ?? Words(zh: "主键", en: "the key")
            let more = count > titles.count
            return Words(
                zh: "“\(register.name.zh)”的“\(name.zh)”：\(rule.zh) 有 \(count) 条记录不符：\(titles.joined(separator: "、"))\(more ? "等" : "")。请先改好它们，或放宽声明。",
                en:
                    "“\(name.en)” of “\(register.name.en)”: \(rule.en) \(count) records offend: \(titles.joined(separator: ", "))\(more ? ", …" : ""). Mend them first, or widen the declaration."
            )
        }
    }

    private let old: RecordLayout
    private let new: RecordLayout
    private let state: Name?
    private(set) var offences: [Offence] = []
    /// How many records have a formula that comes out differently.
    private(set) var recomputed = 0

    init(_ former: Register, _ register: Register, state: Name?) {
        old = RecordLayout(former)
        new = RecordLayout(register)
        self.state = state
    }

    mutating func run(in reading: Reading) throws {
        let (before, after) = (RecordRules(old), RecordRules(new))
        let names = old.table.columns.map { SQL("\($0)") }
        /// Where each column of the new table stands in the old one.
        let sources = new.table.columns.map { old.table.position(of: $0.name) }
        let stateColumn = new.state
        var holders: [[[Value]: String]] = Array(repeating: [:], count: new.uniques.count)
        try reading.forEach("SELECT \(names, joined: ", ") FROM \(old.table.current) WHERE \(Register.voidColumn) = 0 ORDER BY id") { stored in
            let values = stored.values
            var row = zip(sources, new.blank).map { source, blank in source.map { values[$0] } ?? blank }
            if row[stateColumn].isNull, let state { row[stateColumn] = .text(state.text) }
            let title = row[new.title].text ?? ""
            let untouched = row
            var faults: [Invalid.Item] = []
            after.complete(&row, failed: [], number: nil, faults: &faults)
            if row != untouched { recomputed += 1 }
            faults += RecordExamination.unfit(new, row)
            if !faults.isEmpty {
                var former = values
                var known: [Invalid.Item] = []
                before.complete(&former, failed: [], number: nil, faults: &known)
                known += RecordExamination.unfit(old, former)
                let columns = Set(known.compactMap { $0.field.map { old.register.column(of: $0) } })
                for fault in faults where !columns.contains(new.register.column(of: fault.field ?? Register.titleColumn)) {
                    offend(fault.field, fault.fault.words, title)
                }
            }
            for (index, unique) in new.uniques.enumerated() {
                let key = unique.positions.map { row[$0] }
                guard !key.contains(.null) else { continue }
                if holders[index][key] != nil {
                    let one = unique.slots.count == 1 ? unique.slots.first.map { new.slots[$0].field.id } : nil
                    offend(one, Words(zh: "不得重复。", en: "It may not repeat."), title)
                } else {
                    holders[index][key] = title
                }
            }
        }
    }

    private mutating func offend(_ field: Name?, _ rule: Words, _ title: String) {
        let index = offences.firstIndex { $0.field == field && $0.rule == rule } ?? offences.count
        if index == offences.count { offences.append(Offence(field: field, rule: rule)) }
        offences[index].count += 1
        if offences[index].titles.count < 5 { offences[index].titles.append(title) }
    }

    /// Values that their fields would no longer take.
    private static func unfit(_ layout: RecordLayout, _ row: [Value]) -> [Invalid.Item] {
        var items: [Invalid.Item] = []
        for slot in layout.slots where !row[slot.position].isNull && !slot.field.isRetired {
            if let fault = fault(slot.field.kind, row[slot.position]) {
                items.append(Invalid.Item(field: slot.field.id, label: slot.field.name, fault: fault))
            }
        }
        return items
    }

    private static func fault(_ kind: any FieldKind, _ value: Value) -> Fault? {
        switch kind {
        case let kind as ChoiceField:
            guard let id = value.text, !kind.options.contains(where: { $0.id.text == id }) else { return nil }
            return Fault(
                zh: "选项里没有“\(id)”了；选项不删除，写 retired: yes。", en: "There is no option “\(id)” any more; options aren't removed, write retired: yes.")
        case is TextField, is NoteField, is NumberField, is MoneyField, is QuantityField, is CodeField:
            do throws(Fault) {
                _ = try kind.read(.text(kind.plain(value)), InputContext())
                return nil
            } catch { return error }
        default: return nil
        }
    }
}
