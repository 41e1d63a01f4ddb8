import Storage

/// Reads plain decimals straight from bytes into the whole number that is stored: `101.38` in 万元 with two places is 10138.
///
/// It answers only where there can be no doubt, and then what `NumberReading` would; everything else (separators, units, blanks,
/// widths, too many digits, limits) is left to the field itself.
struct PlainNumber: Sendable {
    /// For each count of digits behind the point: what the digits are multiplied and divided by to become units of the field.
    private var scales: [(times: Int64, over: Int64)] = []
    private var least = Int64.min
    private var most = Int64.max

    /// Nil where the field's limits or the unit leave nothing to be read this way.
    init?(_ kind: any FieldKind, unit given: Unit?) {
        guard case .number(let declared) = kind.type, let limits = PlainNumber.limits(kind) else { return nil }
        var factor = Amount.one
        if let given, let declared {
            guard let found = given.factor(to: declared) else { return nil }
            factor = found
        }
        for digits in 0...18 {
            guard
                let scale = try? factor.multiplied(
                    by: Amount(Amount(units: 1, places: digits).numerator, over: Amount(units: 1, places: digits).denominator)),
                let times = try? scale.multiplied(by: PlainNumber.power(kind.places)), let above = Int64(exactly: times.numerator),
                let below = Int64(exactly: times.denominator)
            else { break }
            scales.append((above, below))
        }
        guard !scales.isEmpty, let low = PlainNumber.bound(limits.least, kind.places, isLeast: true),
            let high = PlainNumber.bound(limits.most, kind.places, isLeast: false)
        else { return nil }
        (least, most) = (low, high)
    }

    /// The stored number; nil where the field has to look for itself.
    @inline(__always)
    func units(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        var index = 0
        let count = bytes.count
        guard count > 0, count <= 20 else { return nil }
        let isNegative = bytes[0] == 0x2D
        if isNegative { index = 1 }
        var value: Int64 = 0
        var digits = 0
        var point = -1
        while index < count {
            let digit = bytes[index] &- 0x30
            if digit < 10 {
                value = value &* 10 &+ Int64(digit)
                digits += 1
            } else if bytes[index] == 0x2E, point < 0, digits > 0 {
                point = digits
            } else {
                return nil
            }
            index += 1
        }
        // Eighteen digits stay below 2⁶³.
        guard digits > 0, digits <= 18, point != digits else { return nil }
        let places = point < 0 ? 0 : digits - point
        guard places < scales.count else { return nil }
        let (product, overflow) = value.multipliedReportingOverflow(by: scales[places].times)
        guard !overflow else { return nil }
        var units = product
        if scales[places].over != 1 {
            guard product % scales[places].over == 0 else { return nil }
            units = product / scales[places].over
        }
        if isNegative { units = -units }
        return units >= least && units <= most ? units : nil
    }

    private static func limits(_ kind: any FieldKind) -> NumberLimits? {
        switch kind {
        case let kind as NumberField: kind.limits
        case let kind as MoneyField: kind.limits
        case let kind as QuantityField: kind.limits
        default: nil
        }
    }

    private static func power(_ places: Int) -> Amount { Amount((0..<places).reduce(Int64(1)) { power, _ in power * 10 }) }

    /// A limit in units, rounded to the side on which every unit keeps it.
    private static func bound(_ limit: Amount?, _ places: Int, isLeast: Bool) -> Int64? {
        guard let limit else { return isLeast ? .min : .max }
        guard let scaled = try? limit.multiplied(by: power(places)) else { return nil }
        let whole = scaled.numerator / scaled.denominator
        let isExact = scaled.numerator % scaled.denominator == 0
        if isExact { return Int64(exactly: whole) }
        return Int64(exactly: isLeast ? (scaled.isNegative ? whole : whole + 1) : (scaled.isNegative ? whole - 1 : whole))
    }
}
