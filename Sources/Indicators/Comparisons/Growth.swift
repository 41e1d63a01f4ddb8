import Storage

/// The arithmetic of comparisons, exact until it is printed (rules.md 2.1).
enum Growth {
    private static let hundred = Amount(100)

    /// (now ÷ base − 1) × 100, or the word where the base is missing, zero or negative.
    static func rate(_ now: FigureValue, over base: FigureValue) -> FigureValue {
        switch pair(now, base) {
        case .failure(let value): return value.value
        case .success(let (now, base)):
            if let word = word(now, base) { return .word(word) }
            return exact { () throws(AmountError) in try now.divided(by: base).subtracting(.one).multiplied(by: hundred) }
        }
    }

    /// now − base, on the same base as the rate.
    static func increment(_ now: FigureValue, over base: FigureValue) -> FigureValue {
        switch pair(now, base) {
        case .failure(let value): return value.value
        case .success(let (now, base)): return exact { () throws(AmountError) in try now.subtracting(base) }
        }
    }

    /// now ÷ base: 是上年的n倍, which is not 增长n倍.
    static func multiple(_ now: FigureValue, over base: FigureValue) -> FigureValue {
        switch pair(now, base) {
        case .failure(let value): return value.value
        case .success(let (now, base)):
            if let word = word(now, base) { return .word(word) }
            return exact { () throws(AmountError) in try now.divided(by: base) }
        }
    }

    /// part ÷ whole × 100; `factor` brings the whole into the part's unit.
    static func share(_ part: FigureValue, of whole: FigureValue, factor: Amount) -> FigureValue {
        guard case .amount(let part) = part, case .amount(let whole) = whole else { return part.isUnknown ? part : whole }
        return exact { () throws(AmountError) in try part.divided(by: try whole.multiplied(by: factor)).multiplied(by: hundred) }
    }

    /// In words: 同比增长12.1%, 同比下降3.0%, 与上年持平. What is printed as 0.0% is level.
    static func change(_ now: FigureValue, over base: FigureValue, places: Int) -> FigureValue {
        let rate = rate(now, over: base)
        guard case .amount(let amount) = rate else { return rate }
        if AmountText.round(amount, places: places).isZero { return .word(.level) }
        return .word(amount.isNegative ? .fell(amount.magnitude) : .rose(amount))
    }

    /// Of a figure in %: 提高 or 降低 by percentage points.
    static func pointsChange(_ now: FigureValue, over base: FigureValue, places: Int) -> FigureValue {
        let points = increment(now, over: base)
        guard case .amount(let amount) = points else { return points }
        if AmountText.round(amount, places: places).isZero { return .word(.level) }
        return .word(amount.isNegative ? .lower(amount.magnitude) : .higher(amount))
    }

    /// The average growth of two years: ((1+g₁)(1+g₂))^½ − 1 in %, geometric, never the arithmetic mean.
    static func twoYear(_ first: FigureValue, _ second: FigureValue) -> FigureValue {
        guard case .amount(let one) = first, case .amount(let other) = second else { return first.isUnknown ? first : second }
        do throws(AmountError) {
            let product = try one.multiplied(by: other)
            guard !product.isNegative, let root = SquareRoot.of(product) else { return .word(.tooLarge) }
            return .amount(try root.subtracting(.one).multiplied(by: hundred))
        } catch { return .word(.tooLarge) }
    }

    /// The word in place of a rate, where the base isn't above zero or the value is below.
    private static func word(_ now: Amount, _ base: Amount) -> FigureWord? {
        if base.isPositive { return now.isNegative ? .turnedLoss : nil }
        if base.isZero { return now.isPositive ? .new : now.isZero ? .level : .newLoss }
        if now.isPositive { return .turnedProfit }
        if now.isZero { return .lossEnded }
        guard let ratio = try? now.divided(by: base), let rate = try? ratio.subtracting(.one).multiplied(by: hundred) else { return .tooLarge }
        return rate.isZero ? .sameLoss : rate.isNegative ? .lossLess(rate.magnitude) : .lossMore(rate)
    }

    /// What stands in place of a comparison of which a side is missing.
    private struct Missing: Error { var value: FigureValue }

    private static func pair(_ now: FigureValue, _ base: FigureValue) -> Result<(Amount, Amount), Missing> {
        switch (now, base) {
        case (.amount(let now), .amount(let base)): .success((now, base))
        case (.nothing, _): .failure(Missing(value: .nothing))
        case (.word, _): .failure(Missing(value: now))
        case (_, .nothing): .failure(Missing(value: .word(.noBase)))
        case (_, .word): .failure(Missing(value: base))
        default: .failure(Missing(value: .nothing))
        }
    }

    private static func exact(_ body: () throws(AmountError) -> Amount) -> FigureValue {
        do throws(AmountError) { return .amount(try body()) } catch { return .word(error == .overflow ? .tooLarge : .noDivisor) }
    }
}
