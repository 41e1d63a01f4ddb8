import Registers
import Storage

/// Says an expression over figures as people do, where `FormulaText` writes it as its author did: 下一年工业总产值目标上限（核心区）,
/// 规上工业企业上年同期数 + 升规入库企业.
struct FormulaWords {
    let figures: Figures

    private var catalogue: Catalogue { figures.book.catalogue }

    func words(_ formula: Formula) -> Words {
        switch formula.kind {
        case .path(let path) where path.count == 2 && path[0] == "parameter":
            if let parameter = Name(path[1]).flatMap({ catalogue.parameters[$0] }) { return parameter.name }
        case .path, .call:
            if case .leaf(let leaf)? = try? figures.read(formula, over: nil).term, let words = words(leaf) { return words }
        case .pair(let operation, let left, let right) where !operation.isComparison:
            let (left, right) = (inner(left, operation), inner(right, operation))
            return Words(zh: "\(left.zh) \(operation.rawValue) \(right.zh)", en: "\(left.en) \(operation.rawValue) \(right.en)")
        case .negative(let inside):
            let words = words(inside)
            return Words(zh: "-\(words.zh)", en: "-\(words.en)")
        default: break
        }
        let text = FormulaText.text(formula)
        return Words(zh: text, en: text)
    }

    /// A sum keeps its brackets inside anything, a product inside a product only.
    private func inner(_ formula: Formula, _ outer: Formula.Operator) -> Words {
        let words = words(formula)
        guard case .pair(let operation, _, _) = formula.kind else { return words }
        let isSum = operation == .plus || operation == .minus
        if isSum && outer == .plus || !isSum && (outer == .plus || outer == .minus) { return words }
        return Words(zh: "(\(words.zh))", en: "(\(words.en))")
    }

    private func words(_ leaf: FigureTerm.Leaf) -> Words? {
        guard let indicator = figures.indicators.indicator(leaf.indicator) else { return nil }
        let name = indicator.name
        switch leaf.comparison {
        case .target(let part, let choice): return target(name, part, choice)
        case .scope(let id):
            let scope = catalogue.scope(id)?.name ?? Words(zh: id.text, en: id.text)
            return Words(zh: "\(name.zh)（\(scope.zh)）", en: "\(name.en) (\(scope.en))")
        case .share(let whole, _):
            let other = figures.indicators.indicator(whole)?.name ?? Words(zh: whole.text, en: whole.text)
            return Words(zh: "\(name.zh)占\(other.zh)", en: "\(name.en) as a share of \(other.en)")
        default: return Words(zh: name.zh + leaf.comparison.words.zh, en: name.en + leaf.comparison.words.en)
        }
    }

    private func target(_ name: Words, _ part: Comparison.TargetPart, _ choice: Comparison.TargetChoice) -> Words {
        let year: Words =
            if let year = choice.year {
                Words(zh: "\(year)年", en: " of \(year)")
            } else if choice.isNext {
                Words(zh: "下一年", en: " of next year")
            } else { Words(zh: "", en: "") }
        let growth = choice.isGrowth == true ? Words(zh: "增速", en: " growth") : Words(zh: "", en: "")
        let scope = choice.scope.flatMap { catalogue.scope($0)?.name }.map { Words(zh: "（\($0.zh)）", en: " (\($0.en))") } ?? Words(zh: "", en: "")
        return Words(
            zh: "\(year.zh)\(name.zh)\(growth.zh)目标\(part.words.zh)\(scope.zh)",
            en: "\(name.en)\(growth.en), target\(year.en)\(scope.en)\(part.words.en)")
    }
}

extension Comparison.TargetPart {
    /// What people call it, put behind 目标.
    var words: Words {
        switch self {
        case .low: Words(zh: "下限", en: ", low")
        case .high: Words(zh: "上限", en: ", high")
        case .setLow: Words(zh: "年初下限", en: ", low as set")
        case .setHigh: Words(zh: "年初上限", en: ", high as set")
        case .done: Words(zh: "完成率", en: ", done")
        case .pace: Words(zh: "序时进度", en: ", pace")
        }
    }
}
