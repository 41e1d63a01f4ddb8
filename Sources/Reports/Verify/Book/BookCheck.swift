import Indicators
import Registers
import Storage

/// Holds the numbers of a text against the figures of the book, and tells what a difference comes from.
final class BookCheck {
    let figures: Figures
    let reading: Reading
    let year: Int
    let names: BookNames
    let tolerance: Amount
    /// Shares that the declared claims take: of which whole.
    let wholes: [String: Formula]
    let own: OwnWording
    private var remembered: [String: Figure?] = [:]

    init(_ figures: Figures, _ names: BookNames, _ own: OwnWording, year: Int, tolerance: Amount, wholes: [String: Formula], in reading: Reading) {
        self.figures = figures
        self.own = own
        self.names = names
        self.year = year
        self.tolerance = tolerance
        self.wholes = wholes
        self.reading = reading
    }

    /// What the book says of a statement; the place and words are added by who asks.
    func finding(_ stated: Stated, _ blank: StatementFinding, _ letters: Letters) throws -> StatementFinding {
        if stated.quantity.isMasked { return uncovered(blank, zh: "数被遮住", en: "The number is covered") }
        let said = own.said(stated, letters)
        let other = names.other(stated)
        if !said.isEmpty, let found = try finding(stated, blank, said), other == nil || found.outcome == .supported { return found }
        if let other {
            let plain = OutsideParagraph.plain(other)
            return uncovered(blank, zh: "说的是“\(plain)”，不是园区的数", en: "It is said of “\(plain)” and not of the park")
        }
        if let meant = names.meant(stated) { return try finding(stated, blank, meant) }
        if let entry = own.meant(stated), let found = try finding(stated, blank, [entry]) { return softened(found, .likely) }
        return uncovered(blank, zh: "账上没有这个指标", en: "The book has no such indicator")
    }

    /// Where an own report says just this of a number; nil where it says it of several, and none of them agrees.
    private func finding(_ stated: Stated, _ blank: StatementFinding, _ entries: [OwnWording.Entry]) throws -> StatementFinding? {
        var finding = blank
        finding.match = .wording
        let comparing = PrintedComparison(quantity: stated.quantity, tolerance: tolerance)
        let agreeing = entries.first { entry in
            if entry.printed.unit.dimension == stated.quantity.unit.dimension, let own = entry.printed.base, own == stated.quantity.base {
                return true
            }
            return value(entry, stated).map { comparing.agrees($0) || comparing.agrees($0.negated) } ?? false
        }
        guard let entry = agreeing ?? (entries.count == 1 ? entries.first : nil) else { return nil }
        finding.indicator = entry.mark.expression
        finding.rows = entry.mark.figure?.rows ?? entry.finding?.rows
        finding.book =
            entry.mark.figure?.said
            ?? "\(entry.printed.value.map { AmountText.rounded($0, places: entry.printed.places) } ?? "")\(entry.printed.unit.symbol)"
        let said = words(entry, finding)
        if agreeing != nil {
            finding.outcome = .supported
            finding.reason = Words(zh: "账上\(said.zh)", en: said.en)
            return finding
        }
        finding.outcome = .refuted
        var found: (Difference, Words)?
        if entry.mark.figure != nil, let value = value(entry, stated) {
            found = try cause(stated, entry.mark.expression, entry.mark.period, "park", value, comparing)
        }
        finding.difference = found?.0
        finding.reason = refutation(
            blank, said, found, inUnit(entry.mark.figure.flatMap { _ in value(entry, stated) }, stated, entry.mark.figure?.unit))
        return finding
    }

    private func words(_ entry: OwnWording.Entry, _ finding: StatementFinding) -> Words {
        let book = finding.book ?? ""
        guard let figure = entry.mark.figure else {
            let text = entry.finding?.text ?? Words(zh: entry.mark.expression, en: entry.mark.expression)
            return Words(zh: "“\(text.zh)”得\(book)（\(finding.rows ?? 0)条记录）", en: "“\(text.en)” gives \(book) (\(finding.rows ?? 0) records)")
        }
        return said(figure)
    }

    private func said(_ figure: Figure) -> Words {
        Words(
            zh: "\(figure.name.zh)\(figure.period.words.zh)\(figure.said)（\(figure.rows)条记录，\(figure.status.words.zh)）",
            en: "\(figure.name.en), \(figure.period.words.en): \(figure.said) (\(figure.rows) records, \(figure.status.words.en))")
    }

