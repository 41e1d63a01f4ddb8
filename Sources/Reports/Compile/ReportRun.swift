public import Indicators
public import Registers
public import Storage

/// A stretch of a compiled text, and what stands behind it.
public struct ReportRun: Sendable {
    /// What a stretch is.
    public enum Kind: Sendable {
        /// Words typed by the writer.
        case words
        /// Words that the writer vouches for, and numbers that the compiler gives: 一是.
        case vouched
        /// A number typed by hand, without records behind it.
        case unsourced
        /// A figure of the book.
        case figure(FigureMark)
    }

    /// As it is read.
    public var text: String
    /// What it is.
    public var kind: Kind
    /// The claim that it stands under, the innermost.
    public var claim: String?
    /// Where it was written.
    public var place: Place?

    init(_ text: String, _ kind: Kind = .words, claim: String? = nil, place: Place? = nil) {
        self.text = text
        self.kind = kind
        self.claim = claim
        self.place = place
    }

    /// The figure behind it, if there is one.
    public var figure: FigureMark? {
        if case .figure(let mark) = kind { return mark }
        return nil
    }
}

/// A figure where it stands in the text.
public struct FigureMark: Sendable {
    /// The slot that it fills, `#37`; nil where the report binds none to it.
    public var slot: String?
    /// The expression, the same for the same meaning; for what a claim found, `C14.count`.
    public var expression: String
    /// The figure; nil where it is what a claim found.
    public var figure: Figure?
    /// The claim that found it.
    public var finding: String?
    /// What can be opened: the indicator, the first of an expression; nil for a parameter alone.
    public var indicator: Name?
    /// The register whose records a claim looked at, where no indicator can be opened.
    public var register: Name?
    /// The record that a list names, of that register.
    public var record: Int64?
    /// The period of the figure.
    public var period: Period

    init(_ figure: Figure, expression: String, slot: String?, _ bench: Bench) {
        self.figure = figure
        self.expression = expression
        self.slot = slot
        indicator = FigureMark.opened(expression, bench)
        period = figure.period
    }

    init(_ finding: Finding, expression: String, slot: String?, _ bench: Bench) {
        self.expression = expression
        self.slot = slot
        self.finding = finding.id
        indicator = finding.evidence.first.flatMap { FigureMark.opened($0.indicator, bench) }
        register = finding.register
        period = finding.evidence.first?.period ?? bench.period
    }

    /// A record of a list; without a number the register itself.
    init(record: Int64?, of register: Name, _ bench: Bench) {
        expression = register.text
        self.record = record
        self.register = register
        period = bench.period
    }

    /// The first word of an expression that names an indicator.
    private static func opened(_ expression: String, _ bench: Bench) -> Name? {
        let words = expression.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".")) }
        let names = words.compactMap { $0.split(separator: ".").first.map(String.init) }
        return names.lazy.compactMap { bench.figures.indicators.indicator(named: $0)?.id }.first
    }
}
