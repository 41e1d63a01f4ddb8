import Indicators
import Registers
import Storage

/// Turns the pieces of a text into runs, with the figures of one bench and the findings of its claims.
struct Composer {
    let bench: Bench
    let findings: [String: Finding]
    var slots: SlotIndex
    private(set) var leftOut: [LeftOut] = []
    private(set) var remarks: [Remark] = []
    /// The expressions that the text shows.
    private(set) var shown: Set<String> = []

    init(_ bench: Bench, _ findings: [Finding], _ slots: [Slot]) {
        self.bench = bench
        self.findings = Dictionary(findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.slots = SlotIndex(slots, bench)
    }

    /// A line's pieces as a paragraph in the making.
    mutating func paragraph(_ pieces: [Piece]) throws -> Paragraph {
        var paragraph = Paragraph()
        try add(pieces, to: &paragraph, claim: nil)
        return paragraph
    }

    private mutating func add(_ pieces: [Piece], to paragraph: inout Paragraph, claim: String?) throws {
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .text(let text, let place): paragraph.tokens.append(.run(ReportRun(text, claim: claim, place: place)))
            case .plain(let text): paragraph.tokens.append(.run(ReportRun(text, .vouched, claim: claim)))
            case .item: paragraph.tokens.append(.item)
            case .period(let form): paragraph.tokens.append(.run(ReportRun(form.words(bench.period), .vouched, claim: claim)))
            case .figure(let written):
                let next = Composer.firstLetter(pieces[(index + 1)...])
                for run in try figure(written, after: paragraph.lastLetters, before: next, claim) { paragraph.tokens.append(.run(run)) }
            case .finding(let written):
                let next = Composer.firstLetter(pieces[(index + 1)...])
                paragraph.tokens.append(.run(finding(written, after: paragraph.lastLetters, before: next, claim)))
            case .about(let about): for run in try approximation(about, claim) { paragraph.tokens.append(.run(run)) }
            case .claim(let id, let then, let otherwise, let place):
                try self.claim(id, then, otherwise, place, to: &paragraph, outer: claim)
            case .list(let list, let entry, let none): try self.list(list, entry, none, to: &paragraph, claim)
            case .condition(let formula, let then, let otherwise):
                let isTrue = try bench.figure(formula).value.truth == true
                try replace(isTrue ? then : otherwise, else: then, isKept: isTrue, to: &paragraph, claim: claim)
            }
        }
    }

    /// The entries of a list one after the other, with ； between them and 等n项 where some are left out.
    private mutating func list(_ list: WrittenList, _ entry: [Piece], _ none: [Piece]?, to paragraph: inout Paragraph, _ claim: String?) throws {
        let composer = try ListComposer(list, Piece.asked(entry), bench)
        guard !composer.found.rows.isEmpty else {
            // What a record would print can't be asked without one: only the mark at the words' end is inherited.
            guard let none, !none.isEmpty else {
                paragraph.tokens.append(.seam(ListComposer.lastText(entry).flatMap { Punctuation.inheritance(of: $0) }))
                return
            }
            return try add(none, to: &paragraph, claim: claim)
        }
        for (index, row) in composer.found.rows.enumerated() {
            if index > 0 { paragraph.tokens.append(.run(ReportRun("；", .vouched, claim: claim))) }
            paragraph.tokens += try composer.entry(row, entry).tokens
        }
        if composer.left > 0 { paragraph.tokens.append(.run(ReportRun("等\(composer.found.total)\(list.counter)", .vouched, claim: claim))) }
    }

    private mutating func claim(
        _ id: String, _ then: [Piece], _ otherwise: [Piece]?, _ place: Place, to paragraph: inout Paragraph, outer: String?
    ) throws {
        guard let finding = findings[id] else { return }
        if finding.isPrinted { return try add(then, to: &paragraph, claim: id) }
        leftOut.append(
            LeftOut(claim: id, verdict: finding.verdict, reason: finding.reason, text: try sample(then), place: place))
        try replace(otherwise, else: then, isKept: false, to: &paragraph, claim: outer)
    }

    /// Puts words in, or a seam where none are left.
    private mutating func replace(_ pieces: [Piece]?, else removed: [Piece], isKept: Bool, to paragraph: inout Paragraph, claim: String?) throws {
        guard let pieces, !pieces.isEmpty else {
            paragraph.tokens.append(.seam(isKept ? nil : Punctuation.inheritance(of: try sample(removed))))
            return
        }
        try add(pieces, to: &paragraph, claim: claim)
    }

    /// What pieces would read as, without a trace in this composer.
    private func sample(_ pieces: [Piece]) throws -> String {
        var other = self
        var item = 0
        return try other.paragraph(pieces).finished(item: &item).map(\.text).joined()
    }

    mutating func remark(_ remark: Remark) { remarks.append(remark) }

    private static func firstLetter(_ pieces: ArraySlice<Piece>) -> String {
        guard case .text(let text, _)? = pieces.first else { return "" }
        return String(text.prefix(6))
    }

    // MARK: figures

    private mutating func figure(_ written: WrittenFigure, after before: String, before next: String, _ claim: String?) throws -> [ReportRun] {
        if written.display == .change { return try change(written.formula, claim) }
        let figure = try bench.figure(written.formula)
        let text: String
        switch (figure.value, written.display) {
        case (.day(let day), .full): text = DayWords.full(day)
        case (.day(let day), .date): text = DayWords.date(day)
        case (.day(let day), .month): text = DayWords.month(day, in: bench.year)
        case (.day(let day), _): text = DayWords.text(day, in: bench.year)
        case (.amount(let amount), .numeral), (.amount(let amount), .ordinal):
            text = Composer.numeral(amount, places: figure.places, written.display, after: before, before: next)
        case (.nothing, _), (.text(""), _):
            remarks.append(
                Remark(
                    rule: "no-data",
                    message: Words(
                        zh: "“\(figure.name.zh)”\(bench.period.words.zh)无数据。", en: "No data for “\(figure.name.en)” in \(bench.period.words.en)."),
                    place: written.formula.place))
            text = "【无数据】"
        case (.amount(let amount), _):
            if Direction.contradicts(before, amount) {
                remarks.append(
                    Remark(
                        rule: "direction",
                        message: Words(
                            zh: "前面的文字说了方向，数却是 \(figure.said)；请改用 .change，或放进 {claim}。",
                            en: "The words before it say a direction, but the number is \(figure.said(.en)); use .change or a {claim}."),
                        place: written.formula.place))
            }
            text = figure.printed(.zh)
        case (.text(let words), _): text = Composer.joined(words)
        default: text = figure.printed(.zh)
        }
        return [mark(figure, bench.text(written.formula), text, written.formula.place, claim)]
    }

    /// Titles in 《》 stand beside each other without a mark between them (GB/T 15834-2011).
    static func joined(_ names: String) -> String { names.replacing("》、《", with: "》《") }

    private mutating func mark(_ figure: Figure, _ key: String, _ text: String, _ place: Place, _ claim: String?) -> ReportRun {
        shown.insert(key)
        return ReportRun(text, .figure(FigureMark(figure, expression: key, slot: slots.next(key), bench)), claim: claim, place: place)
    }

    /// 同比增长12.1%: words that follow the number, and the number as a figure of its own.
    private mutating func change(_ formula: Formula, _ claim: String?) throws -> [ReportRun] {
        let isPoints = try !formula.isChain && bench.figure(formula).unit == "%"
        let growth = isPoints ? formula.member("points") : formula.growth
        let figure = try bench.figure(growth)
        let words = Direction(figure, on: formula.isChain ? .before(bench.period.kind) : .lastYear)
        guard let number = words.number else {
            return [mark(figure, bench.text(growth), words.before, formula.place, claim)]
        }
        return [
            ReportRun(words.before, .vouched, claim: claim), mark(figure, bench.text(growth), number, formula.place, claim),
            ReportRun(words.after, .vouched, claim: claim),
        ]
    }

    /// 两 before a measure word, 二 after 第 and elsewhere; digits where the number is not whole.
    private static func numeral(_ amount: Amount, places: Int, _ display: Display, after before: String, before next: String) -> String {
        guard let whole = amount.units(places: 0), let number = Int(exactly: whole) else { return AmountText.rounded(amount, places: places) }
        if display == .ordinal { return "第\(ChineseNumeral.text(number))" }
        let isCounted = !before.hasSuffix("第") && MeasureWord.leading(next) != nil
        return isCounted ? ChineseNumeral.counted(number) : ChineseNumeral.text(number)
    }

    // MARK: findings

    private mutating func finding(_ written: WrittenFinding, after before: String, before next: String, _ claim: String?) -> ReportRun {
        let key = SlotIndex.key(written)
        guard let finding = findings[written.claim], let text = Composer.text(written, finding, after: before, before: next) else {
            remarks.append(
                Remark(
                    rule: "no-data",
                    message: Words(zh: "表述“\(written.claim)”没有可印的结果。", en: "The claim “\(written.claim)” has found nothing to print."),
                    place: written.place))
            return ReportRun("【无数据】", .vouched, claim: claim, place: written.place)
        }
        shown.insert(key)
        return ReportRun(
            text, .figure(FigureMark(finding, expression: key, slot: slots.next(key), bench)), claim: claim, place: written.place)
    }

    static func text(_ written: WrittenFinding, _ finding: Finding, after before: String = "", before next: String = "") -> String? {
        if written.member == .names {
            let names = finding.names.prefix(written.limit ?? .max)
            return names.isEmpty ? nil : joined(names.joined(separator: "、"))
        }
        guard let value = finding.values[written.member] else { return nil }
        if written.display != .value { return numeral(value, places: 0, written.display, after: before, before: next) }
        return value.units(places: 0) == nil && written.member == .share ? AmountText.rounded(value, places: 0) : value.description
    }

    // MARK: approximation

    private mutating func approximation(_ about: WrittenApproximation, _ claim: String?) throws -> [ReportRun] {
        let figure = try bench.figure(about.formula)
        let key = bench.text(about.formula)
        guard let formula = about.mark else { return suited(about, figure, key, claim) }
        let mark = try bench.figure(formula)
        let unit = mark.unit ?? figure.unit ?? ""
        guard let value = figure.value.amount, let written = mark.value.amount, let converted = Composer.converted(mark, to: figure),
            about.word.holds(value, of: converted, tolerance: tolerance)
        else {
            remarks.append(
                Remark(
                    rule: "approximation",
                    message: Words(
                        zh: "“\(about.word.text(mark.printed(.zh), unit: unit))”与账上的 \(figure.said) 不符，已改印实数。",
                        en: "“\(about.word.text(mark.printed(.zh), unit: unit))” is not true of \(figure.said(.en)); the figure itself is printed."),
                    place: about.place))
            let text = figure.value == .nothing ? "【无数据】" : figure.printed(.zh)
            return [self.mark(figure, key, text, about.place, claim), ReportRun(figure.unit ?? "", .vouched, claim: claim)]
        }
        // Where a parameter sets the mark, the text shows it too.
        if formula.isPath { shown.insert(bench.text(formula)) }
        return [self.mark(figure, key, about.word.text(written.description, unit: unit), about.place, claim)]
    }

    /// The word with the round number that suits it; the figure itself where none does.
    private mutating func suited(_ about: WrittenApproximation, _ figure: Figure, _ key: String, _ claim: String?) -> [ReportRun] {
        let unit = figure.unit ?? ""
        guard let value = figure.value.amount, let round = about.word.mark(of: value, tolerance: tolerance) else {
            let text = figure.value == .nothing ? "【无数据】" : figure.printed(.zh)
            return [self.mark(figure, key, text, about.place, claim), ReportRun(unit, .vouched, claim: claim)]
        }
        return [self.mark(figure, key, about.word.text(round.description, unit: unit), about.place, claim)]
    }

    /// The mark in the figure's unit; nil where the units don't convert.
    private static func converted(_ mark: Figure, to figure: Figure) -> Amount? {
        guard let amount = mark.value.amount, let from = mark.unit, let to = figure.unit, from != to else { return mark.value.amount }
        guard let factor = Unit(from).flatMap({ one in Unit(to).flatMap { one.factor(to: $0) } }) else { return nil }
        return try? amount.multiplied(by: factor)
    }

    /// How far 近, 约 and 左右 reach, as a share of the mark: the parameter `approximation` in %, 5 % where the park declares none.
    private var tolerance: Amount { Composer.tolerance(bench.figures.book.catalogue) }

    /// How far they reach in a park.
    static func tolerance(_ catalogue: Catalogue) -> Amount {
        if case .number(let amount, _)? = catalogue.parameters["approximation"]?.content, let share = try? amount.divided(by: Amount(100)) {
            return share
        }
        return Amount(units: 5, places: 2)
    }
}

extension Paragraph {
    /// The last letters so far, to see what a number follows.
    fileprivate var lastLetters: String {
        var text = ""
        for token in tokens.reversed() {
            guard case .run(let run) = token else { break }
            text = run.text + text
            if text.count >= 6 { break }
        }
        return String(text.suffix(6))
    }
}
