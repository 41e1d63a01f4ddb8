public import Storage

/// What figures say elsewhere, shown beside them: in an edition what the records say now, in a draft what the edition printed.
public struct ReportBeside: Sendable {
    /// Where they say it: 现, 第1版.
    public var label: Words
    /// By the figure's id, with its unit.
    public var said: [String: String]

    public init(_ label: Words, _ said: [String: String]) {
        self.label = label
        self.said = said
    }

    /// Beside the figures of a draft, what an edition printed.
    public static func printed(_ comparison: EditionComparison) -> ReportBeside {
        ReportBeside(comparison.edition.words, Dictionary(comparison.moved.map { ($0.id, $0.then) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Beside the figures of an edition, what the records say now.
    public static func live(_ comparison: EditionComparison) -> ReportBeside {
        let said = comparison.moved.map { ($0.id, $0.now ?? "不再印") }
        return ReportBeside(Words(zh: "现", en: "now"), Dictionary(said, uniquingKeysWith: { first, _ in first }))
    }
}
