import GRDBSQLite

/// The cells of the row on which a statement stands. Used on the connection's own queue only.
final class SQLiteCells: LiveCells, @unchecked Sendable {
    private var pointer: OpaquePointer?
    private let count: Int
    private(set) var sawFloatingPoint = false

    init(_ pointer: OpaquePointer, count: Int) {
        self.pointer = pointer
        self.count = count
    }

    /// After this every cell is null: the statement may serve someone else.
    func end() { pointer = nil }

    func integer(at position: Int) -> Int64? {
        guard let pointer, position >= 0, position < count else { return nil }
        let column = CInt(truncatingIfNeeded: position)
        switch sqlite3_column_type(pointer, column) {
        case SQLITE_INTEGER: return sqlite3_column_int64(pointer, column)
        case SQLITE_FLOAT:
            sawFloatingPoint = true
            return nil
        default: return nil
        }
    }

    func text(at position: Int) -> String? {
        guard let pointer, position >= 0, position < count else { return nil }
        let column = CInt(truncatingIfNeeded: position)
        guard sqlite3_column_type(pointer, column) == SQLITE_TEXT, let text = sqlite3_column_text(pointer, column) else { return nil }
        return String(decoding: UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(pointer, column))), as: UTF8.self)
    }

    func value(at position: Int) -> Value {
        guard let pointer, position >= 0, position < count else { return .null }
        let column = CInt(truncatingIfNeeded: position)
        switch sqlite3_column_type(pointer, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(pointer, column))
        case SQLITE_TEXT: return .text(text(at: position) ?? "")
        case SQLITE_BLOB:
            guard let bytes = sqlite3_column_blob(pointer, column) else { return .data([]) }
            return .data(Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(pointer, column)))))
        case SQLITE_FLOAT:
            sawFloatingPoint = true
            return .null
        default: return .null
        }
    }
}
