import GRDBSQLite

/// Binding bytes, which SQLite copies. An empty array has no address, and an address of nothing would bind null.
enum SQLiteBind {
    static func text(_ string: String, _ pointer: OpaquePointer, _ position: CInt) -> CInt {
        var string = string
        return string.withUTF8 { text(UnsafeRawBufferPointer($0), pointer, position) }
    }

    static func data(_ bytes: [UInt8], _ pointer: OpaquePointer, _ position: CInt) -> CInt {
        bytes.withUnsafeBytes { data($0, pointer, position) }
    }

    private static func text(_ bytes: UnsafeRawBufferPointer, _ pointer: OpaquePointer, _ position: CInt) -> CInt {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return sqlite3_bind_text(pointer, position, "", 0, transient) }
        return sqlite3_bind_text64(
            pointer, position, base.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), transient, UInt8(SQLITE_UTF8))
    }

    private static func data(_ bytes: UnsafeRawBufferPointer, _ pointer: OpaquePointer, _ position: CInt) -> CInt {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return sqlite3_bind_zeroblob(pointer, position, 0) }
        return sqlite3_bind_blob64(pointer, position, base, UInt64(bytes.count), transient)
    }

    /// Asks SQLite to copy at once; in C a cast of -1 to a function.
    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
