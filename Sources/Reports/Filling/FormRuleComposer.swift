import Indicators
import Registers
import Storage

/// Writes the expression that an indicator and the words of time and comparison around it come to.
struct FormRuleComposer {
    let figures: Figures
    let period: Period

    func rule(_ indicator: Indicator, _ reading: LabelReading, _ title: FormTitle) -> (rule: FormRule, doubts: [Words]) {
        var doubts: [Words] = []
        var part = ""
        var isToDate = reading.spans.contains(.toDate)
        let parts = reading.spans.compactMap { if case .part(let part) = $0 { part } else { nil } }.sorted()
        if let first = parts.first { part = first }
        if parts.count > 1 || (isToDate && !parts.isEmpty) {
            doubts.append(Words(zh: "表头里有几种期间", en: "the labels name several stretches of time"))
        }
        if isToDate, reading.spans.contains(.month) {
            doubts.append(Words(zh: "表头里既有本月又有累计", en: "the labels say both month and year to date"))
        }
        if indicator.kind == .stock || period.kind == .year { isToDate = false }
        // What happened in a month and in the year up to it are two figures; nobody may guess which is meant.
        if reading.spans.isEmpty, indicator.kind == .flow, period.kind == .month, indicator.gives == .number, !isShare(indicator),
            reading.aspects.isDisjoint(with: [.target, .done])
        {
            doubts.append(Words(zh: "没有写是本月还是累计", en: "it doesn't say whether the month or the year to date is meant"))
        }
        if indicator.kind == .flow, period.kind != .year, isLastKnown(indicator) {
            doubts.append(
                Words(zh: "这个指标取最近一次公布的数，未必是本月或累计", en: "this figure is the last one published, which may be neither the month's nor the year's"))
        }
        var measure = indicator.id.text
        if isToDate { measure += ".to_date" }
        let aspects = reading.aspects
        let isPoints = indicator.unit?.symbol == "%"
        if aspects.count > 1 { doubts.append(Words(zh: "表头里有几种比较", en: "the labels name several comparisons")) }
        if let aspect = [LabelWords.Aspect.growth, .increment, .chain, .done, .target, .prior].first(where: { aspects.contains($0) }) {
            switch aspect {
            case .growth where isPoints:
                measure += ".points"
                doubts.append(Words(zh: "比率的同比，是百分点还是百分比", en: "of a rate: percentage points or per cent"))
            case .growth: measure += ".growth"
            case .increment: measure += ".increment"
            case .prior: measure += ".prior"
            case .chain:
                measure = indicator.id.text + ".chain"
                if isToDate { doubts.append(Words(zh: "累计没有环比", en: "a year to date has no period before")) }
            case .done, .target:
                measure = indicator.id.text + (aspect == .done ? ".target.done" : ".target.low")
                doubts.append(Words(zh: "目标有低有高，请确认是哪一个", en: "a target has a low and a high; confirm which"))
            }
        }
        var rule = FormRule(measure: measure, by: reading.members.last?.first?.register, part: part)
        if let scope = reading.scopes.first { rule.scope = scope }
        if Set(reading.scopes).count > 1 { doubts.append(Words(zh: "表头里有几个统计范围", en: "the labels name several scopes")) }
        if reading.hasTotal {
            doubts.append(Words(zh: "合计行：是全园区，还是只加表上各行", en: "a total: of the whole park, or of the rows of the form"))
        }
        if let doubt = unit(indicator, reading, title, &rule) { doubts.append(doubt) }
        return (rule, doubts)
    }

    /// Whether a figure is, or is reckoned out of, what was published last: such a one belongs to the day and not to a stretch.
    private func isLastKnown(_ indicator: Indicator, depth: Int = 0) -> Bool {
        if indicator.measure.hasPrefix("latest of") { return true }
        guard depth < 8, indicator.register == nil,
            let formula = try? FormulaParser.formula(indicator.measure, at: Place(file: "fill", line: 1, column: 1))
        else { return false }
        return formula.paths.contains { path in
            path.path.first.flatMap { figures.indicators.indicator(named: $0) }.map { isLastKnown($0, depth: depth + 1) } ?? false
        }
    }

    private func isShare(_ indicator: Indicator) -> Bool { indicator.unit?.dimension == "ratio" && indicator.register == nil }

    /// The unit of the cells, from the labels or else from the form's line of units.
    private func unit(_ indicator: Indicator, _ reading: LabelReading, _ title: FormTitle, _ rule: inout FormRule) -> Words? {
        guard let formula = try? FormulaParser.formula(rule.measure, at: Place(file: "fill", line: 1, column: 1)) else { return nil }
        guard let type = try? figures.type(of: formula, over: nil) else {
            return Words(zh: "这个指标没有“\(rule.measure)”", en: "this indicator has no “\(rule.measure)”")
        }
        guard case .number(let own) = type, let own else { return nil }
        let fitting = reading.units.first { FormUnit.factor(from: own, to: $0) != nil } ?? title.units.unit(for: own)
        if let fitting {
            rule.unit = fitting.symbol
            return nil
        }
        // A rate is in per cent and a count in its own word wherever a form doesn't say otherwise.
        if own.symbol == "%" || own.dimension == "points" || FormUnit.isCount(own) {
            let strange = reading.units.first { !FormUnit.isCount($0) }
            guard own.symbol != "%", let strange else { return nil }
            return Words(
                zh: "表上的单位“\(strange.symbol)”与指标的“\(own.symbol)”不能换算", en: "the form's unit “\(strange.symbol)” doesn't convert from “\(own.symbol)”")
        }
        if let strange = reading.units.first {
            return Words(
                zh: "表上的单位“\(strange.symbol)”与指标的“\(own.symbol)”不能换算", en: "the form's unit “\(strange.symbol)” doesn't convert from “\(own.symbol)”")
        }
        return Words(zh: "表上没有写单位，指标是“\(own.symbol)”", en: "the form gives no unit; the figure's is “\(own.symbol)”")
    }
}

/// How a figure comes into the unit of a cell.
enum FormUnit {
    /// Nil where the units don't convert; counting words (家, 户, 个) count the same things.
    static func factor(from own: Unit, to unit: Unit) -> Amount? {
        if let factor = own.factor(to: unit) { return factor }
        return isCount(own) && isCount(unit) ? .one : nil
    }

    /// Whether a unit only says what is counted.
    static func isCount(_ unit: Unit) -> Bool { unit.dimension == unit.symbol }
}
