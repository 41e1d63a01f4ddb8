import Formats
import Indicators
import Registers
import Storage

/// Asks the book for what a rule says, and puts it into the unit and the number format of a cell.
final class CellFigures {
    private let figures: Figures
    private let asOf: Int64?
    private let reading: Reading
    private var wholes: [Asked: Figure] = [:]
    private var members: [Asked: [Int64: Member]] = [:]

    private struct Asked: Hashable {
        var measure: String
        var by: Name?
        var scope: Name
        var period: Period
    }

    init(_ figures: Figures, asOf: Int64?, _ reading: Reading) {
        (self.figures, self.asOf, self.reading) = (figures, asOf, reading)
    }

    /// Fills in a cell whose rule is sure. What the book can't answer becomes a gap with its reason.
    func fill(_ cell: inout FilledCell, _ look: FormLook, _ member: NamedRecord?, _ period: Period) throws {
        guard !cell.rule.isNothing else { return }
        guard let asked = CellFigures.period(cell.rule.part, of: period) else {
            return leave(&cell, .unfit, Words(zh: "期间“\(cell.rule.part)”看不懂", en: "the period “\(cell.rule.part)” was not understood"))
        }
        cell.period = asked
        if cell.rule.by != nil, member == nil {
            return leave(&cell, .unfit, Words(zh: "这一行没有认出是哪条记录", en: "it isn't known which record the row names"))
        }
        do {
            let formula = try FormulaParser.formula(cell.rule.measure, at: Place(file: "fill", line: 1, column: 1))
            let figure = try whole(cell.rule, formula, asked)
            describe(&cell, figure, formula)
            var value = figure.value
            if let by = cell.rule.by, let member {
                let own = try self.member(cell.rule, formula, by, asked)[member.id]
                value = own?.value ?? .nothing
                cell.records = own?.rows ?? 0
            }
            put(value, figure, into: &cell, look)
        } catch let error as Diagnostic {
            leave(&cell, .unfit, error.message)
        } catch let error as Diagnostics {
            leave(&cell, .unfit, error.sorted.first?.message ?? Words(zh: "表达式有误", en: "the expression is wrong"))
        } catch let error as Refused {
            leave(&cell, .unfit, error.words)
        }
    }

    /// The period that a rule means in the period that is filled.
    static func period(_ part: String, of period: Period) -> Period? {
        switch part {
        case "": period
        case "year": Period(year: period.year)
        case "Q1", "Q2", "Q3", "Q4", "H1", "H2": Period("\(period.year)\(part)")
        default: Int(part).flatMap { Period(year: period.year, month: $0) }
        }
    }

    /// Whether a rule may name this part of the year.
    static func isPart(_ part: String) -> Bool {
        ["", "year", "Q1", "Q2", "Q3", "Q4", "H1", "H2"].contains(part) || Int(part).map { (1...12).contains($0) } ?? false
    }

    private func whole(_ rule: FormRule, _ formula: Formula, _ period: Period) throws -> Figure {
        let asked = Asked(measure: rule.measure, by: nil, scope: rule.scope, period: period)
        if let known = wholes[asked] { return known }
        let figure = try figures.evaluate(formula, period, scope: rule.scope, asOf: asOf, in: reading)
        wholes[asked] = figure
        return figure
    }

    private func member(_ rule: FormRule, _ formula: Formula, _ by: Name, _ period: Period) throws -> [Int64: Member] {
        let asked = Asked(measure: rule.measure, by: by, scope: rule.scope, period: period)
        if let known = members[asked] { return known }
        let all = try figures.breakdown(formula, by: by, period, scope: rule.scope, asOf: asOf, in: reading)
        let found = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        members[asked] = found
        return found
    }

