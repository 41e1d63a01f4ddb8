/// An exact number: a quotient of two whole numbers of 128 bits, in lowest terms.
///
/// Every figure is one until it is printed, so nothing is rounded on the way and no binary floating point can
/// enter. Operations that would leave 128 bits throw `AmountError.overflow` instead of ending the process.
public struct Amount: Sendable, Hashable {
    /// Carries the sign.
    public let numerator: Int128
    /// Always above zero.
    public let denominator: Int128

    /// 0.
    public static let zero = Amount(0)
    /// 1.
    public static let one = Amount(1)

    /// A whole number.
    public init(_ whole: Int64) {
        numerator = Int128(whole)
        denominator = 1
    }

    /// `numerator / denominator` in lowest terms. Throws where the denominator is zero or the terms do not fit.
    public init(_ numerator: Int128, over denominator: Int128) throws(AmountError) {
        guard denominator != 0 else { throw .divisionByZero }
        guard numerator != .min, denominator != .min else { throw .overflow }
        let common = Amount.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let divisor = Int128(common) * (denominator < 0 ? -1 : 1)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// `units` of the `places`th decimal: `Amount(units: 12345, places: 2)` is 123.45. Places from 0 to 18.
    public init(units: Int64, places: Int) {
        let scale = Amount.power(min(max(places, 0), 18))
        let common = Int128(Amount.greatestCommonDivisor(Int128(units).magnitude, scale.magnitude))
        numerator = Int128(units) / common
        denominator = scale / common
    }

    /// A plain decimal text: an optional sign, digits, and digits after a point; no separators, no exponent.
    /// Nil where it is anything else or longer than 36 digits.
    public init?(_ text: some StringProtocol) {
        var digits: Int128 = 0
        var places = 0
        var seen = 0
        var afterPoint = false
        var isNegative = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case 0x2D where index == 0: isNegative = true
            case 0x2B where index == 0: break
            case 0x2E where !afterPoint && seen > 0: afterPoint = true
            case 0x30...0x39:
                seen += 1
                guard seen <= 36 else { return nil }
                digits = digits * 10 + Int128(byte - 0x30)
                if afterPoint { places += 1 }
            default: return nil
            }
        }
        guard seen > 0, !afterPoint || places > 0, let amount = try? Amount(isNegative ? -digits : digits, over: Amount.power(places))
        else {
            return nil
        }
        self = amount
    }

    /// Whether it is 0.
    public var isZero: Bool { numerator == 0 }
    /// Whether it is below 0.
    public var isNegative: Bool { numerator < 0 }
    /// Whether it is above 0.
    public var isPositive: Bool { numerator > 0 }

    /// This many units of the `places`th decimal, where that is exact and fits 64 bits.
    public func units(places: Int) -> Int64? {
        guard (0...18).contains(places) else { return nil }
        let (scaled, overflow) = numerator.multipliedReportingOverflow(by: Amount.power(places))
        guard !overflow, scaled % denominator == 0 else { return nil }
        return Int64(exactly: scaled / denominator)
    }

    /// How many decimal places it needs to be written exactly; 9 where no number up to nine is enough.
    public var neededPlaces: Int { (0...9).first { units(places: $0) != nil } ?? 9 }

    /// 10 to the `places`, for 0 to 36.
    static func power(_ places: Int) -> Int128 {
        var result: Int128 = 1
        for _ in 0..<max(0, min(places, 36)) { result *= 10 }
        return result
    }

    static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
        var (a, b) = (left, right)
        while b != 0 { (a, b) = (b, a % b) }
        return max(a, 1)
    }
}

/// Why a calculation has no exact result.
public enum AmountError: Error, Sendable, Hashable {
    case overflow
    case divisionByZero
}