    /// 规上工业企业52家 ÷ 全市规上工业企业63家 = 82.5%.
    private func share(_ figure: Figure) -> Words {
        func sides(_ language: Language) -> String {
            figure.operands.prefix(2).map { operand in
                let name = figures.indicators.indicator(named: operand.name).map { language == .zh ? $0.name.zh : $0.name.en + " " } ?? operand.name
                return "\(name)\(operand.printed(language))\(operand.unit ?? "")"
            }.joined(separator: " ÷ ")
        }
        let percent = figure.value.amount.map { AmountText.rounded($0, places: 1) + "%" } ?? figure.said
        return Words(
            zh: "\(sides(.zh)) = \(percent)（\(figure.rows)条记录，\(figure.status.words.zh)）",
            en: "\(sides(.en)) = \(percent) (\(figure.rows) records, \(figure.status.words.en))")
    }

    private func refutation(_ blank: StatementFinding, _ said: Words, _ cause: (Difference, Words)?, _ inUnit: String?) -> Words {
        Words(
            zh: "文中\(blank.printed)，账上\(said.zh)\(inUnit.map { "，合\($0)" } ?? "")\(cause.map { "：" + $0.1.zh } ?? "")",
            en: "The text has \(blank.printed); \(said.en)\(inUnit.map { ", which is \($0)" } ?? "")\(cause.map { ": " + $0.1.en } ?? "")")
    }

    /// Whether the text has the value just as the book prints it, converted: 7423100万元 of 742.31亿元.
    private func isPrinted(_ figure: Figure, _ stated: Stated) -> Bool {
        guard stated.quantity.unit.symbol != figure.unit, stated.quantity.unit.dimension == "money", let base = stated.quantity.base else {
            return false
        }
        let printed = QuantityScan(OutsideParagraph(number: 1, text: figure.said, isIndented: false)).found()
        return printed.count == 1 && printed[0].unit.dimension == "money" && printed[0].base == base
    }

    /// The book's value in the unit that the text has, where the book's own is another: 7423100万元 for 742.31亿元.
    private func inUnit(_ value: Amount?, _ stated: Stated, _ unit: String?) -> String? {
        guard let value, let unit, unit != stated.quantity.unit.symbol, stated.quantity.unit.dimension == "money",
            let plain = try? value.divided(by: stated.quantity.unit.factor)
        else { return nil }
        return AmountText.rounded(plain, places: stated.quantity.places) + stated.quantity.unit.symbol
    }

    /// Where an indicator's own name stands in the text.
    private func finding(_ stated: Stated, _ blank: StatementFinding, _ meant: BookNames.Meant) throws -> StatementFinding {
        var finding = blank
        guard let period = period(stated.time) else {
            return uncovered(finding, zh: "这段时间的数没有记账", en: "The book keeps no figure of that stretch of time")
        }
        if stated.isComparable { return uncovered(finding, zh: "注明了另外的口径，账上没有", en: "It is on another base, which the book has not") }
        guard let expression = try expression(stated, meant.indicator) else {
            return uncovered(finding, zh: "账上没有这种比较", en: "The book has no such comparison")
        }
        finding.match = .name
        finding.indicator = expression
        guard let figure = try figure(expression, period, meant.scope) else { return uncovered(finding, zh: "账上算不出", en: "The book can't tell") }
        finding.book = figure.said
        finding.rows = figure.rows
        guard let value = base(figure, stated) else {
            return uncovered(finding, zh: "账上是“\(figure.said)”，无法比较", en: "The book has “\(figure.said(.en))”, which can't be compared")
        }
        let comparing = PrintedComparison(quantity: stated.quantity, tolerance: tolerance)
        let said = if case .share = stated.frame { share(figure) } else { said(figure) }
        if comparing.agrees(value) || isPrinted(figure, stated) {
            finding.outcome = .supported
            finding.reason = Words(zh: "账上\(said.zh)", en: said.en)
            return finding
        }
        finding.outcome = .refuted
        let cause = try cause(stated, expression, period, meant.scope, value, comparing, meant.indicator)
        finding.difference = cause?.0
        finding.reason = refutation(blank, said, cause, inUnit(value, stated, figure.unit))
        return stated.isAttribute || !stated.basis.isEmpty ? softened(finding, .likely) : finding
    }

