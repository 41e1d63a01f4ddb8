/// A database, as the rest of this storey sees it.
protocol Driver: Sendable {
    var dialect: any Dialect { get }

    /// Reads on one snapshot, beside any write.
    func read<T>(_ body: (any Connection) throws -> T) throws -> T
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// Writes in one transaction that is taken at once, alone; what throws leaves nothing.
    func write<T>(_ body: (any Connection) throws -> T) throws -> T
    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
}

/// One connection inside a transaction.
protocol Connection: AnyObject {
    /// Runs a statement that answers rows.
    func forEach(_ text: String, _ values: [Value], _ body: (Row) throws -> Void) throws

    /// Runs a statement; answers how many rows it touched.
    @discardableResult
    func execute(_ text: String, _ values: [Value]) throws -> Int

    /// The key that the last insert was given.
    var lastKey: Int64 { get }

    /// A statement to be filled and run many times.
    func filler(_ text: String) throws -> any Filler
}

/// A prepared insert; positions from 0.
protocol Filler: AnyObject {
    func null(at position: Int)
    func integer(_ number: Int64, at position: Int)
    func text(_ bytes: UnsafeRawBufferPointer, at position: Int)
    func data(_ bytes: UnsafeRawBufferPointer, at position: Int)
    /// Adds the row; answers the key it was given.
    func run() throws -> Int64
}
