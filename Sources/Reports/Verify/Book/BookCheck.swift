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
    private var remembered: [String: Figure?] = [:]

    init(_ figures: Figures, _ names: BookNames, year: Int, tolerance: Amount, wholes: [String: Formula], in reading: Reading) {
        self.figures = figures
        self.names = names
        self.year = year
        self.tolerance = tolerance
        self.wholes = wholes
        self.reading = reading
    }

    /// What the book says of a statement; the place and words are added by who asks.
    func finding(_ stated: Stated, _ blank: StatementFinding) throws -> StatementFinding {
        var finding = blank
        guard !stated.quantity.isMasked else { return uncovered(finding, zh: "数被遮住", en: "The number is covered") }
        guard let meant = names.meant(stated) else { return uncovered(finding, zh: "账上没有这个指标", en: "The book has no such indicator") }
        guard let period = period(stated.time) else {
            return uncovered(finding, zh: "这段时间的数没有记账", en: "The book keeps no figure of that stretch of time")
        }
        if stated.isComparable { return uncovered(finding, zh: "注明了另外的口径，账上没有", en: "It is on another base, which the book has not") }
        guard let expression = try expression(stated, meant.indicator) else {
            return uncovered(finding, zh: "账上没有这种比较", en: "The book has no such comparison")
        }
        finding.indicator = expression
        guard let figure = try figure(expression, period, meant.scope) else { return uncovered(finding, zh: "账上算不出", en: "The book can't tell") }
        finding.book = figure.said
        finding.rows = figure.rows
        guard let value = base(figure, stated) else {
            return uncovered(finding, zh: "账上是“\(figure.said)”，无法比较", en: "The book has “\(figure.said(.en))”, which can't be compared")
        }
        let comparing = PrintedComparison(quantity: stated.quantity, tolerance: tolerance)
        let said = "\(figure.name.zh)\(figure.period.words.zh)\(exact(figure))（\(figure.rows)条记录，\(figure.status.words.zh)）"
        let english = "\(figure.name.en), \(figure.period.words.en): \(exact(figure)) (\(figure.rows) records, \(figure.status.words.en))"
        if comparing.agrees(value) {
            finding.outcome = .supported
            finding.reason = Words(zh: "账上\(said)", en: english)
            return finding
        }
        finding.outcome = .refuted
        let cause = try cause(stated, meant, expression, period, value, comparing)
        finding.difference = cause?.0
        finding.reason = Words(
            zh: "文中\(blank.printed)，账上\(said)\(cause.map { "：" + $0.1.zh } ?? "")",
            en: "The text has \(blank.printed); \(english)\(cause.map { ": " + $0.1.en } ?? "")")
        return finding
    }

    private func uncovered(_ finding: StatementFinding, zh: String, en: String) -> StatementFinding {
        var finding = finding
        finding.outcome = .uncovered
        finding.reason = Words(zh: zh, en: en)
        return finding
    }

    /// The value at its own places, and unrounded where that says more.
    private func exact(_ figure: Figure) -> String { figure.said }

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
        case .multiple(let isOf): return isOf ? "\(id).multiple" : nil
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

    private func figure(_ expression: String, _ period: Period, _ scope: Name, asOf: Int64? = nil) throws -> Figure? {
        let key = "\(expression)|\(period)|\(scope.text)|\(asOf ?? 0)"
        if let known = remembered[key] { return known }
        let formula = try FormulaParser.formula(expression, at: Place(file: "verify", line: 1, column: 1))
        let figure: Figure? = figures.check(formula).isEmpty ? try? figures.evaluate(formula, period, scope: scope, asOf: asOf, in: reading) : nil
        remembered[key] = figure
        return figure
    }

    /// The book's value in the base of the number's dimension; falls are said without a sign.
    private func base(_ figure: Figure, _ stated: Stated) -> Amount? {
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

    // MARK: what a difference comes from

    private func cause(
        _ stated: Stated, _ meant: BookNames.Meant, _ expression: String, _ period: Period, _ value: Amount, _ comparing: PrintedComparison
    ) throws -> (Difference, Words)? {
        if comparing.isLastPlace(value) {
            return (.rounding, Words(zh: "只差末位，是舍入或截尾", en: "off by one in the last place: rounding or truncation"))
        }
        if stated.quantity.unit.dimension == "money", comparing.unitSlip(value) {
            return (.unit, Words(zh: "差一万倍，单位写错", en: "off by ten thousand: the unit is wrong"))
        }
        for other in figures.book.catalogue.scopes where other.id != meant.scope {
            if let figure = try figure(expression, period, other.id), let found = base(figure, stated), comparing.agrees(found), found != value {
                return (.scope, Words(zh: "是“\(other.name.zh)”的数，统计范围不同", en: "it is the value under “\(other.name.en)”: the scope differs"))
            }
        }
        for back in 1...5 where period.year - back >= figures.book.catalogue.site.since {
            guard let earlier = period.same(in: period.year - back), let figure = try figure(expression, earlier, meant.scope),
                let found = base(figure, stated)
            else { continue }
            if comparing.agrees(found) {
                return (.year, Words(zh: "是\(earlier.year)年的数，像是旧稿残留", en: "it is the value of \(earlier.year): text left over from then"))
            }
        }
        for change in try earlierChanges(period) {
            if let figure = try figure(expression, period, meant.scope, asOf: change.number), let found = base(figure, stated),
                comparing.agrees(found)
            {
                return (.revised, Words(zh: "与\(change.day)所知的数一致，其后有修订", en: "it is what was known on \(change.day); revised since"))
            }
        }
        if case .growth = stated.frame,
            let nominal = try figure(
                "(\(meant.indicator.id.text) / \(meant.indicator.id.text).at(\(period.year - 1)) - 1) * 100", period, meant.scope),
            let found = base(nominal, stated), comparing.agrees(found)
        {
            return (
                .base,
                Words(
                    zh: "按上年公布数为基数才得此增速，账上的基数是\(meant.indicator.base.words.zh)",
                    en: "it is on last year's own value; the book's base is \(meant.indicator.base.words.en)")
            )
        }
        return nil
    }

    /// The last change before some days after the period, when reports of it are written.
    private func earlierChanges(_ period: Period) throws -> [(number: Int64, day: String)] {
        let site = figures.book.catalogue.site
        var found: [(number: Int64, day: String)] = []
        for (year, month, day) in [(period.year + 1, 1, 11), (period.year + 1, 1, 31), (period.year + 1, 3, 31), (period.year + 1, 6, 30)] {
            guard let day = Day(year, month, day), let next = day.adding(days: 1), let moment = Moment(next, offset: site.offset),
                let number = try reading.value("SELECT max(number) FROM change WHERE at < \(moment.milliseconds)").integer, number > 0,
                found.last?.number != number
            else { continue }
            found.append((number, day.iso))
        }
        return found
    }
}
