import Storage

/// All values from a low to a high end, both included; nil is without end. Arithmetic over what rounding allows.
struct Span: Sendable, Hashable {
    var low: Amount?
    var high: Amount?

    init(low: Amount?, high: Amount?) {
        self.low = low
        self.high = high
    }

    /// Whether two spans share a value.
    func meets(_ other: Span) -> Bool {
        if let low, let top = other.high, low > top { return false }
        if let high, let bottom = other.low, high < bottom { return false }
        return true
    }

    func contains(_ value: Amount) -> Bool { meets(Span(low: value, high: value)) }

    /// Nil where the numbers leave 128 bits, which proves nothing.
    func multiplied(by factor: Amount) -> Span? {
        guard !factor.isNegative else { return nil }
        do {
            return Span(low: try low?.multiplied(by: factor), high: try high?.multiplied(by: factor))
        } catch { return nil }
    }

    func adding(_ other: Span) -> Span? {
        do {
            let low: Amount? = if let low, let more = other.low { try low.adding(more) } else { nil }
            let high: Amount? = if let high, let more = other.high { try high.adding(more) } else { nil }
            return Span(low: low, high: high)
        } catch { return nil }
    }

    var negated: Span { Span(low: high?.negated, high: low?.negated) }

    func subtracting(_ other: Span) -> Span? { adding(other.negated) }

    /// The quotients, where this and the divisor lie above zero; nil elsewhere.
    func divided(by other: Span) -> Span? {
        guard let low, !low.isNegative, let bottom = other.low, bottom.isPositive else { return nil }
        do {
            let least: Amount? = if let top = other.high { try low.divided(by: top) } else { Amount.zero }
            let most: Amount? = if let high { try high.divided(by: bottom) } else { nil }
            return Span(low: least, high: most)
        } catch { return nil }
    }

    /// As it is read: 11.9—12.3; at so many places, the ends rounded outwards by no more than print needs.
    func text(places: Int, _ unit: String = "") -> String {
        let first = low.map { AmountText.rounded($0, places: places) }
        let last = high.map { AmountText.rounded($0, places: places) }
        switch (first, last) {
        case (let first?, let last?): return first == last ? first + unit : "\(first)—\(last)\(unit)"
        case (let first?, nil): return "≥\(first)\(unit)"
        case (nil, let last?): return "≤\(last)\(unit)"
        case (nil, nil): return "?"
        }
    }
}

extension Amount {
    /// 10 to a power that fits.
    static func tens(_ power: Int) -> Int128 { (0..<max(0, min(power, 18))).reduce(Int128(1)) { product, _ in product * 10 } }
}
