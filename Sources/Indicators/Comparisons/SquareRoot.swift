import Storage

/// Square roots that print right: whole-number arithmetic, no binary floating point.
enum SquareRoot {
    private static let places = 12

    /// The root of an amount from 0 to 10¹², to 12 decimal places. Where it isn't exact, half a unit of the 13th place
    /// stands for the rest, so that rounding to fewer places, up or down, gives what the true root would.
    static func of(_ amount: Amount) -> Amount? {
        guard !amount.isNegative, let (radicand, rest) = scaled(amount) else { return nil }
        let root = whole(radicand)
        let isExact = rest == 0 && root * root == radicand
        return try? Amount(Int128(root) * 10 + (isExact ? 0 : 5), over: Int128(10_000_000_000_000))
    }

    /// The whole part of amount × 10²⁴, by long division, and what is left.
    private static func scaled(_ amount: Amount) -> (UInt128, UInt128)? {
        let below = amount.denominator.magnitude
        var (whole, rest) = amount.numerator.magnitude.quotientAndRemainder(dividingBy: below)
        guard whole < 1_000_000_000_000 else { return nil }
        for _ in 0..<(places * 2) {
            let product = rest.multipliedFullWidth(by: 10)
            let step = below.dividingFullWidth((product.high, product.low))
            whole = whole * 10 + step.quotient
            rest = step.remainder
        }
        return (whole, rest)
    }

    /// The largest whole number whose square is not above.
    static func whole(_ value: UInt128) -> UInt128 {
        guard value > 1 else { return value }
        var root = UInt128(1) << UInt128((128 - value.leadingZeroBitCount + 1) / 2)
        while true {
            let next = (root + value / root) / 2
            if next >= root { return root }
            root = next
        }
    }
}
