public import Storage

/// Something wrong with the form of a text: its numbering, its paragraphs, its marks, its terms, its age.
public struct FormFault: Sendable, Hashable, Codable {
    /// `term`, `numbering`, `run-on`, `broken`, `pair`, `doubled`, `stale`.
    public var rule: String
    /// Where.
    public var place: TextPlace
    /// The words around it.
    public var context: String
    /// What is wrong, and what would be right.
    public var message: Words
}

extension OutsideParagraph {
    func fault(_ rule: String, _ range: Range<Int>, zh: String, en: String) -> FormFault {
        FormFault(rule: rule, place: place(range), context: context(range), message: Words(zh: zh, en: en))
    }
}
