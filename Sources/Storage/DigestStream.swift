import Crypto

/// SHA-256 over bytes that come in small pieces.
struct DigestStream {
    /// Where the next piece is added; call `settle()` after it.
    var buffer: [UInt8] = []
    private var hash = SHA256()

    /// Passes the gathered bytes on when they are many.
    mutating func settle() {
        if buffer.count >= 1 << 15 { flush() }
    }

    /// The digest of all that was added.
    mutating func finish() -> [UInt8] {
        flush()
        return Array(hash.finalize())
    }

    private mutating func flush() {
        guard !buffer.isEmpty else { return }
        buffer.withUnsafeBytes { hash.update(bufferPointer: $0) }
        buffer.removeAll(keepingCapacity: true)
    }

    /// The digest of a few bytes at once.
    static func digest(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
}

/// Bytes as small hexadecimal letters.
enum Hexadecimal {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var out: [UInt8] = []
        for byte in bytes {
            out.append(digits[Int(byte >> 4)])
            out.append(digits[Int(byte & 15)])
        }
        return String(decoding: out, as: UTF8.self)
    }
}
