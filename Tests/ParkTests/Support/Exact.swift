/// Whole-number arithmetic for the recomputation, with nothing of the product's in it.
enum Exact {
    /// `12.3` in units of the `places`th decimal; 0 for nothing.
    static func units(_ text: String?, _ places: Int = 2) -> Int128 {
        guard let text, !text.isEmpty else { return 0 }
        let isNegative = text.hasPrefix("-")
        let parts = (isNegative ? text.dropFirst() : text[...]).split(separator: ".", omittingEmptySubsequences: false)
        var digits = String(parts[0])
        let decimals = parts.count > 1 ? String(parts[1]) : ""
        for index in 0..<places { digits.append(index < decimals.count ? Array(decimals)[index] : "0") }
        let value = Int128(digits) ?? 0
        return isNegative ? -value : value
    }

    /// A quotient printed with so many places, half away from zero.
    static func quotient(_ above: Int128, _ below: Int128, places: Int) -> String {
        guard below != 0 else { return "无" }
        var scale: Int128 = 1
        for _ in 0..<places { scale *= 10 }
        let isNegative = (above < 0) != (below < 0)
        let (a, b) = (above < 0 ? -above : above, below < 0 ? -below : below)
        let rounded = (a * scale * 2 + b) / (b * 2)
        let digits = String(rounded)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let text = places == 0 ? padded : "\(padded.dropLast(places)).\(padded.suffix(places))"
        return isNegative && rounded != 0 ? "-" + text : text
    }

    /// Hundredths of 万元 as 亿元 with two places.
    static func yi(_ hundredths: Int128) -> String { quotient(hundredths, 1_000_000, places: 2) }

    /// Growth in per cent with one place.
    static func growth(_ now: Int128, _ before: Int128) -> String { quotient((now - before) * 100, before, places: 1) }
}
