import Indicators
import Registers
import Reports
import Storage

/// What every page is made from: the book, its figures and its reports, as one reader may see them on a day.
struct Desk: Sendable {
    let book: Book
    let figures: Figures
    let reports: Drafts
    let checks: Checks
    /// Where attachments lie; nil where the site hands none out.
    let files: Files?
    let today: Day

    var catalogue: Catalogue { book.catalogue }
    var indicators: IndicatorCatalogue { figures.indicators }

    /// The records as the reader may see them.
    func records(_ visit: Visit) -> Records { Records(book, visit.permission) }

    /// The register of a name in an address.
    func register(named text: String, _ visit: Visit) throws(Problem) -> Register {
        guard let register = catalogue.register(named: text), visit.permission.sees(register) else {
            throw Problem.missing(zh: "没有这个台账。请从台账目录进入。", en: "There is no such register. Start from the list of registers.")
        }
        return register
    }

    /// The indicator of a name in an address.
    func indicator(named text: String) throws(Problem) -> Indicator {
        guard let indicator = indicators.indicator(named: text) else {
            throw Problem.missing(zh: "没有这个指标。请从指标目录进入。", en: "There is no such indicator. Start from the list of indicators.")
        }
        return indicator
    }

    /// The change that a visit asks to look back to, by its number or by a day; nil where it asks for none, a `Problem` where
    /// there was none by then.
    func asOf(_ visit: Visit, _ reading: Reading) throws -> Int64? {
        guard let written = visit["asof"] ?? visit["as_of"] else { return nil }
        let number: Int64?
        do {
            number = try AsOf.change(written, catalogue.site, in: reading)
        } catch let refused as Refused {
            throw Problem.invalid([refused.words])
        }
        guard let number, number > 0, try reading.change(number: number) != nil else {
            throw Problem.missing(
                zh: "没有“\(written.prefix(30))”这个变更，或到这一天还没有记录，看不到当时的情况。",
                en: "There is no change “\(written.prefix(30))”, or nothing was recorded by that day.")
        }
        return number
    }

    /// The last year that pages show unasked: the one that all flows of the first page have reached, so that a January in which
    /// only some have reported doesn't empty the page. This year in an empty book.
    func latestYear(_ reading: Reading) throws -> Int { try reached(reading).min() ?? today.year }

    /// The years to choose from: from the book's first to the newest that any flow of the first page has reached.
    func years(_ reading: Reading) throws -> [Int] {
        let since = catalogue.site.since
        return Array(since...max(since, try reached(reading).max() ?? today.year))
    }

    /// The last year with records of each register that a flow of the first page counts.
    private func reached(_ reading: Reading) throws -> [Int] {
        let flows = catalogue.site.home.compactMap { indicators.indicator($0) }.filter { $0.kind == .flow }
        return try flows.compactMap { indicator in
            guard let register = indicator.register.flatMap({ catalogue.register($0) }), let time = register.time else { return nil }
            let day: SQL = "\(register.dayColumn(of: time))"
            let last = try reading.value(
                "SELECT max(\(day)) FROM \(register.table.current) WHERE \(Register.voidColumn) = 0 AND \(day) <= \(today)")
            return last.integer.flatMap { Day(number: $0) }?.year
        }
    }

    /// The year that a visit asks for, or the latest; a `Problem` where it asks for something else than a year.
    func year(_ visit: Visit, _ reading: Reading) throws -> Period {
        let latest = try latestYear(reading)
        let asked = visit["year"]
        guard let period = Period(year: asked.map { Int($0) ?? 0 } ?? latest) else {
            throw Problem.invalid([Words(zh: "年份写成 2022 这样的四位数。", en: "Write the year as four digits, like 2022.")])
        }
        return period
    }

    /// How an indicator changed on the year before, in words; in percentage points for one in %. Nil where nothing can be compared.
    func change(of indicator: Indicator, _ period: Period, scope: Name = "park", asOf: Int64?, _ reading: Reading) throws -> Figure? {
        guard indicator.gives == .number else { return nil }
        let formula = Formula(.path([indicator.id.text, "change"]), indicator.place)
        return try figures.evaluate(formula, period, scope: scope, asOf: asOf, in: reading)
    }
}
