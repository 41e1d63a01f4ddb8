/// What a new draft does to the figures of the one before: which it takes from another source, and which it types over.
struct SourceComparison {
    /// Braces of a figure, and those that stand in their place now: `gross_output` and `output_reported`.
    private(set) var replaced: [(was: String, becomes: String)] = []
    /// Braces of a figure, and the number that was typed in their place.
    private(set) var typedOver: [(figure: String, number: String)] = []

    init(_ older: String, _ newer: String) {
        let lines = Blackline(from: SourceComparison.lines(older), to: SourceComparison.lines(newer)).lines
        for line in lines {
            var deleted: [String] = []
            for piece in line.pieces {
                switch piece.kind {
                case .same: deleted = []
                case .deleted: deleted = WordDifference.words(piece.text)
                case .added:
                    compare(deleted, WordDifference.words(piece.text))
                    deleted = []
                }
            }
        }
    }

    private static func lines(_ text: String) -> [BlacklineText] {
        text.split(separator: "\n").map { BlacklineText(look: .paragraph, text: String($0.filter { $0 != "\r" })) }
    }

    /// What was struck out and what was put in at one place.
    private mutating func compare(_ deleted: [String], _ added: [String]) {
        let were = deleted.compactMap { SourceComparison.figure($0) }
        let are = added.compactMap { SourceComparison.figure($0) }
        for (was, becomes) in zip(were, are) where was != becomes { replaced.append((was, becomes)) }
        guard were.count > are.count, let number = added.first(where: { SourceComparison.isTyped($0) }) else { return }
        typedOver.append((were[are.count], number))
    }

    /// What stands in the braces of a figure; nil for words, and for braces that open, close or direct something.
    static func figure(_ word: String) -> String? {
        guard word.hasPrefix("{"), word.hasSuffix("}") else { return nil }
        let inner = String(word.dropFirst().dropLast()).trimmed
        let first = inner.prefix { !$0.isWhitespace }
        let directs = [
            "claim", "/claim", "else", "item", "plain", "list", "/list", "if", "/if", "chapter", "every", "rows", "to", "table", "chart", "period",
            "",
        ]
        guard !directs.contains(String(first)), !first.hasPrefix("period.") else { return nil }
        return inner
    }

    /// A number typed by hand, vouched for or not.
    private static func isTyped(_ word: String) -> Bool {
        let text = word.hasPrefix("{plain ") ? word.dropFirst("{plain ".count) : word[...]
        return text.first.map { $0.isASCII && $0.isNumber } ?? false
    }
}
