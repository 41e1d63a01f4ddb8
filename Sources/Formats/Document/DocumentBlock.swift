/// What stands in a document from one line end to the next.
public enum DocumentBlock: Sendable, Hashable {
    /// The red head, which begins a document.
    case letterhead(Letterhead)
    /// The imprint, which ends a document.
    case imprint(Imprint)
    /// `附件1` above the title of an annex: flush left (7.3.7).
    case annex(String)
    /// A chart, its title below.
    case chart(DocumentChart)
    /// The title: size 2, in the middle; a line feed breaks it where the sense does.
    case title([DocumentRun])
    /// Whom it is addressed to: flush left.
    case addressee([DocumentRun])
    /// A heading of level 1 to 4 with its number in the text: 一、 （一） 1. （1）. Other levels count as the nearest.
    case heading(Int, [DocumentRun])
    /// A paragraph of the body: two letters in.
    case paragraph([DocumentRun])
    /// A note in small letters, as above a table of origins.
    case note([DocumentRun])
    /// A table.
    case table(DocumentTable)
    /// Names of what is attached; numbered where they are more than one. Stands a line below the body (GB/T 9704-2012, 7.3.4).
    case attachments([String])
    /// Who signs and the day, on the right (7.3.5); a seal wants the name over the middle of the day.
    case signature(String, day: String, isSealed: Bool)
    /// An empty line.
    case blank
    /// What follows stands on a new page.
    case pageBreak
}
