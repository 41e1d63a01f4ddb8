public import Indicators
public import Storage

/// One thing that was promised for a year: an aim in numbers or words from the register `target`, or something to be done from
/// the register `promise`.
public struct Commitment: Sendable {
    public var record: RecordNumber
    /// The kind of thing that it is: 目标, 工作举措.
    public var chapter: Words
    public var name: String
    /// What was promised, in words; empty where the name says it all.
    public var promised: String
    /// The office that answers for it; empty where none is named.
    public var owner: String
    /// The last day on which it may be kept.
    public var due: Day
    /// What tells whether it is kept; nil where a person finds so, by its proof.
    public var measure: Measure?
    /// The latest that is known of it.
    public var progress: String
    /// What proves that it was kept.
    public var proof: String
    public var light: CommitmentLight

    /// An aim in numbers with the figure as it stands.
    public struct Measure: Sendable {
        public var indicator: Indicator
        public var scope: Name
        public var period: Period
        public var target: Target

        /// The symbol of the unit: of a growth always %.
        public var unit: String { target.isGrowth ? "%" : indicator.unit?.symbol ?? "" }
        private var places: Int { target.isGrowth ? 1 : indicator.places }

        /// What is aimed at: `17.50—18.50亿元`, `不低于6家`, `增长12.0%—15.0%`.
        public func aimed(_ language: Language) -> String {
            func text(_ amount: Amount) -> String { AmountText.rounded(amount, places: min(places, amount.neededPlaces)) }
            let zh = language == .zh
            let grows = target.isGrowth ? zh ? "增长" : "growth " : ""
            switch (target.direction, target.lowNow, target.highNow) {
            case (_, let low?, let high?): return "\(grows)\(text(low))—\(text(high))\(unit)"
            case (.atLeast, let low?, nil): return "\(grows)\(zh ? "不低于" : "at least ")\(text(low))\(unit)"
            case (.atMost, let low?, nil): return "\(grows)\(zh ? "不高于" : "at most ")\(text(low))\(unit)"
            case (.binding, let low?, nil): return "\(grows)\(text(low))\(unit)"
            case (_, nil, let high?): return "\(grows)\(zh ? "不高于" : "at most ")\(text(high))\(unit)"
            case (_, nil, nil): return zh ? "没有写数" : "no number was set"
            }
        }

        /// What was reached: `16.21亿元`, `无数据`.
        public func reached(_ language: Language) -> String {
            switch target.reached {
            case .amount(let amount): AmountText.rounded(amount, places: places) + unit
            case .word(let word): word.words(places: 1)(language)
            default: language == .zh ? "无数据" : "no data"
            }
        }
    }
}
