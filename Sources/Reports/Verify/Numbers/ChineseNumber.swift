/// Reads Chinese numerals: 十二, 一百零三, 两千万, 百亿, 二〇二二.
enum ChineseNumber {
    static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { digit(scalar) != nil || size(scalar) != nil }

    static func digit(_ scalar: Unicode.Scalar) -> Int64? {
        switch scalar {
        case "零", "〇": 0
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    private static func size(_ scalar: Unicode.Scalar) -> Int64? {
        switch scalar {
        case "十": 10
        case "百": 100
        case "千": 1000
        case "万": 10_000
        case "亿": 100_000_000
        default: nil
        }
    }

    /// A small whole number; nil for what is none.
    static func whole(_ text: String) -> Int? { value(text).flatMap { Int(exactly: $0) } }

    /// The number that a numeral says; nil where it is none or too large. A bare size counts once: 百亿 is a hundred 亿.
    static func value(_ text: String) -> Int64? {
        let scalars = Array(text.unicodeScalars)
        guard !scalars.isEmpty, scalars.count <= 24 else { return nil }
        if scalars.allSatisfy({ digit($0) != nil }) {
            guard scalars.count <= 12 else { return nil }
            // 三四 is about three or four, not thirty-four; years are written 二〇二二.
            guard scalars.count == 1 || scalars.count == 4 || scalars.contains("〇") || scalars.contains("零") else { return nil }
            return scalars.reduce(0) { $0 * 10 + (digit($1) ?? 0) }
        }
        var total: Int64 = 0
        var section: Int64 = 0
        var pending: Int64?
        var smallest = Int64.max
        for scalar in scalars {
            if let digit = digit(scalar) {
                // 二三十: about twenty or thirty.
                guard pending == nil || pending == 0 else { return nil }
                pending = digit
            } else if let size = size(scalar) {
                if size >= 10_000 {
                    let whole = section + (pending ?? (section == 0 && total == 0 ? 1 : 0))
                    let (product, overflow) = (whole == 0 && total > 0 ? total : whole).multipliedReportingOverflow(by: size)
                    guard !overflow, product < 1_000_000_000_000_000_000 else { return nil }
                    total = whole == 0 && total > 0 ? product : total + product
                    guard total < 2_000_000_000_000_000_000 else { return nil }
                    section = 0
                    smallest = .max
                } else {
                    guard size < smallest else { return nil }
                    smallest = size
                    section += (pending ?? 1) * size
                }
                pending = nil
            } else {
                return nil
            }
        }
        return total + section + (pending ?? 0)
    }
}

/// Reads Arabic digits in half and full width.
enum Digits {
    static func whole(_ text: String) -> Int? {
        guard text.unicodeScalars.count <= 9, !text.isEmpty else { return nil }
        var value = 0
        for scalar in text.unicodeScalars {
            guard let digit = digit(scalar) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
        default: nil
        }
    }
}
