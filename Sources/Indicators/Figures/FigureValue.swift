public import Storage

/// What a figure is: mostly a number, now and then a day, a text, a truth, or a word where no number may stand.
public enum FigureValue: Sendable, Hashable, Codable {
    case amount(Amount)
    case day(Day)
    case text(String)
    case truth(Bool)
    case word(FigureWord)
    /// 无数据: no record gives a value.
    case nothing

    /// The number, or no data where there is none.
    static func number(_ amount: Amount?) -> FigureValue { amount.map { .amount($0) } ?? .nothing }

    /// The number, if this is one.
    public var amount: Amount? {
        if case .amount(let amount) = self { return amount }
        return nil
    }

    /// The truth, if this is one.
    public var truth: Bool? {
        if case .truth(let truth) = self { return truth }
        return nil
    }
}
