import GRDBSQLite

/// The cells of the row on which a statement stands. Used on the connection's own queue only.
final class SQLiteCells: LiveCells, @unchecked Sendable {
    private let pointer: OpaquePointer
    private let count: Int
    private var step = 0
    private(set) var sawFloatingPoint = false

    init(_ pointer: OpaquePointer, count: Int) {
        self.pointer = pointer
        self.count = count
    }

    /// The row on which the statement stands now; the one before is no more.
    func row(_ heading: Heading) -> Row {
        step += 1
        return Row(heading: heading, source: .live(self, step: step))
    }

    /// After this there is no row: the statement may serve someone else.
    func end() { step = -1 }

    func integer(at position: Int, step: Int) -> Int64? {
        guard let column = column(position, step) else { return nil }
        switch sqlite3_column_type(pointer, column) {
        case SQLITE_INTEGER: return sqlite3_column_int64(pointer, column)
        case SQLITE_FLOAT:
            sawFloatingPoint = true
            return nil
        default: return nil
        }
    }

    func text(at position: Int, step: Int) -> String? {
        guard let column = column(position, step), sqlite3_column_type(pointer, column) == SQLITE_TEXT,
            let text = sqlite3_column_text(pointer, column)
        else { return nil }
        return String(decoding: UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(pointer, column))), as: UTF8.self)
    }

    func value(at position: Int, step: Int) -> Value {
        guard let column = column(position, step) else { return .null }
        switch sqlite3_column_type(pointer, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(pointer, column))
        case SQLITE_TEXT: return .text(text(at: position, step: step) ?? "")
        case SQLITE_BLOB:
            guard let bytes = sqlite3_column_blob(pointer, column) else { return .data([]) }
            return .data(Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(pointer, column)))))
        case SQLITE_FLOAT:
            sawFloatingPoint = true
            return .null
        default: return .null
        }
    }

    @inline(__always)
    private func column(_ position: Int, _ step: Int) -> CInt? {
        guard step == self.step else {
            assertionFailure("a row was used after its closure returned")
            return nil
        }
        return position >= 0 && position < count ? CInt(truncatingIfNeeded: position) : nil
    }
}
