public import Registers
public import Storage

/// Where figures are asked for: computes them from the records of a book, or remembers them.
///
/// A value is computed without a viewer; the permission gates breakdowns, names and rows. Whatever is asked about names
/// that don't exist, or a scope that can't be asked, throws a `Diagnostic`.
public struct Figures: Sendable {
    public let book: Book
    public let indicators: IndicatorCatalogue
    public let permission: Permission
    let memory: FigureMemory
    /// Where published figures are looked up; nil where none are kept.
    let published: (any PublishedFigures)?

    /// - Parameters:
    ///   - memory: the figures that are remembered; shared by all that serve one book.
    ///   - published: where published figures are looked up; nil where none are kept.
    public init(
        _ book: Book, _ indicators: IndicatorCatalogue, permission: Permission = .console, memory: FigureMemory = FigureMemory(),
        published: (any PublishedFigures)? = nil
    ) {
        self.book = book
        self.indicators = indicators
        self.permission = permission
        self.memory = memory
        self.published = published
    }

    /// The same figures for another reader.
    public func seen(by permission: Permission) -> Figures { Figures(book, indicators, permission: permission, memory: memory, published: published) }

    /// The figure of an indicator. `asOf` is the number of the change up to which the book was known.
    public func figure(_ id: Name, _ period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading) throws -> Figure {
        let calculation = Calculation(self, reading)
        return try Figuring(calculation, Question(period: period, scope: scope, asOf: asOf)).figure(try calculation.indicator(id))
    }

    /// The figures of several periods.
    public func series(_ id: Name, _ periods: [Period], scope: Name = "park", asOf: Int64? = nil, in reading: Reading) throws -> [Figure] {
        let calculation = Calculation(self, reading)
        let indicator = try calculation.indicator(id)
        return try periods.map { try Figuring(calculation, Question(period: $0, scope: scope, asOf: asOf)).figure(indicator) }
    }

    /// The figure of an expression over indicators, as reports and claims have it: `gross_output.growth`, `F.at(2020)`,
    /// `high_tech.share(city_high_tech)`, `parameter.output_band`, `tax.growth >= parameter.high_growth`.
    /// A condition gives a truth, or nothing where it can't be decided.
    public func evaluate(_ formula: Formula, _ period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading) throws -> Figure {
        let typed = try read(formula, over: nil)
        return try Figuring(Calculation(self, reading), Question(period: period, scope: scope, asOf: asOf))
            .figure(typed.term, typed.type, text: FormulaText.text(formula))
    }

    /// What is wrong with an expression, without looking at a record. `register` is given where the expression is asked of
    /// each record of a register, whose fields may then stand in it too.
    public func check(_ formula: Formula, over register: Name? = nil) -> [Diagnostic] {
        do {
            _ = try read(formula, over: register)
            return []
        } catch let diagnostics as Diagnostics {
            return diagnostics.sorted
        } catch let diagnostic as Diagnostic {
            return [diagnostic]
        } catch { return [] }
    }

    /// What an expression gives: a number with its unit, a text, a day or a truth.
    public func type(of formula: Formula, over register: Name? = nil) throws -> TermType { try read(formula, over: register).type }

    /// The expression as its author would write it; one that no figure could be asked with is cut short.
    public func text(of formula: Formula) -> String { (try? formula.checkDepth()) == nil ? "…" : FormulaText.text(formula) }

    /// The records that made a figure, page by page, the latest first; for an expression those of its first figure.
    public func rows(
        _ id: Name, _ period: Period, scope: Name = "park", asOf: Int64? = nil, limit: Int = 50, offset: Int = 0, in reading: Reading
    ) throws -> FigureRows {
        let calculation = Calculation(self, reading)
        return try FigureRecords(calculation).rows(
            try calculation.indicator(id), Question(period: period, scope: scope, asOf: asOf), limit: limit, offset: offset)
    }

    /// The titles of what was counted, in order: the largest first where there is a value, then by title.
    public func names(_ id: Name, _ period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading) throws -> [String] {
        let calculation = Calculation(self, reading)
        return try Naming(calculation).names(try calculation.indicator(id), Question(period: period, scope: scope, asOf: asOf))
    }

    /// What was aimed at for the year of the period, from the register `target`; nil where nothing was.
    public func target(_ id: Name, _ period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading) throws -> Target? {
        let calculation = Calculation(self, reading)
        let indicator = try calculation.indicator(id)
        return try TargetRegister(calculation.catalogue)?.target(indicator, Question(period: period, scope: scope, asOf: asOf), calculation)
    }

    /// Gives the names of an expression their meaning; throws the diagnostic, or all of them where there are more.
    func read(_ formula: Formula, over register: Name?) throws -> FigureReader.Typed {
        try formula.checkDepth()
        let members: Register? = if let register { try MeasureReader.register(register.text, book.catalogue, formula.place) } else { nil }
        var reader = FigureReader(book.catalogue, known: indicators.known, register: members)
        let typed = reader.read(formula)
        let found = reader.diagnostics.sorted
        if found.count > 1 { throw reader.diagnostics }
        if let only = found.first { throw only }
        guard let typed else { throw Diagnostic(formula.place, "expression", Words(zh: "表达式无法理解。", en: "The expression can't be understood.")) }
        if let members {
            for leaf in typed.term.leaves {
                guard let indicator = indicators.indicator(leaf.indicator) else { continue }
                try Grouping(book.catalogue, indicators.byName).check(indicator, by: members, formula.place)
            }
        }
        return typed
    }
}
