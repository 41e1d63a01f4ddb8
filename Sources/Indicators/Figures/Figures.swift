public import Registers
public import Storage

/// Where figures are asked for: computes them from the records of a book, or remembers them.
///
/// A value is computed without a viewer; the permission gates breakdowns, names and rows.
public struct Figures: Sendable {
    public let book: Book
    public let indicators: IndicatorCatalogue
    public let permission: Permission
    let memory: FigureMemory

    /// - Parameter memory: the figures that are remembered; shared by all that serve one book.
    public init(_ book: Book, _ indicators: IndicatorCatalogue, permission: Permission = .console, memory: FigureMemory = FigureMemory()) {
        self.book = book
        self.indicators = indicators
        self.permission = permission
        self.memory = memory
    }

    /// The same figures for another reader.
    public func seen(by permission: Permission) -> Figures { Figures(book, indicators, permission: permission, memory: memory) }

    /// The figure of an indicator. `asOf` is the number of the change up to which the book was known.
    /// Throws a `Diagnostic` where there is no such indicator or the scope can't be asked of it.
    public func figure(_ id: Name, _ period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading) throws -> Figure {
        throw Figures.unfinished
    }

    /// The figure of an expression over indicators, as reports and claims have it: `gross_output.growth`, `F.at(2020)`,
    /// `high_tech.share(city_high_tech)`, `parameter.output_band`, `tax.growth >= parameter.high_growth`.
    /// A condition gives a truth, or nothing where it can't be decided.
    public func evaluate(_ formula: Formula, _ period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading) throws -> Figure {
        throw Figures.unfinished
    }

    /// What is wrong with an expression, without looking at a record. `register` is given where the expression is asked of
    /// each record of a register, whose fields may then stand in it too.
    public func check(_ formula: Formula, over register: Name? = nil) -> [Diagnostic] { [] }

    /// The value of an expression for each record of a register: enterprise by enterprise, product by product. The register
    /// is found through the measure's one reference to it, or its `by`. Members without any record are left out, unless
    /// `filter` is given: then every record of the register that meets it is a member. The largest first.
    public func breakdown(
        _ formula: Formula, by register: Name, where filter: Formula? = nil, _ period: Period, scope: Name = "park", asOf: Int64? = nil,
        in reading: Reading
    ) throws -> [Member] { throw Figures.unfinished }

    /// The value of an indicator for each record of a register.
    public func breakdown(
        _ id: Name, by register: Name, _ period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading
    ) throws -> [Member] { throw Figures.unfinished }

    /// The records that made a figure, page by page. For an expression, those of its first operand.
    public func rows(
        _ id: Name, _ period: Period, scope: Name = "park", asOf: Int64? = nil, limit: Int = 50, offset: Int = 0, in reading: Reading
    ) throws -> FigureRows { throw Figures.unfinished }

    /// The titles of what was counted, in order: the largest first where there is a value, then by title.
    public func names(_ id: Name, _ period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading) throws -> [String] {
        throw Figures.unfinished
    }

    /// The figures of several periods.
    public func series(
        _ id: Name, _ periods: [Period], scope: Name = "park", asOf: Int64? = nil, in reading: Reading
    ) throws -> [Figure] { throw Figures.unfinished }

    /// Who reaches a threshold in the year of the period and did in no earlier year, predecessors followed (practice.md 3.7).
    public func crossing(
        _ id: Name, by register: Name, over threshold: Formula, _ period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading
    ) throws -> Crossing { throw Figures.unfinished }

    /// How many years in a row, up to the year of the period, a condition on figures held.
    public func run(
        _ condition: Formula, until period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading
    ) throws -> Run { throw Figures.unfinished }

    /// Whether the value of an expression is above that of every earlier year of the book.
    /// - Parameter years: how many years are compared, this one included; nil for all.
    public func record(
        _ formula: Formula, _ period: Period, years: Int? = nil, scope: Name = "park", asOf: Int64? = nil, in reading: Reading
    ) throws -> Peak { throw Figures.unfinished }

    /// What was aimed at for the year of the period, from the register `target`; nil where nothing was.
    public func target(_ id: Name, _ period: Period, scope: Name = "park", asOf: Int64? = nil, in reading: Reading) throws -> Target? {
        throw Figures.unfinished
    }

    static let unfinished = Refused(zh: "此项计算尚未完成。", en: "This is not computed yet.")
}
