import Indicators
import Registers
import Storage

/// Fills slots and printed facts from the bench, whatever the text has kept.
struct SlotFiller {
    let bench: Bench
    let findings: [String: Finding]
    /// The expressions that the text shows.
    let shown: Set<String>

    func fill(_ slot: Slot) throws -> SlotFigure {
        let parts = try slot.pieces.compactMap { try part($0) }
        let isInText = !slot.pieces.isEmpty && slot.pieces.allSatisfy { SlotIndex.key($0, bench).map(shown.contains) ?? false }
        guard var whole = parts.first else {
            return SlotFigure(
                slot: slot.id, figures: [], indicator: "", name: Words(zh: slot.id, en: slot.id), value: nil, word: "无数据", printed: "无数据",
                unit: nil, period: bench.period, scope: "park", status: .counted, rows: 0, expected: nil, reported: nil, operands: [],
                isInText: isInText)
        }
        whole.slot = slot.id
        whole.isInText = isInText
        guard parts.count > 1 else { return whole }
        whole.figures = parts.flatMap(\.figures)
        whole.indicator = parts.map(\.indicator).joined(separator: ", ")
        whole.name = Words(zh: parts.map(\.name.zh).joined(separator: "、"), en: parts.map(\.name.en).joined(separator: ", "))
        whole.printed = parts.map(\.printed).joined(separator: "、")
        if Set(parts.map(\.unit)).count > 1 {
            whole.parts = parts.map(\.said)
            whole.unit = nil
        }
        whole.word = parts.contains { $0.value == nil } ? whole.printed : nil
        whole.value = whole.word == nil ? parts.compactMap(\.value).joined(separator: ", ") : nil
        whole.status = parts.map(\.status).min() ?? .counted
        whole.rows = parts.reduce(0) { $0.addingReportingOverflow($1.rows).partialValue }
        whole.operands = parts.flatMap(\.operands)
        return whole
    }

    private func part(_ piece: Piece) throws -> SlotFigure? {
        switch piece {
        case .figure(let written):
            let formula = written.display == .change ? written.formula.growth : written.formula
            return figure(try bench.figure(formula), bench.text(formula), written.display)
        case .finding(let written): return findings[written.claim].map { found($0, written) }
        default: return nil
        }
    }

    private func figure(_ figure: Figure, _ expression: String, _ display: Display) -> SlotFigure {
        var value: String?
        var word: String?
        var printed = figure.printed(.zh)
        switch figure.value {
        case .amount(let amount): value = SlotFiller.decimal(amount)
        case .day(let day):
            value = day.iso
            printed = display == .full ? DayWords.full(day) : DayWords.text(day, in: bench.year)
        case .text(let text): value = text
        case .truth(let truth): value = truth ? "yes" : "no"
        case .word, .nothing: word = printed
        }
        return SlotFigure(
            slot: "", figures: [figure], indicator: expression, name: figure.name, value: value, word: word, printed: printed,
            unit: figure.unit, period: figure.period, scope: figure.scope, status: figure.status, rows: figure.rows,
            expected: figure.expected, reported: figure.reported, operands: figure.operands, isInText: false)
    }

    private func found(_ finding: Finding, _ written: WrittenFinding) -> SlotFigure {
        let text = Composer.text(written, finding)
        let value = written.member == .names ? text : finding.values[written.member].map(SlotFiller.decimal)
        let members: [FindingMember: (String, String, String?)] = [
            .names: ("名单", "names", nil), .count: ("数", "count", nil), .share: ("比重", "share", "%"), .multiple: ("倍数", "multiple", "倍"),
            .rank: ("位次", "rank", nil), .among: ("总数", "number", nil), .years: ("年数", "years", "年"),
        ]
        var (zh, en, unit) = members[written.member] ?? ("", "", nil)
        if written.member == .count, finding.form == RunClaim.name { (zh, en, unit) = members[.years] ?? (zh, en, unit) }
        return SlotFigure(
            slot: "", figures: [], indicator: SlotIndex.key(written), name: Words(zh: "\(finding.text.zh)：\(zh)", en: "\(finding.text.en): \(en)"),
            value: value, word: value == nil ? finding.verdict.words.zh : nil, printed: text ?? finding.verdict.words.zh, unit: unit,
            period: finding.evidence.first?.period ?? bench.period, scope: "park", status: finding.status, rows: finding.rows, expected: nil,
            reported: nil, operands: [], isInText: false)
    }

    /// An exact decimal where there is one; rounded at twelve places where there isn't.
    static func decimal(_ amount: Amount) -> String {
        let text = amount.description
        guard text.contains("/") else { return text }
        return AmountText.rounded(amount, places: 12)
    }
}
