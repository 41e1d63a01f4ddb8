import Storage

/// A number as it stands in a text: its value, how exactly it is printed, its unit, and the words that soften it.
struct Quantity: Sendable, Hashable {
    /// What a number is for.
    enum Kind: Sendable, Hashable {
        /// So much of something.
        case amount
        /// A mark that something lies above or below: 1000万元以上企业.
        case threshold
        /// A day, month or year.
        case date
        /// A rank or a span of time: 第二, 三年.
        case order
        /// Part of a name: 2+6+N, 5G, 2#6000T, or without any unit.
        case label
    }

    var kind: Kind
    /// With the softening words and the unit.
    var range: Range<Int>
    /// The digits alone.
    var digits: Range<Int>
    /// The number as it is printed; nil where it is covered by stars.
    var value: Amount?
    /// The second number of a range.
    var upper: Amount?
    /// Places behind the point.
    var places: Int
    var unit: PrintedUnit
    var approximation: ApproximationWord?
    /// 以上, 不低于: the number is a lower bound; 以内, 不超过: an upper one.
    var bound: Bound?

    enum Bound: Sendable, Hashable { case least, most }

    var isMasked: Bool { value == nil }

    /// The value in the base of its dimension.
    var base: Amount? { value.flatMap { try? $0.multiplied(by: unit.factor) } }

    /// All true values that print so: half a unit of the last place to either side, and what the softening words allow.
    func span(tolerance: Amount = Quantity.tolerance) -> Span? {
        guard let value, let half = try? Amount(1, over: Amount.tens(places) * 2) else { return nil }
        let exact = unit.isCount && places == 0 && unit.factor == .one
        let slack = exact ? .zero : half
        guard let low = try? value.subtracting(slack), let high = try? (upper ?? value).adding(slack) else { return nil }
        var span = Span(low: low, high: high)
        switch approximation {
        case .near?:
            span.high = high
            span.low = (try? value.subtracting(value.multiplied(by: tolerance))) ?? low
        case .over?: span.high = nil
        case .odd?, .many?:
            if let next = ApproximationWord.next(after: value) { span.high = next }
        case .about?, .roughly?:
            if let band = try? value.magnitude.multiplied(by: tolerance) {
                span.low = (try? low.subtracting(band)) ?? low
                span.high = try? high.adding(band)
            }
        case nil: break
        }
        switch bound {
        case .least?: span.high = nil
        case .most?: span.low = nil
        case nil: break
        }
        return span.multiplied(by: unit.factor)
    }

    /// Where the park declares none: 5 %.
    static let tolerance = Amount(units: 5, places: 2)
}
