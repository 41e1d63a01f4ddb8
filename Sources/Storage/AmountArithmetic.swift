extension Amount {
    /// The sum; throws where it leaves 128 bits.
    public func adding(_ other: Amount) throws(AmountError) -> Amount {
        if denominator == other.denominator {
            let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
            guard !overflow else { throw .overflow }
            return try Amount(sum, over: denominator)
        }
        let common = Int128(Amount.greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
        let (left, first) = numerator.multipliedReportingOverflow(by: other.denominator / common)
        let (right, second) = other.numerator.multipliedReportingOverflow(by: denominator / common)
        let (sum, third) = left.addingReportingOverflow(right)
        let (below, fourth) = denominator.multipliedReportingOverflow(by: other.denominator / common)
        guard !first, !second, !third, !fourth else { throw .overflow }
        return try Amount(sum, over: below)
    }

    /// The difference; throws where it leaves 128 bits.
    public func subtracting(_ other: Amount) throws(AmountError) -> Amount { try adding(other.negated) }

    /// The product; throws where it leaves 128 bits.
    public func multiplied(by other: Amount) throws(AmountError) -> Amount {
        let first = Int128(Amount.greatestCommonDivisor(numerator.magnitude, other.denominator.magnitude))
        let second = Int128(Amount.greatestCommonDivisor(other.numerator.magnitude, denominator.magnitude))
        let (above, one) = (numerator / first).multipliedReportingOverflow(by: other.numerator / second)
        let (below, two) = (denominator / second).multipliedReportingOverflow(by: other.denominator / first)
        guard !one, !two else { throw .overflow }
        return try Amount(above, over: below)
    }

    /// The quotient; throws where the divisor is zero or the result leaves 128 bits.
    public func divided(by other: Amount) throws(AmountError) -> Amount {
        guard other.numerator != 0 else { throw .divisionByZero }
        return try multiplied(by: Amount(other.denominator, over: other.numerator))
    }

    /// The same with the other sign.
    public var negated: Amount { (try? Amount(-numerator, over: denominator)) ?? self }

    /// Without its sign.
    public var magnitude: Amount { isNegative ? negated : self }
}

extension Amount: Comparable {
    /// Exact for any two amounts: the cross products are taken in 256 bits.
    public static func < (left: Amount, right: Amount) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        let a = left.numerator.magnitude.multipliedFullWidth(by: right.denominator.magnitude)
        let b = right.numerator.magnitude.multipliedFullWidth(by: left.denominator.magnitude)
        let isBelow = a.high != b.high ? a.high < b.high : a.low < b.low
        let isEqual = a.high == b.high && a.low == b.low
        return !isEqual && (left.isNegative ? !isBelow : isBelow)
    }
}

extension Amount: CustomStringConvertible, Codable {
    /// The exact decimal where there is one of at most 18 places, the quotient otherwise: `123.45`, `2000/3`.
    public var description: String {
        for places in 0...18 {
            let (scaled, overflow) = numerator.multipliedReportingOverflow(by: Amount.power(places))
            if overflow { break }
            if scaled % denominator == 0 { return AmountText.decimal(scaled / denominator, places: places) }
        }
        return "\(numerator)/\(denominator)"
    }

    /// Reads what `description` writes: an exact decimal or a quotient.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        let halves = text.split(separator: "/", maxSplits: 1)
        if halves.count == 2, let above = Int128(halves[0]), let below = Int128(halves[1]) {
            self = try Amount(above, over: below)
        } else if let amount = Amount(text) {
            self = amount
        } else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not an amount: \(text)"))
        }
    }

    /// Writes `description`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
