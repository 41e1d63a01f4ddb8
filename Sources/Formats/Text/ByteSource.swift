import Foundation

/// Bytes of a file or of memory, read forwards in pieces, and once more from the start.
final class ByteSource {
    private let data: Data
    private let descriptor: Int32
    private var offset = 0

    init(path: String) throws {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        data = Data()
        guard descriptor >= 0 else { throw FormatError.unreadable }
    }

    init(data: Data) {
        self.data = data
        descriptor = -1
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Goes to a place counted from the start.
    func seek(_ place: Int) throws {
        if descriptor >= 0, lseek(descriptor, off_t(place), SEEK_SET) < 0 { throw FormatError.unreadable }
        offset = min(place, data.count)
    }

    /// Fills the buffer unless the end comes first; returns the number of bytes.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard descriptor >= 0 else {
            let count = min(buffer.count, data.count - offset)
            let from = data.startIndex + offset
            data.copyBytes(to: buffer, from: from..<from + count)
            offset += count
            return count
        }
        var filled = 0
        while filled < buffer.count {
            let count = Foundation.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FormatError.unreadable }
            if count == 0 { break }
            filled += count
        }
        return filled
    }
}
