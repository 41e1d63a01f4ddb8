import CZip

/// One part of a container, inflated piece by piece. It keeps its container open.
public final class ZipStream {
    private let file: OpaquePointer
    private let entry: ZipEntry
    private let archive: ZipReader
    private var total = 0

    init(file: OpaquePointer, entry: ZipEntry, archive: ZipReader) {
        self.file = file
        self.entry = entry
        self.archive = archive
    }

    deinit { zip_fclose(file) }

    /// Fills the buffer as far as there is something and returns the number of bytes, 0 at the end. Throws `FormatError` where
    /// a limit is passed, or where the part is cut, fails its checksum or is not of the size that its header says.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count)))
        guard count >= 0 else { throw FormatError.damaged(part: entry.name) }
        if count == 0, !buffer.isEmpty {
            guard total == entry.size else { throw FormatError.damaged(part: entry.name) }
            return 0
        }
        total += count
        try archive.count(count, of: entry)
        let limits = archive.limits
        guard total <= limits.partBytes else { throw FormatError.tooLarge(part: entry.name, limit: limits.partBytes) }
        if total > limits.ratioFrom, total / max(entry.packed, 1) > limits.ratio {
            throw FormatError.tooDense(part: entry.name, limit: limits.ratio)
        }
        guard total <= entry.size else { throw FormatError.damaged(part: entry.name) }
        return count
    }
}
