import CZip
public import Foundation

/// A zip container opened for reading: .xlsx, .docx and plain .zip.
///
/// Parts are read as streams and never trusted: the number of parts, the declared and the true size, the ratio of the two and
/// the checksum are held to `ZipLimits`, so that a bomb, a cut file or a lying header is a `FormatError`.
public final class ZipReader {
    /// What the container's directory lists, in its order; folders are left out.
    public let entries: [ZipEntry]
    let limits: ZipLimits
    private let archive: OpaquePointer
    private let byName: [String: ZipEntry]
    private var inflated = 0

    /// Opens a file. Throws `FormatError`.
    public convenience init(path: String, limits: ZipLimits = ZipLimits()) throws {
        let kind = try FileKind(path: path)
        guard kind == .container, let archive = zip_open(path, ZIP_RDONLY, nil) else { throw kind.refusal }
        try self.init(archive: archive, limits: limits)
    }

    /// Opens bytes in memory. Throws `FormatError`.
    public convenience init(data: Data, limits: ZipLimits = ZipLimits()) throws {
        let kind = FileKind(data)
        guard kind == .container else { throw kind.refusal }
        guard let copy = malloc(data.count) else { throw FormatError.unreadable }
        data.copyBytes(to: UnsafeMutableRawBufferPointer(start: copy, count: data.count))
        guard let source = zip_source_buffer_create(copy, UInt64(data.count), 1, nil) else {
            free(copy)
            throw FormatError.unreadable
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            throw kind.refusal
        }
        try self.init(archive: archive, limits: limits)
    }

    private init(archive: OpaquePointer, limits: ZipLimits) throws {
        self.archive = archive
        self.limits = limits
        do {
            let listed = try ZipReader.list(archive, limits)
            entries = listed
            byName = Dictionary(listed.map { ($0.name, $0) }) { first, _ in first }
        } catch {
            zip_discard(archive)
            throw error
        }
        // Two parts of one name would let one reader see the first and another the second.
        guard byName.count == entries.count else { throw FormatError.damaged(part: "zip") }
    }

    deinit { zip_discard(archive) }

    /// The part of a name, or nil.
    public func entry(_ name: String) -> ZipEntry? { byName[name] }

    /// Opens a part as a stream. Throws `FormatError`.
    public func stream(_ entry: ZipEntry) throws -> ZipStream {
        guard !entry.isEncrypted else { throw FormatError.encrypted }
        guard entry.size <= limits.partBytes else { throw FormatError.tooLarge(part: entry.name, limit: limits.partBytes) }
        guard let file = zip_fopen_index(archive, entry.index, 0) else { throw FormatError.damaged(part: entry.name) }
        return ZipStream(file: file, entry: entry, archive: self)
    }

    /// Reads a part in pieces; a piece is only there while `body` runs. Throws `FormatError`, and what `body` throws.
    public func read(_ entry: ZipEntry, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let stream = try stream(entry)
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { piece.deallocate() }
        while true {
            let count = try stream.read(into: piece)
            if count == 0 { return }
            try body(UnsafeRawBufferPointer(rebasing: piece[..<count]))
        }
    }

    /// A whole part, for those that are small. Throws `FormatError`.
    public func data(_ entry: ZipEntry) throws -> Data {
        var data = Data()
        try read(entry) { data.append(contentsOf: $0) }
        return data
    }

    func count(_ bytes: Int, of entry: ZipEntry) throws {
        inflated += bytes
        guard inflated <= limits.totalBytes else { throw FormatError.tooLarge(part: entry.name, limit: limits.totalBytes) }
    }

    private static func list(_ archive: OpaquePointer, _ limits: ZipLimits) throws -> [ZipEntry] {
        let count = zip_get_num_entries(archive, 0)
        guard count <= limits.parts else { throw FormatError.tooManyParts(limit: limits.parts) }
        var entries: [ZipEntry] = []
        for index in 0..<UInt64(max(count, 0)) {
            var stat = zip_stat_t()
            guard zip_stat_index(archive, index, zip_flags_t(ZIP_FL_ENC_RAW), &stat) == 0, let raw = stat.name else {
                throw FormatError.damaged(part: "zip")
            }
            let name = TextEncoding.name(UnsafeRawBufferPointer(start: raw, count: strlen(raw)))
            guard !name.hasSuffix("/") else { continue }
            guard let size = Int(exactly: stat.size), let packed = Int(exactly: stat.comp_size) else {
                throw FormatError.damaged(part: name)
            }
            let isEncrypted = Int32(stat.encryption_method) != ZIP_EM_NONE
            entries.append(ZipEntry(name: name, size: size, packed: packed, index: index, isEncrypted: isEncrypted))
        }
        return entries
    }
}
