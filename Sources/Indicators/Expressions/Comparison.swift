import Registers
import Storage

/// What may follow an indicator's name in an expression (docs/declarations.md).
indirect enum Comparison: Sendable, Hashable {
    case value
    case prior, next, growth, increment, multiple, points, chain
    case twoYear
    case share(of: Name, factor: Amount)
    case at(Int)
    case cumulative
    case change
    case names(Int?)
    case target(TargetPart, TargetChoice)
    case scope(Name)
    /// How many had to report, how many did, and who did not.
    case reporters(ReportersPart)
    /// Of the year up to the period's end (1—本月累计), or what follows it there: `tax.to_date.growth`.
    case toDate(Comparison)

    /// What of a target is asked.
    enum TargetPart: String, Sendable, Hashable, CaseIterable {
        case low, high, done, pace
        case setLow = "low_set"
        case setHigh = "high_set"
    }

    /// What of those who had to report is asked.
    enum ReportersPart: String, Sendable, Hashable, CaseIterable { case expected, reported, missing }
    /// Which of an indicator's targets is meant: of which year, under which scope, of the level or of the growth.
    struct TargetChoice: Sendable, Hashable {
        /// A year, where one is named.
        var year: Int?
        /// The year after the period's.
        var isNext = false
        /// Nil for the scope that is asked for.
        var scope: Name?
        /// Nil for the level where there is one, else the growth.
        var isGrowth: Bool?

        /// The year of a target, asked for in a period.
        func year(from period: Period) -> Int { year ?? (isNext ? period.year + 1 : period.year) }
    }

    /// The words without arguments.
    static let plain: [(String, Comparison)] = [
        ("prior", .prior), ("next", .next), ("growth", .growth), ("increment", .increment), ("multiple", .multiple), ("points", .points),
        ("chain", .chain),
        ("two_year", .twoYear), ("cumulative", .cumulative), ("change", .change), ("names", .names(nil)),
        ("expected", .reporters(.expected)), ("reported", .reporters(.reported)), ("missing", .reporters(.missing)),
    ]
    /// The words that may follow `to_date`.
    static let yearly = plain.filter { !["chain", "cumulative"].contains($0.0) }
    /// All words, for suggestions.
    /// Whether it is a number that somebody aims at, as it was set.
    var isAim: Bool {
        switch self {
        case .target(.low, _), .target(.high, _), .target(.setLow, _), .target(.setHigh, _): true
        default: false
        }
    }

    static let words = plain.map(\.0) + ["to_date", "share", "at", "scope", "target", "first"]

    /// Decimal places that are printed; nil for those of the indicator itself.
    var places: Int? {
        switch self {
        case .growth, .multiple, .points, .chain, .twoYear, .share, .change, .target(.done, _), .target(.pace, _): 1
        case .target(_, let choice) where choice.isGrowth == true: 1
        case .value, .prior, .next, .increment, .at, .cumulative, .names, .scope, .target: nil
        case .reporters: 0
        case .toDate(let inner): inner.places
        }
    }

    /// Whether it is a plain value of the indicator at some period and scope.
    var isPlain: Bool {
        switch self {
        case .value, .prior, .next, .at, .cumulative, .scope: true
        case .toDate(let inner): inner.isPlain
        default: false
        }
    }

    /// What people call it, put behind the indicator's name.
    var words: Words {
        switch self {
        case .value: Words(zh: "", en: "")
        case .prior: Words(zh: "上年同期数", en: ", last year")
        case .next: Words(zh: "（下年同期）", en: ", same period next year")
        case .growth: Words(zh: "同比增速", en: ", growth on last year")
        case .increment: Words(zh: "净增", en: ", increment")
        case .multiple: Words(zh: "为上年倍数", en: " as a multiple of last year")
        case .points: Words(zh: "同比变化（百分点）", en: ", change in percentage points")
        case .chain: Words(zh: "环比增速", en: ", growth on the period before")
        case .twoYear: Words(zh: "两年平均增速", en: ", average growth of two years")
        case .share: Words(zh: "占比", en: ", share")
        case .at(let year): Words(zh: "（\(year)年）", en: " in \(year)")
        case .cumulative: Words(zh: "累计", en: ", in all")
        case .change: Words(zh: "同比变化", en: ", change on last year")
        case .names: Words(zh: "名单", en: ", names")
        case .target: Words(zh: "目标", en: ", target")
        case .scope: Words(zh: "（分范围）", en: " under a scope")
        case .reporters(.expected): Words(zh: "应报家数", en: ", how many had to report")
        case .reporters(.reported): Words(zh: "已报家数", en: ", how many reported")
        case .reporters(.missing): Words(zh: "未报名单", en: ", who did not report")
        case .toDate(let inner): Words(zh: "年内累计" + inner.words.zh, en: " in the year to date" + inner.words.en)
        }
    }
}
