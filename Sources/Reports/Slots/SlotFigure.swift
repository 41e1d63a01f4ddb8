public import Indicators
public import Storage

/// What fills a slot or a printed fact.
public struct SlotFigure: Sendable {
    /// `#37`, `P17`.
    public var slot: String
    /// One figure; several for a fact that is printed in parts; none where it is what a claim found.
    public var figures: [Figure]
    /// What it is: the indicator or expression.
    public var indicator: String
    /// What people call it.
    public var name: Words
    /// The exact value in decimals, or a day or a text; nil where a word stands.
    public var value: String?
    /// What stands where no number may: 新增, 无数据.
    public var word: String?
    /// As the text prints it, without the unit.
    public var printed: String
    /// The symbol of its unit; nil where parts have several.
    public var unit: String?
    /// What it is of.
    public var period: Period
    /// Which part of the park is counted.
    public var scope: Name
    /// How settled it is; of several parts the least.
    public var status: FigureStatus
    /// How many records were counted.
    public var rows: Int
    /// How many had to report; nil where nobody is expected.
    public var expected: Int?
    /// How many of them did.
    public var reported: Int?
    /// What it was computed from.
    public var operands: [Figure.Operand]
    /// Whether the text has it, or its sentence fell out.
    public var isInText: Bool
    /// What each part says with its own unit, where they have several units; else empty.
    public var parts: [String] = []

    /// As it is told outside the text: with its unit, where a number stands.
    public var said: String {
        if !parts.isEmpty { return parts.joined(separator: "、") }
        return printed + (word == nil && value != nil ? unit ?? "" : "")
    }
}
