/// How an amount is printed: rounded once, half away from zero (四舍五入, rules.md 2.1), and never before.
public enum AmountText {
    /// The decimal text with exactly `places` places (0 to 36); `grouped` puts a comma between thousands.
    public static func rounded(_ amount: Amount, places: Int, grouped: Bool = false) -> String {
        let text = decimal(digits(amount, places: places), isNegative: amount.isNegative, places: places)
        return grouped ? group(text) : text
    }

    /// The value rounded half away from zero to `places` places (0 to 36), as an exact amount again. An amount so large that
    /// the rounded one leaves 128 bits stays as it is.
    public static func round(_ amount: Amount, places: Int) -> Amount {
        let places = clamped(places)
        let digits = digits(amount, places: places)
        var units: Int128 = 0
        for digit in digits {
            let (wide, first) = units.multipliedReportingOverflow(by: 10)
            let (sum, second) = wide.addingReportingOverflow(Int128(digit))
            guard !first, !second else { return amount }
            units = sum
        }
        return (try? Amount(amount.isNegative ? -units : units, over: Amount.power(places))) ?? amount
    }

    /// `12345` with 2 places is `123.45`.
    static func decimal(_ units: Int128, places: Int) -> String {
        decimal(String(units.magnitude).utf8.map { $0 - 0x30 }, isNegative: units < 0, places: places)
    }

    private static func decimal(_ digits: [UInt8], isNegative: Bool, places: Int) -> String {
        let places = clamped(places)
        let sign = isNegative && digits.contains { $0 != 0 } ? "-" : ""
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits.map(String.init).joined()
        return places == 0 ? sign + padded : "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
    }

    /// The decimal digits of the rounded magnitude, by long division: digit after digit, so nothing can leave 128 bits.
    private static func digits(_ amount: Amount, places: Int) -> [UInt8] {
        let below = amount.denominator.magnitude
        let (whole, first) = amount.numerator.magnitude.quotientAndRemainder(dividingBy: below)
        var digits = String(whole).utf8.map { $0 - 0x30 }
        var rest = first
        for _ in 0..<clamped(places) {
            let product = rest.multipliedFullWidth(by: 10)
            let step = below.dividingFullWidth((product.high, product.low))
            digits.append(UInt8(truncatingIfNeeded: step.quotient))
            rest = step.remainder
        }
        return rest >= below - rest ? incremented(digits) : digits
    }

    private static func incremented(_ digits: [UInt8]) -> [UInt8] {
        var digits = digits
        for index in digits.indices.reversed() {
            guard digits[index] == 9 else {
                digits[index] += 1
                return digits
            }
            digits[index] = 0
        }
        return [1] + digits
    }

    private static func clamped(_ places: Int) -> Int { max(0, min(places, 36)) }

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
