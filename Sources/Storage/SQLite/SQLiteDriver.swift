import GRDB
import GRDBSQLite
import Synchronization

/// A pool of connections on one SQLite file: one that writes, several that read beside it.
final class SQLiteDriver: Driver {
    let dialect: any Dialect = SQLiteDialect()
    private let pool: DatabasePool
    private let queue = WriteQueue()

    /// - Parameter patience: how long, in seconds, to wait for another process that is writing.
    init(path: String, readOnly: Bool, patience: Double = 5) throws {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(patience)
        configuration.maximumReaderCount = 8
        configuration.label = "book"
        configuration.prepareDatabase { database in
            // 16 MB of pages for each connection; after a large import the log shrinks back to 64 MB.
            try database.execute(sql: "PRAGMA cache_size = -16000")
            try database.execute(sql: "PRAGMA journal_size_limit = 67108864")
        }
        pool = try SQLiteError.mapped { try DatabasePool(path: path, configuration: configuration) }
        guard !readOnly else { return }
        // The pool sets NORMAL when it turns the write-ahead log on, after which a power cut may lose the last commits.
        try SQLiteError.mapped { try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") } }
    }

    func read<T>(_ body: (any Connection) throws -> T) throws -> T {
        if let access = ThreadAccess.reader(of: self) { return try body(access) }
        return try SQLiteError.mapped { try pool.read { try ThreadAccess.reading(self, SQLiteAccess($0), body) } }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        do {
            return try await pool.read { try ThreadAccess.reading(self, SQLiteAccess($0), body) }
        } catch let error as DatabaseError {
            throw SQLiteError.storeError(error)
        }
    }

    func write<T>(_ body: (any Connection) throws -> T) throws -> T {
        guard !ThreadAccess.isWriting(self) else { throw StoreError(.other, detail: "a write inside a write") }
        return try SQLiteError.mapped {
            try pool.writeWithoutTransaction { database in
                try ThreadAccess.writing(self) { try SQLiteDriver.transaction(database, body) }
            }
        }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        let result = Mutex<T?>(nil)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            let job = WriteQueue.Job { connection in
                let value = try ThreadAccess.writing(self) { try body(connection) }
                result.withLock { $0 = value }
            } finish: { error in
                guard let error else { return continuation.resume() }
                continuation.resume(throwing: (error as? DatabaseError).map(SQLiteError.storeError) ?? error)
            }
            queue.add(job, in: pool)
        }
        guard let value = result.withLock({ $0 }) else { throw StoreError(.other, detail: "a write without a result") }
        return value
    }

    /// Copies a snapshot while others go on reading and writing.
    func copy(to path: String) throws {
        try SQLiteError.mapped {
            let copy = try DatabaseQueue(path: path)
            try pool.backup(to: copy)
            try copy.close()
        }
    }

    private static func transaction<T>(_ database: Database, _ body: (any Connection) throws -> T) throws -> T {
        var result: T?
        try database.inTransaction(.immediate) {
            let access = SQLiteAccess(database)
            defer { access.end() }
            result = try body(access)
            try access.refuseIfOver()
            return .commit
        }
        guard let result else { throw StoreError(.other, detail: "a transaction without a result") }
        return result
    }
}
