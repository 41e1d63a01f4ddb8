/// Where something stands in a text from outside.
public struct TextPlace: Sendable, Hashable, Comparable, Codable {
    /// The paragraph, from 1; empty ones don't count.
    public var paragraph: Int
    /// The letter of the paragraph that it begins with, from 1.
    public var letter: Int
    /// How many letters it has.
    public var length: Int

    init(paragraph: Int, _ range: Range<Int>) {
        self.paragraph = paragraph
        letter = range.lowerBound + 1
        length = range.count
    }

    public static func < (left: TextPlace, right: TextPlace) -> Bool {
        (left.paragraph, left.letter, left.length) < (right.paragraph, right.letter, right.length)
    }
}
