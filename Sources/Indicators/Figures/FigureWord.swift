public import Storage

/// What stands where no number may: a growth over a base that is zero, negative or missing is a word (rules.md 2.1).
public enum FigureWord: Sendable, Hashable, Codable {
    /// 扭亏为盈: from a loss to a profit.
    case turnedProfit
    /// 由盈转亏: from a profit to a loss.
    case turnedLoss
    /// 减亏: a smaller loss than the year before, by so many per cent.
    case lossLess(Amount)
    /// 增亏: a larger loss than the year before, by so many per cent.
    case lossMore(Amount)
    /// 亏损持平: the same loss as the year before.
    case sameLoss
    /// 亏损转为零: a loss the year before and nothing now.
    case lossEnded
    /// 新增: the base is zero.
    case new
    /// 新增亏损: the base is zero and the value is a loss.
    case newLoss
    /// 无同期: there is no base.
    case noBase
    /// 同比增长 by so many per cent.
    case rose(Amount)
    /// 同比下降 by so many per cent.
    case fell(Amount)
    /// 与上年持平: no change at the places that are printed.
    case level
    /// 提高 by so many percentage points.
    case higher(Amount)
    /// 降低 by so many percentage points.
    case lower(Amount)
    /// A divisor is zero.
    case noDivisor
    /// The number is larger than the book can hold exactly.
    case tooLarge

    /// As people read it; the percentages rounded at so many places.
    public func words(places: Int) -> Words {
        func shown(_ amount: Amount) -> String { AmountText.rounded(amount, places: places) }
        switch self {
        case .turnedProfit: return Words(zh: "扭亏为盈", en: "turned from loss to profit")
        case .turnedLoss: return Words(zh: "由盈转亏", en: "turned from profit to loss")
        case .lossLess(let amount): return Words(zh: "减亏\(shown(amount))%", en: "loss reduced by \(shown(amount))%")
        case .lossMore(let amount): return Words(zh: "增亏\(shown(amount))%", en: "loss increased by \(shown(amount))%")
        case .sameLoss: return Words(zh: "亏损与上年持平", en: "the same loss as last year")
        case .lossEnded: return Words(zh: "扭亏", en: "loss ended")
        case .new: return Words(zh: "新增", en: "new")
        case .newLoss: return Words(zh: "新增亏损", en: "a new loss")
        case .noBase: return Words(zh: "无同期", en: "nothing to compare with")
        case .rose(let amount): return Words(zh: "同比增长\(shown(amount))%", en: "up \(shown(amount))% on last year")
        case .fell(let amount): return Words(zh: "同比下降\(shown(amount))%", en: "down \(shown(amount))% on last year")
        case .level: return Words(zh: "与上年持平", en: "level with last year")
        case .higher(let amount): return Words(zh: "提高\(shown(amount))个百分点", en: "up \(shown(amount)) percentage points")
        case .lower(let amount): return Words(zh: "降低\(shown(amount))个百分点", en: "down \(shown(amount)) percentage points")
        case .noDivisor: return Words(zh: "除数为零，无法计算", en: "divided by zero, so not computed")
        case .tooLarge: return Words(zh: "数过大，无法准确计算", en: "too large to be computed exactly")
        }
    }
}
