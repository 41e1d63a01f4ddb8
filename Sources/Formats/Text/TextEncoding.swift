import Foundation

/// The encodings in which tables of text arrive.
public enum TextEncoding: Sendable, Hashable {
    /// UTF-8, with or without mark.
    case utf8
    /// UTF-16, low byte first; told by its mark only.
    case utf16LittleEndian
    /// UTF-16, high byte first; told by its mark only.
    case utf16BigEndian
    /// GB 18030, and with it GBK and GB 2312, which Chinese Excel writes when it is asked for plain CSV.
    case gb18030

    /// The name under which iconv knows it.
    var iconvName: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .gb18030: "GB18030"
        }
    }

    /// The encoding that a byte order mark tells, and the mark's length.
    static func mark(_ head: UnsafeRawBufferPointer) -> (TextEncoding, Int)? {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// A short name of which nothing is declared: UTF-8 where it is that, else GB 18030 (as Chinese Windows writes names into a zip).
    static func name(_ bytes: UnsafeRawBufferPointer) -> String {
        var check = UTF8Check()
        if check.feed(bytes), check.isComplete { return String(decoding: bytes, as: UTF8.self) }
        var out = [UInt8](repeating: 0, count: bytes.count * 4)
        guard let converter = try? TextConverter(from: .gb18030) else { return String(decoding: bytes, as: UTF8.self) }
        let (used, made) = out.withUnsafeMutableBytes { converter.convert(bytes, into: $0) }
        return used == bytes.count ? String(decoding: out[..<made], as: UTF8.self) : String(decoding: bytes, as: UTF8.self)
    }
}