    /// What people must know of a cell's figure, whether or not it has a value.
    func describe(_ cell: inout FilledCell, _ figure: Figure?, _ formula: Formula) {
        guard let indicator = figures.indicators.indicator(named: formula.paths.first?.path.first ?? "") else { return }
        let catalogue = figures.book.catalogue
        cell.name = figure?.name ?? indicator.name
        cell.owner = indicator.owner.map { id in catalogue.roles.first { $0.id == id }?.name ?? Words(zh: id.text, en: id.text) }
        cell.register = indicator.register.flatMap { catalogue.register($0)?.name }
        guard let figure else { return }
        cell.status = figure.status
        cell.records = figure.rows
        cell.completeness = figure.isIncomplete ? figure.completeness : nil
    }

    private func leave(_ cell: inout FilledCell, _ gap: FilledCell.Gap, _ why: Words) { (cell.gap, cell.why) = (gap, why) }

    private func put(_ value: FigureValue, _ figure: Figure, into cell: inout FilledCell, _ look: FormLook) {
        cell.exactUnit = figure.unit ?? ""
        switch value {
        case .nothing: leave(&cell, .noData, Words(zh: "这一期没有数据", en: "there is no data for this period"))
        case .amount(let amount): put(amount, figure, into: &cell, look)
        case .text(let text): (cell.exact, cell.written, cell.value) = (text, text, .text(text))
        case .truth(let truth):
            let text = truth ? "是" : "否"
            (cell.exact, cell.written, cell.value) = (text, text, .text(text))
        case .day(let day):
            let text = "\(day.year)年\(day.month)月\(day.day)日"
            (cell.exact, cell.written) = (day.iso, text)
            cell.value = .day(year: day.year, month: day.month, day: day.day, written: text)
        case .word(let word):
            let words = word.words(places: look.places ?? figure.places)
            switch word {
            case .noBase, .noDivisor, .tooLarge: leave(&cell, .noData, words)
            default: (cell.exact, cell.written, cell.value) = (words.zh, words.zh, .text(words.zh))
            }
        }
    }

    private func put(_ amount: Amount, _ figure: Figure, into cell: inout FilledCell, _ look: FormLook) {
        cell.exact = amount.description
        guard !look.isDay else { return leave(&cell, .unfit, Words(zh: "这一格是日期格式", en: "the cell is formatted as a day")) }
        let own = figure.unit.flatMap { Unit($0) }
        var (factor, isConverted) = (Amount.one, false)
        if !cell.rule.unit.isEmpty {
            guard let own, let unit = Unit(cell.rule.unit), let found = FormUnit.factor(from: own, to: unit) else {
                let (from, to) = (figure.unit ?? "无单位", cell.rule.unit)
                return leave(&cell, .unfit, Words(zh: "“\(from)”不能换算成“\(to)”", en: "“\(from)” can't be converted into “\(to)”"))
            }
            (factor, isConverted) = (found, found != .one)
        }
        if look.isPercent, own?.dimension != "ratio" {
            return leave(&cell, .unfit, Words(zh: "这一格是百分比格式，指标不是比率", en: "the cell shows percentages and the figure is no rate"))
        }
        let shown = look.places ?? (isConverted ? max(2, figure.places) : figure.places)
        guard let converted = try? amount.multiplied(by: factor), let stored = look.isPercent ? try? converted.divided(by: Amount(100)) : converted
        else { return leave(&cell, .unfit, Words(zh: "数太大", en: "the number is too large")) }
        let text = AmountText.rounded(stored, places: look.isPercent ? shown + 2 : shown)
        cell.written = AmountText.rounded(converted, places: shown) + (look.isPercent ? "%" : "")
        // A workbook keeps fifteen digits of a number.
        cell.value = text.count { $0.isNumber } <= 15 ? .number(CellFigures.plain(text, keeps: look.places != nil)) : .text(text)
    }

    /// Where the format shows what there is, zeros behind the point are not asked for.
    private static func plain(_ text: String, keeps: Bool) -> String {
        guard !keeps, text.contains(".") else { return text }
        var text = text
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }
}
