public import Indicators
public import Registers
public import Storage

/// Puts the park's records beside a table from outside.
public struct Comparing: Sendable {
    private let figures: Figures
    private let subject: OwnSide.Subject
    private let members: Register
    private let key: Field
    /// The unit in which everything is told; nil for numbers without one.
    public let unit: Unit?
    /// How many places a sum is shown with; rows are shown as exactly as they are.
    public let places: Int
    /// What is compared.
    public let name: Words
    private let labels: [String]

    /// - Parameters:
    ///   - asked: `sales.output_to_date`, a field of a register, or an expression over indicators: `gross_output`.
    ///   - by: the register whose records are put side by side: `enterprise`.
    ///   - key: the field of it that the table has too: its name, label, or the scheme of a code (`uscc`); its natural key where none is told.
    ///
    /// Throws `Refused` or a `Diagnostic` where that can't be asked.
    public init(_ asked: String, by members: Register, key: String?, _ figures: Figures) throws {
        self.figures = figures
        self.members = members
        self.key = try Comparing.key(key, of: members)
        let parts = asked.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
        if parts.count == 2, let register = figures.book.catalogue.register(named: parts[0]),
            let field = Name(parts[1]).flatMap({ register.field($0) })
        {
            guard field.kind.isNumeric, !field.isRetired else {
                throw Refused(
                    zh: "“\(register.name.zh)”的“\(field.name.zh)”不是数，不能对数。",
                    en: "“\(field.name.en)” of “\(register.name.en)” is no number to compare.")
            }
            subject = .field(field, of: register)
            (unit, places, name) = (field.kind.unit.flatMap { Unit($0) }, field.kind.places, field.name)
            labels = [field.name.zh, field.name.en, field.id.text] + field.also
            return
        }
        let formula = try FormulaParser.formula(asked, at: Place(file: "compare", line: 1, column: 1))
        guard case .number(let unit) = try figures.type(of: formula, over: members.id) else {
            throw Refused(zh: "“\(asked)”得到的不是数，不能对数。", en: "“\(asked)” gives no number to compare.")
        }
        subject = .indicator(formula)
        self.unit = unit
        let indicator = figures.indicators.indicator(named: asked)
        places = indicator?.places ?? 2
        name = indicator?.name ?? Words(zh: asked, en: asked)
        labels = indicator.map { [$0.name.zh, $0.name.en, $0.id.text] } ?? [asked]
    }

    /// Reads the table and puts it beside the records of a period.
    ///
    /// - Parameters:
    ///   - column: the header or letter of the table's number, where it isn't called as the book calls it.
    ///   - asOf: the change up to which the book was known; nil for now.
    public func compare(
        _ file: ImportFile, sheet: String? = nil, column: String? = nil, _ period: Period, asOf: Int64? = nil, in reading: Reading
    ) throws -> Compared {
        let outside = try OutsideTable(
            file, sheet: sheet, key: .init(key.name, labels: keyLabels), value: .init(name, labels: labels, told: column, unit: unit))
        let own = OwnSide(figures: figures, members: members, key: key, asOf: asOf)
        let theirs = outside.rows.map { row in
            Reconciliation.Entry(
                key: OutsideTable.comparable(row.key), title: row.label.isEmpty ? row.key : row.label, amount: row.amount)
        }
        do {
            let result = try Reconciliation(
                ours: try own.entries(subject, period, in: reading), theirs: theirs, precision: precision(outside))
            return Compared(
                name: name, unit: unit, places: places, key: key.name, period: period, asOf: asOf, change: try reading.lastChange().number,
                file: file.name, header: outside.header, result: result, notes: try notes(outside))
        } catch is AmountError {
            throw Refused(zh: "数太大，加不起来。", en: "The numbers are too large to be added up.")
        }
    }

    private var keyLabels: [String] {
        let usual: [String] = if case .uscc = (key.kind as? CodeField)?.scheme { ["统一社会信用代码", "社会信用代码", "信用代码"] } else { [] }
        return [key.name.zh, key.name.en, key.id.text] + key.also + usual
    }

    private func precision(_ outside: OutsideTable) -> Precision {
        var precision = Precision()
        if case .field(let field, _) = subject { precision.ours = .init(factor: .one, places: field.kind.places) }
        let factor = unit.flatMap { unit in outside.unit?.factor(to: unit) } ?? .one
        precision.theirs = .init(factor: factor, places: outside.places)
        return precision
    }

    private func notes(_ outside: OutsideTable) throws(AmountError) -> [Words] {
        var notes = outside.notes
        var count: [String: Int] = [:]
        for row in outside.rows where !row.key.isEmpty { count[OutsideTable.comparable(row.key), default: 0] += 1 }
        let twice = count.filter { $0.value > 1 }
        if !twice.isEmpty {
            notes.append(
                Words(
                    zh: "对方表里有 \(twice.count) 个“\(outside.keyHeader)”出现多行，各自已加总。",
                    en: "\(twice.count) keys stand in several rows of their table; these were added up."))
        }
        let loose = outside.rows.count { $0.key.isEmpty }
        if loose > 0 {
            notes.append(
                Words(
                    zh: "对方表里有 \(loose) 行没有“\(outside.keyHeader)”，列在“只有对方”。",
                    en: "\(loose) rows of their table have no key; they are listed as only theirs."))
        }
        let sum = try Reconciliation.sum(outside.rows.compactMap(\.amount))
        let symbol = unit?.symbol ?? ""
        for row in outside.totals {
            let label = row.key.isEmpty ? row.label : row.key
            guard let amount = row.amount else { continue }
            let isGrand = ["合计", "总计", "total"].contains(OutsideTable.comparable(label))
            guard isGrand, amount != sum else { continue }
            notes.append(
                Words(
                    zh: "对方表第 \(row.number) 行“\(label)”写的是 \(amount)\(symbol)，各行加起来是 \(sum)\(symbol)。",
                    en: "Row \(row.number) of their table, “\(label)”, says \(amount) \(symbol); its rows add up to \(sum) \(symbol)."))
        }
        return notes
    }

    private static func key(_ text: String?, of members: Register) throws(Refused) -> Field {
        let fields = members.activeFields
        guard let text else {
            if let only = members.key.first.flatMap({ members.field($0) }), members.key.count == 1 { return only }
            throw Refused(
                zh: "“\(members.name.zh)”没有单一的自然键，请用 --key 说明按哪一栏对。", en: "“\(members.name.en)” has no single key; tell the field with --key.")
        }
        let scheme = text == "uscc" ? fields.first { if case .uscc = ($0.kind as? CodeField)?.scheme { true } else { false } } : nil
        if let field = fields.first(where: { $0.id.text == text || $0.name.zh == text || $0.name.en == text }) ?? scheme { return field }
        let near = Suggestion.nearest(to: text, among: fields.map(\.id.text))
        throw Refused(
            zh: "“\(members.name.zh)”没有“\(text)”这一栏。" + (near.map { "是不是“\($0)”？" } ?? ""),
            en: "“\(members.name.en)” has no field “\(text)”." + (near.map { " Did you mean “\($0)”?" } ?? ""))
    }
}
