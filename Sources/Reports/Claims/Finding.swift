public import Indicators
public import Storage

/// A judged claim: the verdict, why, and on what evidence.
public struct Finding: Sendable, Hashable {
    /// `C09`, or the name that it was declared under.
    public var id: String
    /// The form as declared: `record_increment`.
    public var form: String
    /// What is claimed, in the words of the declaration.
    public var text: Words
    /// Whether it holds.
    public var verdict: Verdict
    /// The numbers compared: `2018—2022年五个增量中最大：101.83亿元 > 98.20亿元（2021年）`.
    public var reason: Words
    /// The figures that were looked at, the claimed one first.
    public var evidence: [Evidence]
    /// Those whom the claim names: who crossed, the exceptions, who lacks it.
    public var names: [String]
    /// The register whose records were looked at one by one; nil where only figures were.
    public var register: Name?
    /// The numbers that a text may print: how many, which multiple, which rank.
    public var values: [FindingMember: Amount]
    /// What the writer expected and what was found instead; nil where they agree or nothing was expected.
    public var surprise: Words?
    /// Whether it is of quality: no record can bear it out or refute it.
    public var isQualitative: Bool { form == QualitativeClaim.name }
    /// Whether its words stand in the text: where it holds, or is of quality.
    public var isPrinted: Bool { verdict == .holds || isQualitative }
    /// What became of it, in a word: 有据, 不符, 无法核实, 定性表述.
    public var standing: Words { isQualitative ? Words(zh: "定性表述", en: "Of quality") : verdict.words }
    /// The least settled of the evidence.
    public var status: FigureStatus { evidence.map(\.status).min() ?? .counted }
    /// How many records were counted in all the evidence.
    public var rows: Int { evidence.reduce(0) { $0.addingReportingOverflow($1.rows).partialValue } }
}

/// A figure that a verdict rests on.
public struct Evidence: Sendable, Hashable {
    /// The indicator or expression.
    public var indicator: String
    /// What people call it; the title of a record.
    public var name: Words
    /// What it is of.
    public var period: Period
    /// With its unit, as it is read.
    public var printed: String
    /// How settled it is.
    public var status: FigureStatus
    /// How many records were counted for it.
    public var rows: Int

    init(indicator: String, name: Words, period: Period, printed: String, status: FigureStatus, rows: Int) {
        self.indicator = indicator
        self.name = name
        self.period = period
        self.printed = printed
        self.status = status
        self.rows = rows
    }

    /// A record that is there; where it was counted for a value, with that value.
    init(_ member: Member, _ period: Period, of figure: Figure? = nil) {
        indicator = figure?.indicator ?? ""
        name = Words(zh: member.title, en: member.title)
        self.period = period
        printed = figure.flatMap { figure in member.value.amount.map { AmountText.rounded($0, places: figure.places) + (figure.unit ?? "") } } ?? "有"
        status = figure?.status ?? .counted
        rows = max(member.rows, 1)
    }

    init(_ figure: Figure) {
        indicator = figure.indicator
        name = figure.name
        period = figure.period
        printed = figure.said
        status = figure.status
        rows = figure.rows
    }
}
