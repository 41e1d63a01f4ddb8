/// Text as workbooks write it: a letter that XML forbids stands as `_x0007_`, and an underscore before such a thing as `_x005F_`.
enum XLSXText {
    static func decoded(_ bytes: [UInt8]) -> String {
        guard bytes.contains(0x5F) else { return String(decoding: bytes, as: UTF8.self) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        var units: [UInt16] = []
        while index < bytes.count {
            if let unit = unit(bytes, at: index) {
                units.append(unit)
                index += 7
                continue
            }
            flush(&units, into: &out)
            out.append(bytes[index])
            index += 1
        }
        flush(&units, into: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// The same the other way, of what the writing library does not see to: an underscore that would be taken for the beginning of
    /// such a thing, and the letters that are none.
    static func encoded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: { $0 == 0x5F || $0 == 0 || $0 == 0xEF }) else { return text }
        var out: [UInt8] = []
        for index in bytes.indices {
            if unit(bytes, at: index) != nil {
                out += "_x005F_".utf8
            } else if bytes[index] != 0 {
                out.append(bytes[index])
            }
        }
        return String(decoding: out, as: UTF8.self)
            .replacing("\u{FFFE}", with: "_xFFFE_").replacing("\u{FFFF}", with: "_xFFFF_")
    }

    private static func flush(_ units: inout [UInt16], into out: inout [UInt8]) {
        if units.isEmpty { return }
        out += Array(String(decoding: units, as: UTF16.self).utf8)
        units = []
    }

    private static func unit(_ bytes: [UInt8], at index: Int) -> UInt16? {
        guard index + 7 <= bytes.count, bytes[index] == 0x5F, bytes[index + 1] == 0x78, bytes[index + 6] == 0x5F else { return nil }
        let digits = String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self)
        return digits.allSatisfy(\.isHexDigit) ? UInt16(digits, radix: 16) : nil
    }
}
