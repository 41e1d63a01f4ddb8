public import Storage

/// One indicator, or one expression over indicators, for a period and a scope: its value and everything that stands behind it.
public struct Figure: Sendable, Hashable, Codable {
    /// The indicator's name, or the expression as it was written: `gross_output`, `gross_output.growth`.
    public var indicator: String
    /// What people call it.
    public var name: Words
    public var period: Period
    public var scope: Name
    public var value: FigureValue
    /// The symbol of its unit: 亿元, %.
    public var unit: String?
    /// Decimal places that are printed. The value itself is exact.
    public var places: Int
    public var status: FigureStatus
    /// How many records were counted.
    public var rows: Int
    /// How many had to report, and how many of them did; nil where nobody is expected.
    public var expected: Int?
    public var reported: Int?
    /// Those who did not report, by title; at most `Figure.missingLimit`.
    public var missing: [String]
    /// Those of whom it can't be decided whether they belong, by title, with the same limit.
    public var undecided: [String]
    /// The figures that it was computed from, in the order of the expression.
    public var operands: [Operand]
    /// The change up to which the book was known; nil for now.
    public var asOf: Int64?
    /// SHA-256 of the definition that gave it, parameters included.
    public var definition: String

    /// How many titles `missing` and `undecided` hold at most.
    public static let missingLimit = 20

    /// One figure that another was computed from.
    public struct Operand: Sendable, Hashable, Codable {
        /// As it stands in the expression.
        public var name: String
        public var period: Period
        public var value: FigureValue
        public var unit: String?
        public var places: Int
        public var status: FigureStatus
        public var rows: Int

        /// The value as it is printed.
        public func printed(_ language: Language = .zh) -> String { Figure.text(value, places: places, language) }
    }

    /// The value as it is printed: rounded once, half away from zero, without separators and without the unit.
    public func printed(_ language: Language = .zh) -> String { Figure.text(value, places: places, language) }

    /// Whether fewer than all of those who had to report did.
    public var isIncomplete: Bool {
        guard let expected, let reported else { return false }
        return reported < expected
    }

    /// `52家应报，51家已报`; nil where nobody is expected.
    public var completeness: Words? {
        guard let expected, let reported else { return nil }
        return Words(zh: "应报\(expected)家，已报\(reported)家", en: "\(reported) of \(expected) reported")
    }

    static func text(_ value: FigureValue, places: Int, _ language: Language) -> String {
        switch value {
        case .amount(let amount): AmountText.rounded(amount, places: places)
        case .day(let day): language == .zh ? "\(day.year)年\(day.month)月\(day.day)日" : day.iso
        case .text(let text): text
        case .truth(let truth): language == .zh ? (truth ? "是" : "否") : (truth ? "yes" : "no")
        case .word(let word): word.words(places: places)(language)
        case .nothing: language == .zh ? "无数据" : "no data"
        }
    }
}

extension Name: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let name = Name(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a name: \(text)"))
        }
        self = name
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
