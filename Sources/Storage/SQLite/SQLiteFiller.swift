import GRDB
import GRDBSQLite

/// An insert that is bound and stepped again and again.
final class SQLiteFiller: Filler {
    private let statement: Statement
    private let pointer: OpaquePointer
    private let connection: OpaquePointer?
    private let access: SQLiteAccess

    init(_ statement: Statement, constant: Int64, of access: SQLiteAccess) {
        self.statement = statement
        self.access = access
        pointer = statement.sqliteStatement
        connection = sqlite3_db_handle(pointer)
        sqlite3_bind_int64(pointer, 1, constant)
    }

    /// The row's bytes are bound where they lie: they stay there until the statement is reset.
    func run(_ row: borrowing NewRow) throws -> Int64 {
        try access.refuseIfOver()
        var place: CInt = 2
        var code = SQLITE_OK
        for index in 0..<row.width {
            let cell = row.cells[index]
            switch cell.tag {
            case RowEncoding.integerTag: code |= sqlite3_bind_int64(pointer, place, cell.number)
            case RowEncoding.textTag:
                let start = UnsafePointer<CChar>(OpaquePointer(row.memory + Int(cell.number)))
                code |= sqlite3_bind_text64(pointer, place, start, UInt64(cell.length), nil, UInt8(truncatingIfNeeded: SQLITE_UTF8))
            case RowEncoding.dataTag:
                code |= sqlite3_bind_blob64(pointer, place, row.memory + Int(cell.number), UInt64(cell.length), nil)
            default: code |= sqlite3_bind_null(pointer, place)
            }
            place += 1
        }
        guard code == SQLITE_OK else { throw access.failure(pointer) }
        code = sqlite3_step(pointer)
        guard code == SQLITE_DONE else {
            let error = access.failure(pointer)
            sqlite3_reset(pointer)
            throw error
        }
        sqlite3_reset(pointer)
        return sqlite3_last_insert_rowid(connection)
    }
}
