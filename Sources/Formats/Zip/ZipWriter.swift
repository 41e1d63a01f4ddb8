import CZip
public import Foundation

/// Writes a zip container. The same parts give the same bytes: every part bears the first moment that zip knows, 1980-01-01.
public struct ZipWriter {
    private var parts: [(name: String, data: Data)] = []

    /// A container without parts.
    public init() {}

    /// Adds a part after those already there; readers of office files want `[Content_Types].xml` first.
    public mutating func add(_ name: String, _ data: Data) { parts.append((name, data)) }

    /// Adds a part of text, in UTF-8.
    public mutating func add(_ name: String, _ text: String) { add(name, Data(text.utf8)) }

    /// Writes the container beside its place and then moves it there, so that nobody sees half of it. Throws `FormatError.unwritable`.
    public func write(to path: String) throws {
        do {
            try data().write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch let error as FormatError {
            throw error
        } catch {
            throw FormatError.unwritable
        }
    }

    /// The container in memory. Throws `FormatError.unwritable`.
    public func data() throws -> Data {
        guard let source = zip_source_buffer_create(nil, 0, 0, nil) else { throw FormatError.unwritable }
        zip_source_keep(source)
        defer { zip_source_free(source) }
        guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, nil) else {
            zip_source_free(source)
            throw FormatError.unwritable
        }
        do {
            for part in parts { try add(part.name, part.data, to: archive) }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw FormatError.unwritable
        }
        return try bytes(of: source)
    }

    private func add(_ name: String, _ data: Data, to archive: OpaquePointer) throws {
        guard let copy = malloc(max(data.count, 1)) else { throw FormatError.unwritable }
        data.copyBytes(to: UnsafeMutableRawBufferPointer(start: copy, count: data.count))
        guard let source = zip_source_buffer(archive, copy, UInt64(data.count), 1) else {
            free(copy)
            throw FormatError.unwritable
        }
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw FormatError.unwritable
        }
        let firstDay = UInt16(1 << 5 | 1)
        guard zip_file_set_dostime(archive, UInt64(index), 0, firstDay, 0) == 0,
            zip_set_file_compression(archive, UInt64(index), ZIP_CM_DEFLATE, 6) == 0
        else { throw FormatError.unwritable }
    }

    private func bytes(of source: OpaquePointer) throws -> Data {
        var stat = zip_stat_t()
        guard zip_source_stat(source, &stat) == 0, let size = Int(exactly: stat.size), zip_source_open(source) == 0 else {
            throw FormatError.unwritable
        }
        defer { zip_source_close(source) }
        var data = Data(count: size)
        let count = data.withUnsafeMutableBytes { zip_source_read(source, $0.baseAddress, UInt64(size)) }
        guard count == size else { throw FormatError.unwritable }
        return data
    }
}
