import Storage

/// Makes a row whole: computes its formulas, asks for what must be filled, holds its checks, and names it.
struct RecordRules: Sendable {
    let layout: RecordLayout
    /// Fields that are asked for: always, or under a condition.
    private let required: [(slot: Int, condition: Term?)]
    private let checks: [(slot: Int, term: Term, message: Words)]
    private let titleParts: [TitlePart]

    private enum TitlePart: Sendable {
        case text(String)
        case field(Int)
        case reference(Int, target: Name)
    }

    init(_ layout: RecordLayout) {
        self.layout = layout
        var required: [(slot: Int, condition: Term?)] = []
        var checks: [(slot: Int, term: Term, message: Words)] = []
        for (index, slot) in layout.slots.enumerated() where !slot.field.isRetired {
            switch slot.field.required {
            case .never: break
            case .always: required.append((index, nil))
            case .when(let term): required.append((index, term))
            }
            if let check = slot.field.check { checks.append((index, check.term, check.message)) }
        }
        self.required = required
        self.checks = checks
        titleParts = layout.register.title.parts.compactMap { part in
            switch part {
            case .text(let text): return .text(text)
            case .field(let name):
                guard let index = layout.index(of: name) else { return nil }
                if let target = layout.slots[index].field.kind.target { return .reference(index, target: target) }
                return .field(index)
            }
        }
    }

    /// The numbers of the records whose titles go into this row's title.
    func titleReferences(_ row: [Value]) -> [(target: Name, id: Int64)] {
        titleParts.compactMap { part in
            guard case .reference(let index, let target) = part, let id = row[layout.slots[index].position].integer else { return nil }
            return (target, id)
        }
    }

    /// Computes and checks. `failed` are the fields whose input could not be read, of which nothing more is said.
    func complete(_ row: inout [Value], failed: Set<Int>, number: Int?, faults: inout [Invalid.Item]) {
        for index in layout.formulas { compute(index, &row, number, &faults) }
        guard !(required.isEmpty && checks.isEmpty) else { return }
        let values = row
        let computing = TermValue { values[layout.position($0)] }
        for (index, condition) in required where values[layout.slots[index].position].isNull && !failed.contains(index) {
            if let condition, RecordRules.holds(condition, computing) != true { continue }
            let field = layout.slots[index].field
            let why =
                condition == nil ? Words(zh: "必须填写。", en: "It must be filled.") : Words(zh: "在这种情况下必须填写。", en: "It must be filled in this case.")
            faults.append(Invalid.Item(row: number, field: field.id, label: field.name, fault: Fault(why)))
        }
        for check in checks where RecordRules.holds(check.term, computing) == false {
            let field = layout.slots[check.slot].field
            faults.append(Invalid.Item(row: number, field: field.id, label: field.name, fault: Fault(check.message)))
        }
    }

    /// Puts the title and the search text into the row. A title keeps what it was composed of: when a record that it
    /// names is renamed later, the title stays as it was written, and lists show the reference's present title beside it.
    func name(_ row: inout [Value], _ directory: ReferenceDirectory, _ pinyin: inout Pinyin) {
        var title = ""
        var whole = ""
        var initials = ""
        for part in titleParts {
            let text: String
            switch part {
            case .text(let written): text = written
            case .field(let index):
                let slot = layout.slots[index]
                text = row[slot.position].isNull ? "" : slot.field.kind.text(row[slot.position], .zh)
            case .reference(let index, let target):
                if let id = row[layout.slots[index].position].integer, let card = directory.card(target, id) {
                    title += card.title
                    whole += card.spelling.whole
                    initials += card.spelling.initials
                }
                continue
            }
            title += text
            guard text.utf8.contains(where: { $0 > 0x40 }) || text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { continue }
            let spelling = pinyin.spelling(text.utf8.count > 600 ? String(text.prefix(200)) : text)
            whole += spelling.whole
            initials += spelling.initials
        }
        title = RecordRules.tidy(title)
        if title.isEmpty { title = layout.register.name.zh }
        let lines = layout.identity.map { index in
            let slot = layout.slots[index]
            let value = row[slot.position]
            return value.isNull ? "" : SearchText.normal(String(slot.field.kind.plain(value).prefix(200)))
        }
        row[layout.title] = .text(title)
        row[layout.search] = .text(
            SearchText.text(.init(whole: whole, initials: initials), title: SearchText.normal(title), lines: lines))
    }

    private func compute(_ index: Int, _ row: inout [Value], _ number: Int?, _ faults: inout [Invalid.Item]) {
        let slot = layout.slots[index]
        guard let formula = slot.formula, let term = formula.term else { return }
        let values = row
        let computing = TermValue { values[layout.position($0)] }
        do {
            row[slot.position] = try formula.value(try computing.result(term))
        } catch AmountError.divisionByZero {
            // As in a spreadsheet that is written well: nothing to divide by, nothing to show.
            row[slot.position] = .null
        } catch {
            row[slot.position] = .null
            let fault = error as? Fault ?? Fault(zh: "公式算出的数太大。", en: "The formula's result is too large.")
            faults.append(Invalid.Item(row: number, field: slot.field.id, label: slot.field.name, fault: fault))
        }
    }

    /// A condition that can't be computed for this record is not known to be broken.
    private static func holds(_ term: Term, _ computing: TermValue) -> Bool? { try? computing.holds(term) }

    /// On one line, without the marks that stand about an empty field, at most 200 characters.
    private static func tidy(_ title: String) -> String {
        var slice = title[...]
        if title.contains(where: \.isNewline) { slice = title.split(whereSeparator: \.isNewline).joined(separator: " ")[...] }
        let isIdle: (Character) -> Bool = { $0 == " " || $0 == "·" || $0 == "\u{3000}" || $0 == "\t" }
        while let first = slice.first, isIdle(first) { slice.removeFirst() }
        while let last = slice.last, isIdle(last) { slice.removeLast() }
        return slice.utf8.count > 200 ? String(slice.prefix(200)) : String(slice)
    }
}
