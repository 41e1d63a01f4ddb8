/// Tells whether bytes that arrive in pieces are well-formed UTF-8 (Unicode 15, table 3-7).
struct UTF8Check {
    /// Three-byte letters seen so far; almost every Chinese character is one, and bytes of another encoding seldom look like many.
    private(set) var wideLetters = 0
    /// Line feeds seen so far.
    private(set) var lineFeeds = 0
    private var awaited = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF

    /// Nothing is left open at the end.
    var isComplete: Bool { awaited == 0 }

    /// False at the first byte that cannot be.
    mutating func feed(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        let count = bytes.count
        while index < count {
            if awaited == 0, index + 8 <= count {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if word & 0x8080_8080_8080_8080 == 0 {
                    lineFeeds += UTF8Check.lineFeeds(in: word)
                    index += 8
                    continue
                }
            }
            guard take(bytes[index]) else { return false }
            index += 1
        }
        return true
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        if awaited > 0 {
            guard byte >= low, byte <= high else { return false }
            awaited -= 1
            (low, high) = (0x80, 0xBF)
            return true
        }
        switch byte {
        case 0x0A: lineFeeds += 1
        case 0x00...0x7F: break
        case 0xC2...0xDF: awaited = 1
        case 0xE0...0xEF:
            awaited = 2
            wideLetters += 1
            if byte == 0xE0 { low = 0xA0 } else if byte == 0xED { high = 0x9F }
        case 0xF0...0xF4:
            awaited = 3
            if byte == 0xF0 { low = 0x90 } else if byte == 0xF4 { high = 0x8F }
        default: return false
        }
        return true
    }

    /// Line feeds among eight bytes that are all below 0x80.
    private static func lineFeeds(in word: UInt64) -> Int {
        let zeroAtFeed = word ^ 0x0A0A_0A0A_0A0A_0A0A
        let high = (zeroAtFeed &+ 0x7F7F_7F7F_7F7F_7F7F) & 0x8080_8080_8080_8080
        return 8 - high.nonzeroBitCount
    }
}
