import Formats
import Storage

/// Matches the headers of a table with the fields of a register: by the map, by label in either language, by name and former name,
/// and by the other headers that a field declares.
struct Matcher {
    let register: Register
    let map: ImportMap
    let permission: Permission
    private var names: [String: [Candidate]] = [:]

    /// A field under one of its names; a lower rank is the nearer name.
    private struct Candidate {
        let field: Name
        let rank: Int
    }

    /// What a header was found to be.
    private enum Meaning {
        case field(Field, ImportMap.Column?)
        case state
        case left(Words)
        /// The column that an earlier import added to its returned rows.
        case reason
        case unknown
    }

    static let stateHeaders = ["办理状态", "状态", "state"]

    init(_ register: Register, _ map: ImportMap, _ permission: Permission) {
        self.register = register
        self.map = map
        self.permission = permission
        for field in register.fields {
            add(field.name.zh, field, rank: 0)
            add(field.name.en, field, rank: 1)
            add(field.id.text, field, rank: 1)
            if let was = field.was { add(was.text, field, rank: 2) }
            for (place, label) in field.also.enumerated() { add(label, field, rank: 3 + place) }
        }
    }

    private mutating func add(_ label: String, _ field: Field, rank: Int) {
        let text = HeaderText(label)
        for name in Set([text.whole, text.name]) { names[name, default: []].append(Candidate(field: field.id, rank: rank)) }
    }

    /// Whether a header means something here.
    func knows(_ text: HeaderText) -> Bool {
        if case .unknown = meaning(text) { return false }
        return true
    }

    /// The fields that every table must bring.
    var wanted: [Field] {
        let set = Set(map.rules.map(\.field.id))
        return register.activeFields.filter { field in
            guard !(field.kind is FormulaField), !set.contains(field.id) else { return false }
            if let code = field.kind as? CodeField, case .pattern = code.scheme { return false }
            if register.key.contains(field.id) { return true }
            if case .always = field.required { return field.initial.isEmpty }
            return false
        }
    }

    /// Throws `Invalid` with everything that keeps the table from being read.
    ///
    /// - Parameter merged: the blocks of merged cells in the header's row.
    func match(_ header: Header, merged: [CellRange]) throws(Invalid) -> Matching {
        var matching = Matching()
        var faults = merged.map { joined($0, header) }
        matching.headers = header.texts.map(\.written)
        var found: [Name: [(place: Int, text: HeaderText, field: Field, map: ImportMap.Column?)]] = [:]
        for (place, text) in header.texts.enumerated() {
            switch meaning(text) {
            case .field(let field, let column): found[field.id, default: []].append((place, text, field, column))
            case .state: matching.statePlace = place
            case .left(let words): matching.notes.append(words)
            case .reason: break
            case .unknown:
                if !isKnownToRules(text) { matching.notes.append(text.isEmpty ? nameless(place) : unknown(text, place)) }
            }
        }
        for field in register.fields {
            guard let columns = found[field.id], let first = nearest(columns, field) else { continue }
            if columns.count > 1 {
                if field.kind.target != nil, Set(columns.map(\.text.name)).count == columns.count {
                    matching.notes += columns.filter { $0.place != first.place }.map { other($0, first.text, field) }
                } else {
                    faults.append(twice(columns.map { ($0.place, $0.text) }, field))
                }
            }
            do throws(Fault) {
                let unit = try unit(first.text, first.map, field, header.units, &matching.notes)
                matching.columns.append(
                    Matching.Column(
                        place: first.place, header: first.text.written, field: field, unit: unit,
                        reading: ColumnReading(field, first.map, unit: unit, common: map.empty)))
            } catch { faults.append(error) }
        }
        matching.columns.sort { $0.place < $1.place }
        faults += missing(matching, header)
        faults += rules(header, &matching)
        guard faults.isEmpty else { throw Invalid(faults.map { Invalid.Item(fault: $0) }) }
        return matching
    }

    private func meaning(_ text: HeaderText) -> Meaning {
        if let column = map.columns.first(where: { $0.headerText.whole == text.whole })
            ?? map.columns.first(where: { $0.headerText.name == text.name && text.unit != nil })
        {
            return permitted(column.field, column)
        }
        if text.isEmpty { return .unknown }
        if map.ignored.contains(where: { HeaderText($0).whole == text.whole }) { return .left(ignored(text)) }
        if text.whole == HeaderText.folded(ReturnedWorkbook.reasonHeader) { return .reason }
        let candidates = (names[text.whole] ?? []) + (text.unit == nil ? [] : names[text.name] ?? [])
        guard let best = candidates.min(by: { $0.rank < $1.rank }), let field = register.field(best.field) else {
            return !register.states.isEmpty && Matcher.stateHeaders.contains(text.whole) ? .state : .unknown
        }
        if field.isRetired { return .left(retired(text)) }
        if field.kind is FormulaField { return .left(computed(text)) }
        return permitted(field, nil)
    }

