public import Foundation

/// Reads a whole plain text, UTF-8, UTF-16 with its mark, or GB 18030, so that it can be held against the book.
public struct PlainTextReader {
    /// The text, its line ends as they are.
    public let text: String
    /// The encoding that was found.
    public let encoding: TextEncoding

    /// Most bytes that are taken: thousands of pages, and far from what would keep a machine busy.
    public static let usualLimit = 8 << 20

    /// Reads a file. Throws `FormatError`: what is no regular file is unreadable, since it may never end.
    public init(path: String, limit: Int = PlainTextReader.usualLimit) throws {
        let attributes = try? FileManager.default.attributesOfItem(atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
        guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else { throw FormatError.unreadable }
        if let size = attributes[.size] as? Int, size > limit { throw FormatError.tooLarge(part: "text", limit: limit) }
        try self.init(TextSource(ByteSource(path: path), encoding: nil), limit)
    }

    /// Reads bytes in memory. Throws `FormatError`.
    public init(data: Data, limit: Int = PlainTextReader.usualLimit) throws {
        guard data.count <= limit else { throw FormatError.tooLarge(part: "text", limit: limit) }
        try self.init(TextSource(ByteSource(data: data), encoding: nil), limit)
    }

    private init(_ source: TextSource, _ limit: Int) throws {
        var bytes: [UInt8] = []
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
        defer { piece.deallocate() }
        var line = 1
        while true {
            let count = try source.fill(piece)
            for (index, byte) in piece[..<count].enumerated() {
                if byte == 0 { throw FormatError.nulByte(position: bytes.count + index, line: line) }
                if byte == 0x0A { line += 1 }
            }
            bytes.append(contentsOf: piece[..<count])
            // GB 18030 grows by half when it becomes UTF-8.
            guard bytes.count <= limit * 2 else { throw FormatError.tooLarge(part: "text", limit: limit) }
            if source.isAtEnd || count == 0 { break }
        }
        text = String(decoding: bytes, as: UTF8.self)
        encoding = source.encoding
    }
}
