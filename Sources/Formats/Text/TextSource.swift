/// Text of a file or of memory as UTF-8 bytes, whatever its encoding. The encoding is found, or taken as told.
final class TextSource {
    /// The encoding of the source.
    let encoding: TextEncoding
    private let source: ByteSource
    private let converter: TextConverter?
    private let pending: UnsafeMutableRawBufferPointer
    private var waiting = 0
    private var isDry = false
    private var lineFeeds = 0
    private var returns = 0

    init(_ source: ByteSource, encoding told: TextEncoding?) throws {
        let (encoding, mark) = try TextSource.find(source, told)
        self.encoding = encoding
        self.source = source
        converter = encoding == .utf8 ? nil : try TextConverter(from: encoding)
        pending = .allocate(byteCount: encoding == .utf8 ? 0 : 1 << 16, alignment: 8)
        try source.seek(mark)
    }

    deinit { pending.deallocate() }

    /// Nothing comes after what was put out.
    var isAtEnd: Bool { isDry && waiting == 0 }

    /// Puts UTF-8 into the buffer until it is full (but for the bytes of one letter) or the end comes; returns the number of bytes.
    /// Throws `FormatError.notText` where the encoding breaks.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard let converter else {
            let count = try source.read(into: buffer)
            isDry = count < buffer.count
            return count
        }
        var filled = 0
        while buffer.count - filled >= 8, !isAtEnd {
            if !isDry {
                let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: pending[waiting...]))
                isDry = count < pending.count - waiting
                waiting += count
            }
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let (used, made) = converter.convert(UnsafeRawBufferPointer(rebasing: pending[..<waiting]), into: rest)
            guard used > 0 || waiting == 0 else { throw FormatError.notText(line: max(lineFeeds, returns) + 1) }
            pending.copyMemory(from: UnsafeRawBufferPointer(rebasing: pending[used..<waiting]))
            waiting -= used
            for byte in rest[..<made] where byte == 0x0A || byte == 0x0D {
                if byte == 0x0A { lineFeeds += 1 } else { returns += 1 }
            }
            filled += made
        }
        return filled
    }

    private static func find(_ source: ByteSource, _ told: TextEncoding?) throws -> (TextEncoding, Int) {
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 8)
        defer { piece.deallocate() }
        var count = try source.read(into: piece)
        let mark = TextEncoding.mark(UnsafeRawBufferPointer(rebasing: piece[..<count]))
        let encoding = told ?? mark?.0
        let skipped = mark.map { $0.0 == encoding ? $0.1 : 0 } ?? 0
        guard encoding == nil || encoding == .utf8 else { return (encoding ?? .utf8, skipped) }
        var check = UTF8Check()
        var isWhole = true
        while count > 0, isWhole {
            isWhole = check.feed(UnsafeRawBufferPointer(rebasing: piece[..<count]))
            if isWhole { count = try source.read(into: piece) }
        }
        if isWhole, check.isComplete { return (.utf8, skipped) }
        // After some Chinese letters that are UTF-8, bytes that are not are damage and no other encoding.
        if encoding == .utf8 || check.wideLetters > 8 { throw FormatError.notText(line: check.lineFeeds + 1) }
        return (.gb18030, 0)
    }
}