    private func permitted(_ field: Field, _ column: ImportMap.Column?) -> Meaning {
        permission.sees(field) ? .field(field, column) : .left(hidden(field))
    }

    /// The column under the field's nearest name; for references the one whose header says that it holds codes, which fit one record only.
    private func nearest(_ columns: [(place: Int, text: HeaderText, field: Field, map: ImportMap.Column?)], _ field: Field)
        -> (place: Int, text: HeaderText, field: Field, map: ImportMap.Column?)?
    {
        func rank(_ text: HeaderText) -> Int {
            if field.kind.target != nil, text.whole.contains("代码") || text.whole.contains("code") { return -1 }
            return (names[text.whole] ?? names[text.name])?.filter { $0.field == field.id }.map(\.rank).min() ?? 0
        }
        return columns.min { (rank($0.text), $0.place) < (rank($1.text), $1.place) }
    }

    /// The unit of a column: the map's, the header's own, or the one that a line above gives for the table.
    private func unit(_ text: HeaderText, _ column: ImportMap.Column?, _ field: Field, _ above: TableUnits, _ notes: inout [Words]) throws(Fault)
        -> Unit?
    {
        guard case .number(let declared) = field.kind.type else { return nil }
        if let unit = column?.unit { return unit }
        guard let declared else {
            if let unit = text.unit, names[text.whole] == nil {
                throw Fault(
                    zh: "表头“\(text.written)”带单位“\(unit.symbol)”，而“\(field.name.zh)”不带单位。",
                    en: "The header “\(text.written)” has the unit “\(unit.symbol)”, but “\(field.name.en)” has none.")
            }
            return nil
        }
        if let unit = text.unit {
            guard unit.factor(to: declared) != nil else {
                throw Fault(
                    zh: "表头“\(text.written)”的单位“\(unit.symbol)”不能换算成“\(declared.symbol)”。",
                    en: "The unit “\(unit.symbol)” of the header “\(text.written)” can't be converted into “\(declared.symbol)”.")
            }
            return unit
        }
        guard let unit = above.unit(for: declared) else { return nil }
        guard unit != declared else { return unit }
        notes.append(
            Words(
                zh: "“\(text.written)”按表头上方注明的单位“\(unit.symbol)”读入。",
                en: "“\(text.written)” is read in “\(unit.symbol)”, as the line above the header says."))
        return unit
    }

    private func missing(_ matching: Matching, _ header: Header) -> [Fault] {
        let there = Set(matching.columns.map(\.field.id))
        let lacking = wanted.filter { !there.contains($0.id) }
        guard !lacking.isEmpty else { return [] }
        let found = header.texts.filter { !$0.isEmpty }.prefix(20).map(\.written)
        let hint = lacking.compactMap { field -> String? in
            let unknown = header.texts.filter { !knows($0) }
            return NearLabel.nearest(to: HeaderText.folded(field.name.zh), among: unknown.map(\.name))
        }
        return [
            Fault(
                zh: "缺少栏目：\(lacking.map(\.name.zh).joined(separator: "、"))。第 \(header.row) 行的表头是：\(found.joined(separator: "、"))。"
                    + (hint.isEmpty ? "" : "是不是把“\(hint.joined(separator: "”“"))”写成了别的名称？"),
                en:
                    "Missing columns: \(lacking.map(\.name.en).joined(separator: ", ")). The header in row \(header.row) reads: \(found.joined(separator: ", "))."
                    + (hint.isEmpty ? "" : " Is one of them named differently: \(hint.joined(separator: ", "))?"))
        ]
    }

    private func isKnownToRules(_ text: HeaderText) -> Bool { map.rules.contains { $0.condition?.column.whole == text.whole } }

    /// Finds the columns that the map's rules look at.
    private func rules(_ header: Header, _ matching: inout Matching) -> [Fault] {
        var faults: [Fault] = []
        for rule in map.rules {
            guard let condition = rule.condition else {
                matching.rules.append((rule, nil))
                continue
            }
            if let place = header.texts.firstIndex(where: { $0.whole == condition.column.whole }) {
                matching.rules.append((rule, place))
            } else {
                faults.append(
                    Fault(
                        zh: "对照表的规则要看“\(condition.column.written)”这一栏，表里没有。",
                        en: "A rule of the map looks at the column “\(condition.column.written)”, which is not there."))
            }
        }
        return faults
    }
}
