/// A database, as the rest of this storey sees it.
protocol Driver: Sendable {
    var dialect: any Dialect { get }

    /// Reads on one snapshot, beside any write.
    func read<T>(_ body: (any Connection) throws -> T) throws -> T
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// Writes in a transaction that is taken at once; what throws leaves nothing.
    func write<T>(_ body: (any Connection) throws -> T) throws -> T
    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// Copies a snapshot of the whole database to a new file.
    func copy(to path: String) throws
}

/// One connection inside a transaction.
protocol Connection: AnyObject {
    /// Runs a statement that answers rows, until the body answers false.
    func forEach(_ text: String, _ values: [Value], _ body: (Row) throws -> Bool) throws

    /// Runs a statement; answers how many rows it touched.
    @discardableResult
    func execute(_ text: String, _ values: [Value]) throws -> Int

    /// The key that the last insert was given.
    var lastKey: Int64 { get }

    /// A statement to be run many times: its first place holds the constant, the others a row.
    func filler(_ text: String, constant: Int64) throws -> any Filler
}

/// A prepared insert.
protocol Filler: AnyObject {
    /// Adds the row; answers the key it was given.
    func run(_ row: borrowing NewRow) throws -> Int64
}
