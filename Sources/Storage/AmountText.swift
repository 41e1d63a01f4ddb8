/// How an amount is printed: rounded once, half away from zero (四舍五入, rules.md 2.1), and never before.
public enum AmountText {
    /// The decimal text with exactly `places` places; `grouped` puts a comma between thousands.
    public static func rounded(_ amount: Amount, places: Int, grouped: Bool = false) -> String {
        let text = decimal(units(amount, places: places), places: places)
        return grouped ? group(text) : text
    }

    /// The value rounded half away from zero to `places` places, as an exact amount again.
    public static func round(_ amount: Amount, places: Int) -> Amount {
        (try? Amount(units(amount, places: places), over: Amount.power(places))) ?? amount
    }

    /// `12345` with 2 places is `123.45`.
    static func decimal(_ units: Int128, places: Int) -> String {
        let digits = String(units.magnitude)
        let sign = units < 0 ? "-" : ""
        guard places > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
    }

    /// Rounds by long division, so no intermediate product can leave 128 bits while the result fits.
    private static func units(_ amount: Amount, places: Int) -> Int128 {
        let below = amount.denominator.magnitude
        var (whole, rest) = amount.numerator.magnitude.quotientAndRemainder(dividingBy: below)
        for _ in 0..<max(0, min(places, 18)) {
            let (wide, overflow) = whole.multipliedReportingOverflow(by: 10)
            guard !overflow else { return amount.isNegative ? .min + 1 : .max }
            let product = rest.multipliedFullWidth(by: 10)
            let step = below.dividingFullWidth((product.high, product.low))
            whole = wide + step.quotient
            rest = step.remainder
        }
        if rest >= below - rest { whole += 1 }
        let result = Int128(clamping: whole)
        return amount.isNegative ? -result : result
    }

    private static func group(_ text: String) -> String {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let sign = parts[0].hasPrefix("-") ? "-" : ""
        let digits = Array(parts[0].drop { $0 == "-" })
        var out = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { out.append(",") }
            out.append(digit)
        }
        return sign + out + (parts.count > 1 ? "." + parts[1] : "")
    }
}
