import Indicators
import Storage

/// A figure of a report under the id that confirmations, editions and comparisons know it by.
public struct PrintedFigure: Sendable {
    /// Where it belongs.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// `#37`: a slot of the report.
        case slot
        /// `P17`: a printed fact.
        case fact
        /// The text prints it without a slot.
        case text
    }

    /// `#37`, `P17`; for a figure without a slot its expression, with its period where that isn't the report's.
    public var id: String
    /// Where it belongs.
    public var kind: Kind
    /// The figure as the text prints it.
    public var figure: SlotFigure

    /// The value with its unit: 742.31亿元.
    public var said: String { figure.said }
}

extension CompiledReport {
    /// Slots, printed facts, and what the text prints without a slot, each once, in that order.
    public var printedFigures: [PrintedFigure] {
        var all = figures.map { PrintedFigure(id: $0.slot, kind: .slot, figure: $0) }
        all += printedFacts.map { PrintedFigure(id: $0.slot, kind: .fact, figure: $0) }
        var seen: Set<String> = []
        for block in blocks {
            var runs = block.runs
            if case .table(let rows) = block.kind { runs = rows.flatMap { $0.flatMap { $0 } } }
            if case .chart(let chart) = block.kind { runs = chart.rows.flatMap { $0.flatMap { $0 } } }
            for run in runs {
                guard let mark = run.figure, mark.slot == nil, let figure = unbound(mark, run.text), seen.insert(figure.slot).inserted else {
                    continue
                }
                all.append(PrintedFigure(id: figure.slot, kind: .text, figure: figure))
            }
        }
        return all
    }

    /// The id of a figure where it stands in the text.
    func printedID(_ mark: FigureMark) -> String {
        mark.slot ?? (mark.period == period ? mark.expression : "\(mark.expression)@\(mark.period)")
    }

    private func unbound(_ mark: FigureMark, _ printed: String) -> SlotFigure? {
        let id = printedID(mark)
        if let figure = mark.figure {
            var value: String?
            switch figure.value {
            case .amount(let amount): value = SlotFiller.decimal(amount)
            case .day(let day): value = day.iso
            case .text(let text): value = text
            case .truth(let truth): value = truth ? "yes" : "no"
            case .word, .nothing: break
            }
            return SlotFigure(
                slot: id, figures: [figure], indicator: mark.expression, name: figure.name, value: value, word: value == nil ? printed : nil,
                printed: printed, unit: figure.unit, period: mark.period, scope: figure.scope, status: figure.status, rows: figure.rows,
                expected: figure.expected, reported: figure.reported, operands: figure.operands, isInText: true)
        }
        guard let finding = mark.finding.flatMap({ claim($0) }) else { return nil }
        return SlotFigure(
            slot: id, figures: [], indicator: mark.expression, name: finding.text, value: printed, word: nil, printed: printed, unit: nil,
            period: mark.period, scope: "park", status: finding.status, rows: finding.rows, expected: nil, reported: nil, operands: [],
            isInText: true)
    }
}
