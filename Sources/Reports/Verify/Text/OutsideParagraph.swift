/// A paragraph of a text from outside, without the white space at its ends.
struct OutsideParagraph: Sendable {
    /// From 1.
    let number: Int
    let letters: Letters
    /// Whether it began with white space.
    let isIndented: Bool
    /// It stands in a cell of a table.
    let isInTable: Bool
    /// The level of the heading that a document declares it to be.
    let level: Int?
    /// Spans between 《 and 》, and between “ and ”, marks included.
    let titles: [Range<Int>]
    let quotations: [Range<Int>]

    init(number: Int, text: String, isIndented: Bool, isInTable: Bool = false, level: Int? = nil) {
        self.number = number
        letters = Letters(text)
        self.isIndented = isIndented
        self.isInTable = isInTable
        self.level = level
        titles = OutsideParagraph.spans(letters, "《", "》")
        quotations = OutsideParagraph.spans(letters, "“", "”")
    }

    var text: String { letters.text(0..<letters.count) }

    func place(_ range: Range<Int>) -> TextPlace { TextPlace(paragraph: number, range) }

    func isInTitle(_ index: Int) -> Bool { OutsideParagraph.holds(titles, index) }
    func isQuoted(_ index: Int) -> Bool { OutsideParagraph.holds(quotations, index) }

    /// Whether one of some spans, in order and apart, holds a place.
    private static func holds(_ spans: [Range<Int>], _ index: Int) -> Bool {
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].upperBound <= index { low = middle + 1 } else { high = middle }
        }
        return low < spans.count && spans[low].contains(index)
    }

    /// The words at a range with some around them: ……实现工业总产值【628.3亿元】，同比……. Nothing of it can steer a terminal.
    func context(_ range: Range<Int>, around: Int = 14) -> String {
        let before = letters.text(max(0, range.lowerBound - around)..<range.lowerBound)
        let after = letters.text(range.upperBound..<min(letters.count, range.upperBound + around))
        let inside = letters.text(range.lowerBound..<min(range.upperBound, range.lowerBound + 80))
        return OutsideParagraph.plain(
            (range.lowerBound > around ? "…" : "") + before + "【" + inside + "】" + after + (range.upperBound + around < letters.count ? "…" : ""))
    }

    /// A stretch without line ends and control letters.
    static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: " "
                    default: scalar
                    }
                }))
    }

    private static func spans(_ letters: Letters, _ open: Unicode.Scalar, _ close: Unicode.Scalar) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var start: Int?
        for (index, scalar) in letters.all.enumerated() {
            if scalar == open, start == nil { start = index }
            if scalar == close, let from = start {
                spans.append(from..<(index + 1))
                start = nil
            }
        }
        return spans
    }
}
