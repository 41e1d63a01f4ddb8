/// A paragraph of a document that is read: what a reader sees of it. Numbers that a program puts before paragraphs by itself are not in
/// the file and so not here.
public struct DocumentParagraph: Sendable, Hashable {
    /// Its text in stretches of one look.
    public var runs: [DocumentRun]
    /// Level of the heading that it is, from 1, or nil.
    public var level: Int?
    /// It stands in a cell of a table.
    public var isInTable: Bool

    /// Its whole text.
    public var text: String { runs.map(\.text).joined() }
}
