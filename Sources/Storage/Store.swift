/// A site's book: one database, read on snapshots and written one numbered change at a time.
public final class Store: Sendable {
    let driver: any Driver
    /// Seconds ahead of UTC of the site's clock, 28800 in China.
    public let offset: Int
    /// Asked for the pieces of SQL in which databases differ.
    public var dialect: any Dialect { driver.dialect }

    /// Goes with the store.
    private let folder: TemporaryFolder?

    init(driver: any Driver, offset: Int, folder: TemporaryFolder? = nil) {
        self.driver = driver
        self.offset = offset
        self.folder = folder
    }

    /// Opens the book at a path, and makes it where there is none.
    ///
    /// - Parameters:
    ///   - offset: seconds ahead of UTC of the site's clock; it must be the one the book was made with.
    ///   - readOnly: for a look that must not write; then the book has to exist.
    public static func open(at path: String, timeZone offset: Int, readOnly: Bool = false) throws -> Store {
        let driver = try SQLiteDriver(path: path, readOnly: readOnly)
        try Opening.settle(driver, offset: offset, readOnly: readOnly)
        return Store(driver: driver, offset: offset)
    }

    /// An empty book in a folder of its own that goes when the store does. For tests and trials.
    public static func temporary(timeZone offset: Int = 28_800) throws -> Store {
        let folder = TemporaryFolder()
        let driver = try SQLiteDriver(path: try folder.make() + "/book.sqlite", readOnly: false)
        try Opening.settle(driver, offset: offset, readOnly: false)
        return Store(driver: driver, offset: offset, folder: folder)
    }

    /// Reads on one snapshot. Blocks the thread; in async code the other overload is taken.
    public func read<T>(_ body: (Reading) throws -> T) throws -> T {
        try driver.read { try body(self.reading($0)) }
    }

    /// Reads on one snapshot, on a thread of the database's own.
    public func read<T: Sendable>(_ body: @escaping @Sendable (Reading) throws -> T) async throws -> T {
        try await driver.read { try body(self.reading($0)) }
    }

    /// Writes one change, alone and in one transaction; what throws leaves nothing.
    ///
    /// A body that touches no versioned row and notes nothing commits its plain statements but records no change,
    /// unless the intent says `recordsEmpty`.
    @discardableResult
    public func write<T>(_ intent: Intent, _ body: (Writing) throws -> T) throws -> Committed<T> {
        try driver.write { try Writing.commit(intent, on: $0, of: self, body) }
    }

    /// Writes one change, on a thread of the database's own.
    @discardableResult
    public func write<T: Sendable>(_ intent: Intent, _ body: @escaping @Sendable (Writing) throws -> T) async throws -> Committed<T> {
        try await driver.write { try Writing.commit(intent, on: $0, of: self, body) }
    }

    private func reading(_ connection: any Connection) -> Reading {
        Reading(connection: connection, dialect: dialect, offset: offset)
    }
}
