public import Registers

/// What a line of a report is made of, in order.
public indirect enum Piece: Sendable {
    /// Words typed by the writer; numbers in them are looked at (`Unsourced`).
    case text(String, Place)
    /// Words that the writer vouches for: `{plain 2020}`.
    case plain(String)
    /// The next 一是, 二是 …
    case item
    /// The report's period in words: `{period}`.
    case period(PeriodForm)
    /// A figure, or any expression over figures, and how it is printed.
    case figure(WrittenFigure)
    /// Something that a claim has found: `{C14.names 2}`, `{C11.count}`.
    case finding(WrittenFinding)
    /// An approximation word with the figure that must bear it out: `{about 超过 F to 40 亿元}`, `{about 余 F}`.
    case about(WrittenApproximation)
    /// Words that stand only if the claim holds, and those that stand if it doesn't.
    case claim(String, then: [Piece], otherwise: [Piece]?, Place)
    /// One entry for each record of a list, and what stands where there is none: `{list task where … by due}{name}{else}无{/list}`.
    case list(WrittenList, entry: [Piece], none: [Piece]?)
    /// Words that stand only if a condition over figures holds.
    case condition(Formula, then: [Piece], otherwise: [Piece]?)
}

/// An expression in braces.
public struct WrittenFigure: Sendable {
    /// What is computed.
    public var formula: Formula
    /// How it is printed.
    public var display: Display

    /// An expression, printed as its value where nothing else is said.
    public init(_ formula: Formula, _ display: Display = .value) {
        self.formula = formula
        self.display = display
    }
}

/// How an expression is printed.
public enum Display: String, Sendable, Hashable, CaseIterable {
    /// The value at its places; a day as 7月29日, with its year when that isn't the report's.
    case value
    /// 同比增长12.1%, 同比下降3.0%, 与上年持平.
    case change
    /// 7月29日, whatever the year.
    case date
    /// 2022年7月29日.
    case full
    /// 7月.
    case month
    /// In Chinese numerals: 十二; 两 before a measure word, 二 after 第.
    case numeral
    /// 第二.
    case ordinal
}

/// `{C14.names 2}`: a claim, what of it, and how many.
public struct WrittenFinding: Sendable, Hashable {
    /// The id of the claim.
    public var claim: String
    /// What of its finding.
    public var member: FindingMember
    /// How many names at most; nil for all.
    public var limit: Int?
    /// Numerals may be Chinese: `{cn C11.count}`.
    public var display: Display
    /// Where it was written.
    public var place: Place
}

/// What a claim has found that a text may print.
public enum FindingMember: String, Sendable, Hashable, CaseIterable {
    case names, count, share, multiple, rank, among, years
}

/// `{about 超过 F to 40 亿元}`, `{about 余 F}`.
public struct WrittenApproximation: Sendable {
    /// The word, with its contract.
    public var word: ApproximationWord
    /// What is computed.
    public var formula: Formula
    /// What the word stands before or after: a number, or a parameter; nil where the word takes the round number that suits it.
    public var mark: Formula?
    /// Where it was written.
    public var place: Place
}
