public import Storage

/// A park's book, open: what is declared and what is recorded.
///
/// It is passed to whoever needs it; there is no other way to the records.
public struct Book: Sendable {
    public let store: Store
    public let catalogue: Catalogue
    /// The declarations' files, for the storeys above that read their own.
    public let sources: Sources

    public init(store: Store, catalogue: Catalogue, sources: Sources) {
        self.store = store
        self.catalogue = catalogue
        self.sources = sources
    }

    /// Every table that the catalogue wants, registers with their past first.
    public var tables: [Table] { catalogue.registers.flatMap { $0.table.tables } }
}
