public import Storage

/// A word that makes a number approximate, and the contract that it is (rules.md 2.1, 达/超/近/余/多/约/左右).
public enum ApproximationWord: String, Sendable, Hashable, CaseIterable {
    case near = "近"
    case over = "超过"
    case odd = "余"
    case many = "多"
    case about = "约"
    case roughly = "左右"

    /// Whether a value may be called that of a mark above zero. `tolerance` is a share of the mark, 0.05 for 5 %.
    public func holds(_ value: Amount, of mark: Amount, tolerance: Amount) -> Bool {
        guard mark.isPositive, let distance = try? value.subtracting(mark), let band = try? mark.multiplied(by: tolerance) else { return false }
        switch self {
        case .near: return distance.isNegative && distance.magnitude <= band
        case .over: return distance.isPositive
        case .odd, .many:
            guard !distance.isNegative, let step = ApproximationWord.step(mark), let next = try? mark.adding(step) else { return false }
            return value < next
        case .about, .roughly: return distance.magnitude <= band
        }
    }

    /// How the mark is said with the word: 近40亿元, 40余亿元, 40亿元左右. A plain unit is a measure word or empty.
    func text(_ mark: String, unit: String) -> String {
        switch self {
        case .near, .over, .about: "\(rawValue)\(mark)\(unit)"
        case .odd, .many: "\(mark)\(rawValue)\(unit)"
        case .roughly: "\(mark)\(unit)\(rawValue)"
        }
    }

    /// The round number that the word suits of itself: 120 of 126 and 多, 200 of 196 and 近, 600 of 612 and 约; nil where there is none.
    ///
    /// The roundest that holds is taken; 余 and 多 keep one leading digit below a hundred and two above, 超过 two, and none of them stands at its own value.
    func mark(of value: Amount, tolerance: Amount) -> Amount? {
        guard value.isPositive else { return nil }
        let whole = value.numerator / value.denominator
        var size: Int128 = 1
        while whole / size >= 10 { size *= 10 }
        let steps: [Int128] =
            switch self {
            case .near, .about, .roughly: [size, size / 10]
            case .over: [max(size / 10, 1)]
            case .odd, .many: [size >= 100 ? size / 10 : size]
            }
        for step in steps where step > 0 {
            let below = whole / step * step
            // What is round already needs no word.
            guard let least = try? Amount(below, over: 1), let next = try? least.adding(Amount(step, over: 1)), least != value else { return nil }
            if holds(value, of: least, tolerance: tolerance) { return least }
            if holds(value, of: next, tolerance: tolerance) { return next }
        }
        return nil
    }

    /// The next round number after a mark: 50 after 40, 400 after 300; nil for a mark that is never round.
    static func next(after mark: Amount) -> Amount? { step(mark).flatMap { try? mark.adding($0) } }

    /// How far the next round number is: 10 after 40, 100 after 300. Nil for a mark that isn't whole, which is never round.
    private static func step(_ mark: Amount) -> Amount? {
        guard var units = mark.units(places: 0), units > 0 else { return nil }
        var step: Int64 = 1
        while units % 10 == 0 {
            units /= 10
            step *= 10
        }
        return Amount(step)
    }
}