    /// What is only likely meant supports a number that agrees, and refutes none.
    private func softened(_ finding: StatementFinding, _ match: StatementFinding.Match) -> StatementFinding {
        var softened = finding
        softened.match = match
        guard finding.outcome == .refuted else { return softened }
        softened.outcome = .uncovered
        softened.difference = nil
        softened.reason = Words(
            zh: "说的未必是账上的同一个数，请核对：\(finding.reason.zh)", en: "It may not be the same number; please look: \(finding.reason.en)")
        return softened
    }

    private func uncovered(_ finding: StatementFinding, zh: String, en: String) -> StatementFinding {
        var finding = finding
        finding.outcome = .uncovered
        finding.reason = Words(zh: zh, en: en)
        return finding
    }

    // MARK: what to ask

    private func expression(_ stated: Stated, _ indicator: Indicator) throws -> String? {
        let id = indicator.id.text
        if stated.time.isPlan { return stated.frame.isLevel ? "\(id).target.low" : nil }
        switch stated.frame {
        case .level, .to: return id
        case .from: return "\(id).prior"
        case .growth: return stated.quantity.unit.isPercent ? (indicator.unit?.symbol == "%" ? nil : "\(id).growth") : nil
        case .increment: return "\(id).increment"
        case .points: return indicator.unit?.symbol == "%" ? "\(id).points" : nil
        // 五年翻一番 is of another year than the last.
        case .multiple(let isOf): return isOf && (stated.quantity.unit.symbol != "番" || stated.isAgainstLastYear) ? "\(id).multiple" : nil
        case .share(let whole):
            guard whole == "全市", let formula = wholes[id] else { return nil }
            return "\(id) / \(figures.text(of: formula)) * 100"
        }
    }

    private func period(_ time: StatedTime) -> Period? {
        switch time.part {
        case "": Period(year: time.year)
        case "上半年": Period(year: time.year, half: 1)
        case "下半年": Period(year: time.year, half: 2)
        case "一季度", "第一季度": Period(year: time.year, quarter: 1)
        case "前三季度": Period(year: time.year, months: 1...9)
        default: nil
        }
    }

    func figure(_ expression: String, _ period: Period, _ scope: Name, asOf: Int64? = nil) throws -> Figure? {
        let key = "\(expression)|\(period)|\(scope.text)|\(asOf ?? 0)"
        if let known = remembered[key] { return known }
        let formula = try FormulaParser.formula(expression, at: Place(file: "verify", line: 1, column: 1))
        let figure: Figure? = figures.check(formula).isEmpty ? try? figures.evaluate(formula, period, scope: scope, asOf: asOf, in: reading) : nil
        remembered[key] = figure
        return figure
    }

    /// The exact value behind a number of an own report, in the base of the printed number's dimension.
    private func value(_ entry: OwnWording.Entry, _ stated: Stated) -> Amount? {
        guard let figure = entry.mark.figure, let amount = figure.value.amount, entry.printed.unit.dimension == stated.quantity.unit.dimension else {
            return nil
        }
        if stated.quantity.unit.dimension == "ratio" || stated.quantity.unit.dimension == "points" {
            return stated.quantity.unit.symbol == "倍" ? try? amount.multiplied(by: Amount(100)) : amount
        }
        guard let unit = figure.unit.flatMap({ Registers.Unit($0) }) else { return amount }
        return try? amount.multiplied(by: unit.size)
    }

    /// The book's value in the base of the number's dimension; falls are said without a sign.
    func base(_ figure: Figure, _ stated: Stated) -> Amount? {
        guard let amount = figure.value.amount else { return nil }
        var value = amount
        switch stated.frame {
        case .multiple: value = (try? amount.multiplied(by: Amount(100))) ?? amount
        case .growth, .points, .share: break
        default:
            guard let unit = figure.unit.flatMap({ Registers.Unit($0) }), let scaled = try? amount.multiplied(by: unit.size) else { return nil }
            value = scaled
        }
        switch stated.frame {
        case .growth(rises: false), .points(rises: false), .increment(rises: false): return value.negated
        default: return value
        }
    }
}
