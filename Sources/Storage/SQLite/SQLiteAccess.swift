import GRDB
import GRDBSQLite

/// A connection of the pool inside a transaction. Values are bound and stepped without the driver's own row types.
final class SQLiteAccess: Connection {
    private let database: Database
    /// Whether the transaction has ended, in its time or before it (a full disk can do that): whatever followed would commit by
    /// itself.
    private var isOver = false

    init(_ database: Database) { self.database = database }

    /// Refuses whatever is asked from now on: somebody kept a reading or a writing beyond its closure.
    func end() { isOver = true }

    var lastKey: Int64 { database.lastInsertedRowID }

    func forEach(_ text: String, _ values: [Value], _ body: (Row) throws -> Bool) throws {
        let statement = try prepared(text)
        let pointer = statement.sqliteStatement
        defer { release(pointer) }
        try bind(values, to: pointer)
        var code = sqlite3_step(pointer)
        guard code == SQLITE_ROW || code == SQLITE_DONE else { throw failure(pointer) }
        let heading = Heading(
            names: (0..<sqlite3_column_count(pointer)).map { sqlite3_column_name(pointer, $0).map(String.init(cString:)) ?? "" })
        let cells = SQLiteCells(pointer, count: heading.names.count)
        defer { cells.end() }
        while code == SQLITE_ROW {
            let goesOn = try body(cells.row(heading))
            if cells.sawFloatingPoint { throw StoreError(.other, detail: "floating point in the answer of: \(text)") }
            guard goesOn else { return }
            code = sqlite3_step(pointer)
        }
        guard code == SQLITE_DONE else { throw failure(pointer) }
    }

    func execute(_ text: String, _ values: [Value]) throws -> Int {
        let statement = try prepared(text)
        let pointer = statement.sqliteStatement
        defer { release(pointer) }
        try bind(values, to: pointer)
        var code = sqlite3_step(pointer)
        while code == SQLITE_ROW { code = sqlite3_step(pointer) }
        guard code == SQLITE_DONE else { throw failure(pointer) }
        if sqlite3_get_autocommit(sqlite3_db_handle(pointer)) != 0 { isOver = true }
        try refuseIfOver()
        return database.changesCount
    }

    func filler(_ text: String, constant: Int64) throws -> any Filler {
        try refuseIfOver()
        return SQLiteFiller(try SQLiteError.mapped { try database.makeStatement(sql: text) }, constant: constant, of: self)
    }

    private func prepared(_ text: String) throws -> Statement {
        try refuseIfOver()
        let statement = try SQLiteError.mapped { try database.cachedStatement(sql: text) }
        // The same text may be asked again while its rows are being gone through.
        return sqlite3_stmt_busy(statement.sqliteStatement) == 0 ? statement : try SQLiteError.mapped { try database.makeStatement(sql: text) }
    }

    func refuseIfOver() throws {
        if isOver { throw StoreError(.other, detail: "the transaction is over") }
    }

    func failure(_ pointer: OpaquePointer) -> StoreError {
        let connection = sqlite3_db_handle(pointer)
        let error = SQLiteError.storeError(
            code: sqlite3_extended_errcode(connection), message: sqlite3_errmsg(connection).map(String.init(cString:)) ?? "")
        if sqlite3_get_autocommit(connection) != 0 { isOver = true }
        return error
    }

    private func release(_ pointer: OpaquePointer) {
        sqlite3_reset(pointer)
        sqlite3_clear_bindings(pointer)
    }

    private func bind(_ values: [Value], to pointer: OpaquePointer) throws {
        guard Int(sqlite3_bind_parameter_count(pointer)) == values.count else {
            throw StoreError(.other, detail: "\(values.count) values for \(sqlite3_bind_parameter_count(pointer)) places")
        }
        for (index, value) in values.enumerated() {
            let position = CInt(index + 1)
            let code =
                switch value {
                case .null: sqlite3_bind_null(pointer, position)
                case .integer(let number): sqlite3_bind_int64(pointer, position, number)
                case .text(let text): SQLiteBind.text(text, pointer, position)
                case .data(let bytes): SQLiteBind.data(bytes, pointer, position)
                }
            guard code == SQLITE_OK else { throw failure(pointer) }
        }
    }
}
