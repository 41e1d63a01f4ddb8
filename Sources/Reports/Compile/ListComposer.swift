import Indicators
import Registers
import Storage

/// The records of one list with what is printed of each, asked of the book once for the whole list.
struct ListComposer {
    private let bench: Bench
    private let list: WrittenList
    let register: Register
    let found: RecordRows
    private var fields: [Formula: Int] = [:]
    private var answers: [Formula: [Int64: Member]] = [:]
    private let paths: [FieldPath]

    /// - Parameter formulas: all that is printed or asked of each record.
    init(_ list: WrittenList, _ formulas: [Formula], _ bench: Bench) throws {
        let catalogue = bench.figures.book.catalogue
        let register = try MeasuredRegister.register(list.register, catalogue, list.place)
        let reading = TermReading(catalogue, register: register)
        var paths: [FieldPath] = []
        for formula in formulas where fields[formula] == nil {
            guard let path = OwnField.path(formula, register, catalogue) else { continue }
            fields[formula] = paths.count
            paths.append(path)
        }
        let filter: Term? = if let written = list.filter { try reading.condition(written) } else { nil }
        var order: [(field: FieldPath, descending: Bool)] = []
        for one in list.order { order.append((try reading.field(one.path, list.place), one.descending)) }
        let question = RecordRows.Question(
            register, filter: filter, asksState: list.filter?.paths.contains { $0.path == ["state"] } ?? false, order: order, fields: paths,
            most: list.most, period: (bench.period.start, bench.period.end), asOf: bench.asOf)
        found = try Records(bench.figures.book, bench.figures.permission).rows(question, in: bench.reading)
        self.bench = bench
        self.list = list
        self.register = register
        self.paths = paths
        for formula in formulas where fields[formula] == nil && !OwnField.isTitle(formula, register) && !found.rows.isEmpty {
            let members = try bench.members(formula, of: RecordSet(register: register.id, filter: list.filter))
            answers[formula] = Dictionary(members.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// How many were left out.
    var left: Int { found.total - found.rows.count }

    /// What a record prints, with a link to it on the first of its fields.
    func entry(_ row: RecordRows.Row, _ pieces: [Piece]) throws -> Paragraph {
        var paragraph = Paragraph()
        var isLinked = false
        try add(pieces, row, &paragraph, &isLinked)
        return paragraph
    }

    private func add(_ pieces: [Piece], _ row: RecordRows.Row, _ paragraph: inout Paragraph, _ isLinked: inout Bool) throws {
        for piece in pieces {
            switch piece {
            case .text(let text, let place): paragraph.tokens.append(.run(ReportRun(text, place: place)))
            case .plain(let text): paragraph.tokens.append(.run(ReportRun(text, .vouched)))
            case .period(let form): paragraph.tokens.append(.run(ReportRun(form.words(bench.period), .vouched)))
            case .figure(let written): paragraph.tokens.append(.run(try run(written, row, &isLinked)))
            case .condition(let formula, let then, let otherwise):
                let isTrue = answers[formula]?[row.id]?.value.truth == true || truth(formula, row) == true
                guard let kept = isTrue ? then : otherwise, !kept.isEmpty else {
                    paragraph.tokens.append(.seam(isTrue ? nil : ListComposer.lastText(then).flatMap { Punctuation.inheritance(of: $0) }))
                    continue
                }
                try add(kept, row, &paragraph, &isLinked)
            case .item, .finding, .about, .claim, .list: break
            }
        }
    }

    /// A cell of a table: the text of a column.
    func cell(_ formula: Formula, _ row: RecordRows.Row, isFirst: Bool) throws -> ReportRun {
        var isLinked = !isFirst
        return try run(WrittenFigure(formula), row, &isLinked)
    }

    /// The head of a column: the label of a field, the name of a figure with its unit.
    func head(_ formula: Formula) throws -> String {
        if OwnField.isTitle(formula, register) { return register.name.zh }
        guard let index = fields[formula] else {
            let figure = try bench.figure(formula)
            return "\(figure.name.zh)\(figure.unit.map { "（\($0)）" } ?? "")"
        }
        let path = paths[index]
        let owner = bench.figures.book.catalogue.register(path.hops.last?.target ?? path.register)
        return owner?.fields.first { $0.column == path.field }.map { "\($0.name.zh)\($0.kind.unit.map { "（\($0)）" } ?? "")" } ?? "办理状态"
    }

    private func run(_ written: WrittenFigure, _ row: RecordRows.Row, _ isLinked: inout Bool) throws -> ReportRun {
        let formula = written.formula
        if let member = answers[formula]?[row.id] { return try figure(member, written) }
        var text = OwnField.isTitle(formula, register) ? row.title : ""
        if let index = fields[formula] {
            text = row.texts[index].replacing("\n", with: " ")
            if case .day = paths[index].type, case .integer(let number) = row.values[index], let day = Day(number: number), !isForm(paths[index]) {
                text = ListComposer.day(day, written.display, bench.year)
            }
        }
        guard !text.isEmpty, !isLinked else { return ReportRun(Composer.joined(text), .vouched, place: formula.place) }
        isLinked = true
        return ReportRun(Composer.joined(text), .figure(FigureMark(record: row.id, of: register.id, bench)), place: formula.place)
    }

    /// A figure of the record: the whole's name, unit and places with the member's value.
    private func figure(_ member: Member, _ written: WrittenFigure) throws -> ReportRun {
        let names = written.formula.paths.compactMap { $0.path.first }
        guard names.contains(where: { bench.figures.indicators.indicator(named: $0) != nil }) else {
            return ReportRun(ListComposer.text(member.value, bench.year), .vouched, place: written.formula.place)
        }
        var figure = try bench.figure(written.formula)
        // Where nothing at all was counted, a member's count is none and not unknown.
        let isNone = member.value == .nothing && figure.value.amount == .zero
        figure.value = isNone ? .amount(.zero) : member.value
        figure.rows = member.rows
        let mark = FigureMark(figure, expression: bench.text(written.formula), slot: nil, bench)
        return ReportRun(figure.value == .nothing ? "—" : figure.printed(.zh), .figure(mark), place: written.formula.place)
    }

    private func truth(_ formula: Formula, _ row: RecordRows.Row) -> Bool? {
        guard let index = fields[formula], paths[index].type == .truth, case .integer(let number) = row.values[index] else { return nil }
        return number != 0
    }

    /// Whether a field is a period, which prints as its own words.
    private func isForm(_ path: FieldPath) -> Bool {
        let owner = bench.figures.book.catalogue.register(path.hops.last?.target ?? path.register)
        return owner?.fields.first { $0.column == path.field }?.kind is PeriodField
    }

    private static func day(_ day: Day, _ display: Display, _ year: Int) -> String {
        switch display {
        case .full: DayWords.full(day)
        case .date: DayWords.date(day)
        case .month: DayWords.month(day, in: year)
        default: DayWords.text(day, in: year)
        }
    }

    private static func text(_ value: FigureValue, _ year: Int) -> String {
        switch value {
        case .amount(let amount): amount.units(places: 0) == nil ? AmountText.rounded(amount, places: 2) : AmountText.rounded(amount, places: 0)
        case .day(let day): DayWords.text(day, in: year)
        case .text(let text): text
        case .truth(let truth): truth ? "是" : "否"
        case .word(let word): word.words(places: 1).zh
        case .nothing: ""
        }
    }

    static func lastText(_ pieces: [Piece]) -> String? {
        guard case .text(let text, _)? = pieces.last else { return nil }
        return text
    }
}

/// The register of a list, which was checked when the text was read.
enum MeasuredRegister {
    static func register(_ text: String, _ catalogue: Catalogue, _ place: Place) throws(Diagnostic) -> Register {
        if let register = catalogue.register(named: text) { return register }
        throw Diagnostic(place, "unknown-register", Words(zh: "没有台账“\(text)”。", en: "There is no register “\(text)”."))
    }
}

extension Piece {
    /// What a list's words print or ask of each record.
    static func asked(_ pieces: [Piece]) -> [Formula] {
        pieces.flatMap { piece -> [Formula] in
            switch piece {
            case .figure(let figure): [figure.formula]
            case .condition(let formula, let then, let otherwise): [formula] + asked(then) + asked(otherwise ?? [])
            default: []
            }
        }
    }
}
