import Foundation

/// What the present thread is doing with which database: a read inside a read joins its snapshot, and a write inside a write is
/// refused. The pool itself would end the process in both cases.
final class ThreadAccess {
    private static let key = "book.access"
    private var readers: [ObjectIdentifier: SQLiteAccess] = [:]
    private var writers: Set<ObjectIdentifier> = []

    private static var current: ThreadAccess {
        let dictionary = Thread.current.threadDictionary
        if let current = dictionary[key] as? ThreadAccess { return current }
        let made = ThreadAccess()
        dictionary[key] = made
        return made
    }

    /// The snapshot that this thread is reading.
    static func reader(of driver: SQLiteDriver) -> SQLiteAccess? { current.readers[ObjectIdentifier(driver)] }

    static func isWriting(_ driver: SQLiteDriver) -> Bool { current.writers.contains(ObjectIdentifier(driver)) }

    static func reading<T>(_ driver: SQLiteDriver, _ access: SQLiteAccess, _ body: (SQLiteAccess) throws -> T) rethrows -> T {
        let thread = current
        thread.readers[ObjectIdentifier(driver)] = access
        defer {
            thread.readers[ObjectIdentifier(driver)] = nil
            access.end()
        }
        return try body(access)
    }

    static func writing<T>(_ driver: SQLiteDriver, _ body: () throws -> T) rethrows -> T {
        let thread = current
        thread.writers.insert(ObjectIdentifier(driver))
        defer { thread.writers.remove(ObjectIdentifier(driver)) }
        return try body()
    }
}
