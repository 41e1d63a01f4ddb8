import Indicators
public import Storage

/// A filled form in words, for a terminal: what went where, how surely, and the gaps with whose they are.
public struct FilledLines {
    private let form: FilledForm

    public init(_ form: FilledForm) { self.form = form }

    /// Cells in the order of the form, then the gaps by owner.
    public func lines() -> [Words] {
        let (filled, gaps) = (form.filled, form.gaps)
        let known = Words(zh: "截至第 \(form.asOf ?? form.change) 号变更", en: "as known at change \(form.asOf ?? form.change)")
        var lines = form.titles.map { Words(zh: "《\($0)》", en: "“\($0)”") }
        lines.append(
            Words(
                zh: "\(form.period.words.zh)，\(known.zh)：填 \(filled.count) 格，空 \(gaps.count) 格。",
                en: "\(form.period.words.en), \(known.en): \(filled.count) cells filled, \(gaps.count) left."))
        lines += form.notes
        for cell in filled { lines.append(line(cell)) }
        let loose = Dictionary(grouping: filled.compactMap(\.status).filter { !$0.isSettled }, by: { $0 })
        for status in FigureStatus.allCases {
            guard let count = loose[status]?.count else { continue }
            lines.append(Words(zh: "其中\(status.words.zh) \(count) 格。", en: "\(count) of them: \(status.words.en.lowercased())."))
        }
        let owners = Dictionary(grouping: gaps) { $0.owner ?? FilledLines.nobody }
        for (owner, cells) in owners.sorted(by: { ($0.value.count, $1.key.zh) > ($1.value.count, $0.key.zh) }) {
            lines.append(Words(zh: "空缺 · \(owner.zh)（\(cells.count) 格）", en: "Gaps · \(owner.en) (\(cells.count))"))
            for cell in cells { lines.append(gap(cell)) }
        }
        return lines
    }

    private static let nobody = Words(zh: "责任部门待定", en: "owner to be found")

    private func place(_ cell: FilledCell) -> String {
        let labels = [cell.row, cell.column].filter { !$0.isEmpty }.joined(separator: " × ")
        return "\(cell.sheet)!\(cell.place)  \(labels)"
    }

    private func line(_ cell: FilledCell) -> Words {
        let unit = cell.rule.unit.isEmpty ? cell.exactUnit : cell.rule.unit
        let shown = cell.written.hasSuffix("%") ? cell.written : cell.written + unit
        func text(_ language: Language) -> String {
            [
                "  " + place(cell), shown, cell.rule.measure + (cell.rule.by.map { " / \($0.text)" } ?? ""), cell.status?.words(language) ?? "",
                cell.certainty.words(language),
            ].filter { !$0.isEmpty }.joined(separator: "  ")
        }
        return Words(zh: text(.zh), en: text(.en))
    }

    private func gap(_ cell: FilledCell) -> Words {
        func text(_ language: Language) -> String {
            let guess = cell.rule.measure.isEmpty ? "" : "→ \(cell.rule.measure)"
            let why = [cell.gap?.words(language), cell.why?(language)].compactMap { $0 }.joined(separator: language == .zh ? "：" : ": ")
            return ["  " + place(cell), why, guess].filter { !$0.isEmpty }.joined(separator: "  ")
        }
        return Words(zh: text(.zh), en: text(.en))
    }
}
