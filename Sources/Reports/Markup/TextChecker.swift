import Registers
import Storage

/// Checks every name in a text: indicators, members, parameters, and the claims of the report.
struct TextChecker {
    let vocabulary: Vocabulary
    let claims: [Claim]

    func check(_ text: ReportText, _ diagnostics: inout Diagnostics) {
        for line in text.lines {
            if case .table(let table) = line.kind { for column in table.columns { add(vocabulary.check(column, nil), &diagnostics) } }
            if case .chart(let chart) = line.kind { check(chart, line.place, &diagnostics) }
            if case .rows(let rows) = line.kind { ListChecker(vocabulary: vocabulary).check(rows, &diagnostics) }
            check(line.pieces, &diagnostics)
        }
    }

    /// Bars of different units can't stand on one axis.
    private func check(_ chart: WrittenTable, _ place: Place, _ diagnostics: inout Diagnostics) {
        let found = chart.columns.flatMap { vocabulary.check($0, nil) }
        for diagnostic in found { diagnostics.add(diagnostic) }
        guard found.isEmpty, Set(chart.columns.map { vocabulary.unit($0) ?? "" }).count > 1 || chart.columns.count > 4 else { return }
        diagnostics.add(
            place, "chart", zh: "一张图里最多四个指标，计量单位要相同。", en: "A chart has at most four figures, all of one unit.")
    }

    func check(_ pieces: [Piece], _ diagnostics: inout Diagnostics) {
        for piece in pieces {
            switch piece {
            case .text, .plain, .item, .period: break
            case .figure(let figure):
                if figure.display == .change, !figure.formula.isPath {
                    diagnostics.add(
                        figure.formula.place, "change", zh: ".change 只能跟在一个指标后面。", en: "Only an indicator has a .change.")
                }
                add(vocabulary.check(figure.formula, nil), &diagnostics)
            case .list(let list, let entry, let none):
                ListChecker(vocabulary: vocabulary).check(list, entry: entry, &diagnostics)
                check(none ?? [], &diagnostics)
            case .about(let about):
                add(vocabulary.check(about.formula, nil), &diagnostics)
                if let mark = about.mark { add(vocabulary.check(mark, nil), &diagnostics) }
            case .finding(let finding): known(finding.claim, finding.place, &diagnostics)
            case .claim(let id, let then, let otherwise, let place):
                if !id.isEmpty { known(id, place.moved(by: "{claim ".count), &diagnostics) }
                check(then, &diagnostics)
                check(otherwise ?? [], &diagnostics)
            case .condition(let formula, let then, let otherwise):
                add(vocabulary.check(formula, nil), &diagnostics)
                check(then, &diagnostics)
                check(otherwise ?? [], &diagnostics)
            }
        }
    }

    private func add(_ found: [Diagnostic], _ diagnostics: inout Diagnostics) {
        for diagnostic in found { diagnostics.add(diagnostic) }
    }

    private func known(_ id: String, _ place: Place, _ diagnostics: inout Diagnostics) {
        guard !claims.contains(where: { $0.id == id }) else { return }
        diagnostics.add(
            place, "unknown-claim", zh: "没有表述“\(id)”。", en: "There is no claim “\(id)”.",
            suggestion: Suggestion.nearest(to: id, among: claims.map(\.id)))
    }
}
