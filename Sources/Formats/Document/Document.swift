/// A text document in the layout of official documents, GB/T 9704-2012, before it is written as DOCX.
public struct Document: Sendable {
    /// Its page.
    public var page: PageLayout
    /// Its title as a property, which is not printed.
    public var title: String
    /// The organisation that made it, as a property.
    public var author: String
    /// The day it was made, as a property. It is told and not read off a clock, so that the same document gives the same bytes.
    public var made: (year: Int, month: Int, day: Int)
    /// Further properties by name that stay in the file unseen: which edition it is, of which digest.
    public var properties: [String: String]
    /// What stands in it.
    public var blocks: [DocumentBlock]

    /// A document.
    public init(
        page: PageLayout = .official, title: String, author: String, made: (year: Int, month: Int, day: Int),
        properties: [String: String] = [:], blocks: [DocumentBlock] = []
    ) {
        self.page = page
        self.title = title
        self.author = author
        self.properties = properties
        self.blocks = blocks
        self.made = made
    }
}
