/// Numbers as workbooks store them and as people typed them. A workbook writes the nearest binary number with 17 digits, 0.1 as
/// 0.10000000000000001; spreadsheets show 15, and the first 15 give back every number of up to 15 digits that was typed.
enum SheetDecimal {
    /// The number as plain decimal text without exponent, or nil where the text is no number. A whole number that is written out
    /// in full keeps all its digits, for no spreadsheet rounds it there.
    static func plain(_ raw: UnsafeBufferPointer<UInt8>, shift: Int = 0) -> String? {
        var digits: [UInt8] = []
        var index = 0
        var isNegative = false
        var point: Int?
        if index < raw.count, raw[index] == 0x2D || raw[index] == 0x2B {
            isNegative = raw[index] == 0x2D
            index += 1
        }
        scan: while index < raw.count {
            switch raw[index] {
            case 0x30...0x39: digits.append(raw[index] - 0x30)
            case 0x2E where point == nil: point = digits.count
            default: break scan
            }
            index += 1
        }
        guard !digits.isEmpty, digits.count <= 400 else { return nil }
        var exponent = 0
        let isWritten = index == raw.count && point == nil
        if index < raw.count {
            guard let power = power(raw[index...]) else { return nil }
            exponent = power
        }
        // The value is 0.d₁d₂d₃… × 10 ^ scale.
        var scale = (point ?? digits.count) + exponent + shift
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        scale -= zeros
        if !isWritten { round(&digits, &scale) }
        while digits.last == 0 { digits.removeLast() }
        guard !digits.isEmpty else { return "0" }
        guard abs(scale) <= 400 else { return nil }
        return text(digits, scale, isNegative)
    }

    private static func power(_ raw: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard raw.first == 0x45 || raw.first == 0x65 else { return nil }
        var rest = raw.dropFirst()
        let isNegative = rest.first == 0x2D
        if isNegative || rest.first == 0x2B { rest = rest.dropFirst() }
        guard (1...4).contains(rest.count), rest.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let size = rest.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return isNegative ? -size : size
    }

    private static func round(_ digits: inout [UInt8], _ scale: inout Int) {
        guard digits.count > 15 else { return }
        let isUp = digits[15] >= 5
        digits.removeLast(digits.count - 15)
        guard isUp else { return }
        var place = 14
        while place >= 0, digits[place] == 9 {
            digits[place] = 0
            place -= 1
        }
        if place >= 0 {
            digits[place] += 1
        } else {
            digits = [1]
            scale += 1
        }
    }

    private static func text(_ digits: [UInt8], _ scale: Int, _ isNegative: Bool) -> String {
        var out: [UInt8] = isNegative ? [0x2D] : []
        if scale <= 0 {
            out += [0x30, 0x2E] + [UInt8](repeating: 0x30, count: -scale) + digits.map { $0 + 0x30 }
        } else {
            for place in 0..<max(scale, digits.count) {
                if place == scale { out.append(0x2E) }
                out.append(place < digits.count ? digits[place] + 0x30 : 0x30)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The text itself where it already is what `plain` would give: most cells. At most 15 digits and no zero to drop.
    static func isPlain(_ raw: UnsafeBufferPointer<UInt8>) -> Bool {
        guard raw.count <= 16, let first = raw.first, let last = raw.last, (0x31...0x39).contains(first) else { return false }
        var points = 0
        for byte in raw {
            if byte == 0x2E { points += 1 } else if byte < 0x30 || byte > 0x39 { return false }
        }
        return points == 0 ? raw.count <= 15 : points == 1 && last != 0x30 && last != 0x2E
    }
}
