/// A text as a database compares it: byte by byte, so that a list and a single record never disagree.
struct ByteText: Comparable {
    private let bytes: String.UTF8View

    init(_ text: String) { bytes = text.utf8 }

    static func == (left: ByteText, right: ByteText) -> Bool { left.bytes.elementsEqual(right.bytes) }
    static func < (left: ByteText, right: ByteText) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }

    /// Whether the other text stands in it, small and capital Latin letters alike.
    func contains(_ other: ByteText) -> Bool {
        let (text, part) = (bytes.map(ByteText.small), other.bytes.map(ByteText.small))
        guard !part.isEmpty else { return true }
        guard text.count >= part.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0] == part[0] && text[$0..<$0 + part.count].elementsEqual(part) }
    }

    private static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
