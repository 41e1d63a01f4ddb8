public import Storage

/// What a change of the declarations does to the book, for whoever decides on it.
public struct DeclarationPlan: Sendable {
    public let sources: Sources
    public let catalogue: Catalogue
    /// The digest of the declarations that it replaces; nil where there were none.
    let former: String?
    /// What will be done, a sentence each.
    public let sentences: [Words]
    /// Why it can't be done; where there is one, nothing is.
    public let obstacles: [Words]
    /// The registers whose records are computed or named anew.
    let refreshes: [Name: Refresh]

    /// What is done anew to the records of a register.
    struct Refresh: Sendable, Hashable {
        /// The title pattern, or what identifies a record, is another.
        var titles = false
        /// Records without a state get this one.
        var state: Name?
    }

    /// Whether there is nothing to do.
    public var isEmpty: Bool { sentences.isEmpty && obstacles.isEmpty }
}
