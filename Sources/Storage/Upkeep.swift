extension Store {
    /// Copies the book as it is at this moment to a new file, while others go on working. Throws `exists` where there is one.
    public func copy(to path: String) throws {
        guard !TemporaryFolder.isTaken(path) else { throw StoreError(.exists(path: path)) }
        try driver.copy(to: path)
    }

    /// What is wrong with the file itself, pages, indexes and references; empty where it is sound. For the log and the system officer.
    public func soundness() throws -> [String] {
        try read { reading in
            try reading.dialect.soundness.flatMap { sql in try reading.rows(sql).compactMap { $0.text(at: 0) } }
        }
    }
}
