import GRDB
import GRDBSQLite

/// What SQLite's result codes mean to the book.
enum SQLiteError {
    /// Runs a body; what the driver throws becomes an error of the book.
    static func mapped<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw storeError(error)
        }
    }

    static func storeError(_ error: DatabaseError) -> StoreError {
        storeError(code: error.extendedResultCode.rawValue, message: error.message ?? "")
    }

    static func storeError(code: CInt, message: String) -> StoreError {
        StoreError(cause(code: code, message: message), detail: "SQLite \(code): \(message)")
    }

    private static func cause(code: CInt, message: String) -> StoreError.Cause {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_FULL: .full
        case SQLITE_READONLY, SQLITE_PERM: .readOnly
        case SQLITE_NOTADB: .notADatabase
        case SQLITE_CORRUPT: .corrupt
        case SQLITE_CONSTRAINT: constraint(code: code, message: message)
        case SQLITE_ERROR where message == "integer overflow": .overflow
        default: .other
        }
    }

    private static func constraint(code: CInt, message: String) -> StoreError.Cause {
        let places = places(in: message)
        switch code {
        case unique, primaryKey, rowID: return .unique(table: places.first?.table ?? "", columns: places.map(\.column))
        case foreignKey: return .reference
        case notNull: return .required(table: places.first?.table ?? "", column: places.first?.column ?? "")
        default: return .other
        }
    }

    /// The `table.column` pairs after the colon of a constraint's message.
    private static func places(in message: String) -> [(table: String, column: String)] {
        guard let colon = message.firstIndex(of: ":") else { return [] }
        return message[message.index(after: colon)...].split(separator: ",").compactMap { piece in
            let halves = piece.split(separator: ".", maxSplits: 1)
            guard halves.count == 2 else { return nil }
            return (String(halves[0].drop { $0 == " " }), String(halves[1]))
        }
    }

    // The extended codes are macros of arithmetic that do not reach Swift.
    private static let primaryKey = SQLITE_CONSTRAINT | 6 << 8
    private static let foreignKey = SQLITE_CONSTRAINT | 3 << 8
    private static let notNull = SQLITE_CONSTRAINT | 5 << 8
    private static let unique = SQLITE_CONSTRAINT | 8 << 8
    private static let rowID = SQLITE_CONSTRAINT | 10 << 8
}
