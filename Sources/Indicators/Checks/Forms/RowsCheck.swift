import Registers
import Storage

/// `rows: register where condition`, or `rows: register where condition having condition on figures`: the records of which it
/// holds offend. Of a monthly form those of the period are asked, of anything else what is there by its end.
struct RowsCheck: CheckForm {
    static let key = "rows"
    static let keys = ["span"]

    /// Which records are asked.
    enum Span { case period, all }

    let set: CheckedSet
    let having: FigureTerm?
    let span: Span
    var asked: String { self.set.text }

    init?(_ reader: inout CheckReader) {
        guard let (text, place) = reader.text(RowsCheck.key) else { return nil }
        let standing: Span? = nil
        let span = reader.choice("span", [("period", Span.period as Span?), ("all", .all)], standing: standing)
        let read = reader.caught { reader throws(Diagnostic) -> (CheckedSet, FigureTerm?)? in
            switch try reader.measure(text, place) {
            case .aggregate(_, _, let path, nil, let filter) where path.count == 1:
                return (try reader.set(path[0], filter, text, place), nil)
            case .members(let register, let filter, let having):
                let set = try reader.set(register, filter, text, place)
                for fault in reader.figures.check(having, over: set.register.id) { throw fault }
                var figures = FigureReader(reader.catalogue, known: reader.figures.indicators.known, register: set.register)
                guard let term = figures.condition(having) else { throw figures.diagnostics.sorted.first ?? RowsCheck.unreadable(place) }
                return (set, term)
            default: throw RowsCheck.unreadable(place)
            }
        }
        guard let (set, having) = read else { return nil }
        self.set = set
        self.having = having
        self.span = span ?? (set.register.time.flatMap { set.register.form(set.register.column(of: $0)) } == nil ? .all : .period)
    }

    private static func unreadable(_ place: Place) -> Diagnostic {
        Diagnostic(place, "records", Words(zh: "写成“台账 where 条件”。", en: "Write “register where condition”."))
    }

    func look(_ bench: CheckBench) throws -> CheckOutcome {
        if let having { return try members(having, bench) }
        var conditions = try bench.conditions(set)
        if let time = set.register.time {
            let column: SQL = "t.\(set.register.dayColumn(of: time))"
            switch span {
            case .period: conditions += ["\(column) >= \(bench.period.start)", "\(column) <= \(bench.period.end)"]
            case .all: conditions.append("(\(column) IS NULL OR \(column) <= \(bench.period.end))")
            }
        }
        return try bench.offences(set.register, where: conditions)
    }

    private func members(_ having: FigureTerm, _ bench: CheckBench) throws -> CheckOutcome {
        let calculation = Calculation(bench.figures, bench.reading)
        var question = bench.question
        question.by = set.register.id
        let holders = try MemberCount(calculation, Members(register: set.register.id, filter: set.condition, having: having)).holders(question)
        let known = holders.filter { $0.value.value != .nothing }
        let offences = try Naming(calculation).members(known, of: set.register.id, question).map { member in
            Offence(
                member.title, record: RecordNumber(register: set.register.id, id: member.id), note: try note(member.id, having, question, calculation)
            )
        }
        return CheckOutcome(offences, bench)
    }

    /// The figures of one member, so that a reader sees why.
    private func note(_ member: Int64, _ having: FigureTerm, _ question: Question, _ calculation: Calculation) throws -> Words {
        let reckoner = Reckoner(calculation, question, members: [member])
        var told: [Words] = []
        for leaf in having.leaves {
            let indicator = try calculation.indicator(leaf.indicator)
            let places = leaf.comparison.places ?? indicator.places
            let unit = leaf.comparison.places == nil ? indicator.unit?.symbol ?? "" : leaf.comparison == .multiple ? "" : "%"
            let value = try reckoner.leaf(leaf).first?.value ?? .nothing
            let words = leaf.comparison.words
            told.append(
                Words(
                    zh: "\(indicator.name.zh)\(words.zh) \(Figure.text(value, places: places, .zh))\(value.amount == nil ? "" : unit)",
                    en: "\(indicator.name.en)\(words.en) \(Figure.text(value, places: places, .en))\(value.amount == nil ? "" : unit)"))
        }
        return Words(zh: told.map(\.zh).joined(separator: "，"), en: told.map(\.en).joined(separator: ", "))
    }
}
