/// A stretch of text of one look. A line feed in it begins a new line, a tab is a tab.
public struct DocumentRun: Sendable, Hashable {
    /// The text.
    public var text: String
    /// Bold.
    public var isBold: Bool
    /// Marked as with a yellow pen, for whoever must look at it.
    public var isMarked: Bool
    /// A name under which the text can be found again, `fig_37`. In a document that is read, the innermost one.
    public var bookmark: String?
    /// Where the text leads.
    public var link: DocumentLink?
    /// A tracked change that put it in or struck it out, by the document's author on its day. Written only; a reader takes what stands.
    public var revision: DocumentRevision?

    /// A run.
    public init(
        _ text: String, isBold: Bool = false, isMarked: Bool = false, bookmark: String? = nil, link: DocumentLink? = nil,
        revision: DocumentRevision? = nil
    ) {
        self.text = text
        self.isBold = isBold
        self.isMarked = isMarked
        self.bookmark = bookmark
        self.link = link
        self.revision = revision
    }
}

/// A tracked change.
public enum DocumentRevision: Sendable, Hashable { case inserted, deleted }

/// Where a stretch of text leads.
public enum DocumentLink: Sendable, Hashable {
    /// An address; only http, https and mailto are written.
    case address(String)
    /// A bookmark of the same document.
    case bookmark(String)
}
