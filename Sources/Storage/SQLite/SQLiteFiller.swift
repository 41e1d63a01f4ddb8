import GRDB
import GRDBSQLite

/// An insert that is bound and stepped again and again.
final class SQLiteFiller: Filler {
    private let statement: Statement
    private let pointer: OpaquePointer
    private let connection: OpaquePointer?
    private let access: SQLiteAccess

    init(_ statement: Statement, of access: SQLiteAccess) {
        self.statement = statement
        self.access = access
        pointer = statement.sqliteStatement
        connection = sqlite3_db_handle(pointer)
    }

    func null(at position: Int) { sqlite3_bind_null(pointer, CInt(truncatingIfNeeded: position + 1)) }

    func integer(_ number: Int64, at position: Int) { sqlite3_bind_int64(pointer, CInt(truncatingIfNeeded: position + 1), number) }

    func text(_ bytes: UnsafeRawBufferPointer, at position: Int) {
        _ = SQLiteBind.text(bytes, pointer, CInt(truncatingIfNeeded: position + 1))
    }

    func data(_ bytes: UnsafeRawBufferPointer, at position: Int) {
        _ = SQLiteBind.data(bytes, pointer, CInt(truncatingIfNeeded: position + 1))
    }

    func run() throws -> Int64 {
        let code = sqlite3_step(pointer)
        guard code == SQLITE_DONE else {
            let error = access.failure(pointer)
            sqlite3_reset(pointer)
            throw error
        }
        sqlite3_reset(pointer)
        return sqlite3_last_insert_rowid(connection)
    }
}
