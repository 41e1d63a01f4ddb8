public import Storage

/// What was aimed at in a year (practice.md 1.6), and how far it has come.
public struct Target: Sendable, Hashable, Codable {
    /// Which way is good.
    public enum Direction: String, Sendable, Hashable, Codable {
        case atLeast = "at_least"
        case atMost = "at_most"
        /// 约束性: it must lie between the two, or be exactly the one.
        case binding
    }

    public var subject: String
    public var direction: Direction
    /// Whether the growth is aimed at rather than the level.
    public var isGrowth: Bool
    /// As set at the start of the year.
    public var low: Amount?
    public var high: Amount?
    /// As adjusted since; nil where it was not.
    public var lowAdjusted: Amount?
    public var highAdjusted: Amount?
    /// What was reached: the figure itself or its growth.
    public var reached: FigureValue
    /// How settled what was reached is.
    public var status: FigureStatus = .final
    /// reached ÷ low × 100, where both are positive numbers.
    public var done: Amount?
    /// Whether it is met; nil where that can't be told.
    public var isMet: Bool?
    /// 序时进度: the share of the year's target that is due by the period's end, in %, drawn from last year's monthly profile;
    /// nil where last year has none.
    public var pace: Amount?

    /// An aim of which nothing is known yet.
    public init(
        subject: String, direction: Direction, isGrowth: Bool = false, low: Amount?, high: Amount? = nil, lowAdjusted: Amount? = nil,
        highAdjusted: Amount? = nil, reached: FigureValue = .nothing
    ) {
        self.subject = subject
        self.direction = direction
        self.isGrowth = isGrowth
        self.low = low
        self.high = high
        self.lowAdjusted = lowAdjusted
        self.highAdjusted = highAdjusted
        self.reached = reached
    }

    /// The low that holds now.
    public var lowNow: Amount? { lowAdjusted ?? low }
    /// The high that holds now.
    public var highNow: Amount? { highAdjusted ?? high }
}
