import Indicators
import Storage

/// The words of a change: they follow the number, so a text can't say growth over a fall.
struct Direction: Hashable {
    /// Before the number: 同比增长.
    var before: String
    /// The change without its sign, at the places of its figure; nil where words alone say it.
    var number: String?
    /// After the number: %.
    var after: String

    /// What a change is taken on.
    enum Base: Hashable {
        /// The same period of last year: 同比.
        case lastYear
        /// The period just before: 环比.
        case before(Period.Kind)

        /// 同比, 环比.
        var compared: String {
            switch self {
            case .lastYear: "同比"
            case .before: "环比"
            }
        }

        /// 上年, 上月, 上周.
        var name: String {
            switch self {
            case .lastYear, .before(.year): "上年"
            case .before(.day): "前一日"
            case .before(.week): "上周"
            case .before(.month): "上月"
            case .before(.quarter): "上季度"
            case .before(.half): "上半年度"
            case .before(.months), .before(.days), .before(.since): "上期"
            }
        }

        var absent: String {
            switch self {
            case .lastYear: "无上年同期数"
            case .before: "无\(name)数"
            }
        }
    }

    /// The words for a growth, a change in percentage points, or the word that stands where no growth may.
    init(_ growth: Figure, on base: Base = .lastYear) {
        switch growth.value {
        case .amount(let amount):
            let isPoints = growth.unit == "个百分点"
            let text = AmountText.rounded(amount.magnitude, places: growth.places)
            guard AmountText.round(amount, places: growth.places) != .zero else {
                self = Direction(before: "与\(base.name)\(amount.isZero ? "" : "基本")持平", number: nil, after: "")
                return
            }
            let words = isPoints ? ("提高", "降低") : ("增长", "下降")
            self = Direction(before: base.compared + (amount.isPositive ? words.0 : words.1), number: text, after: isPoints ? "个百分点" : "%")
        case .word(let word): self = Direction(word, places: growth.places, base)
        case .nothing, .day, .text, .truth: self = Direction(before: base.absent, number: nil, after: "")
        }
    }

    private init(_ word: FigureWord, places: Int, _ base: Base) {
        func rounded(_ amount: Amount) -> String { AmountText.rounded(amount.magnitude, places: places) }
        switch word {
        case .turnedProfit, .turnedLoss: self = Direction(before: word.words(places: places).zh, number: nil, after: "")
        case .lossLess(let amount): self = Direction(before: "减亏", number: rounded(amount), after: "%")
        case .lossMore(let amount): self = Direction(before: "增亏", number: rounded(amount), after: "%")
        case .sameLoss: self = Direction(before: "亏损与\(base.name)持平", number: nil, after: "")
        case .lossEnded: self = Direction(before: "实现扭亏", number: nil, after: "")
        case .new: self = Direction(before: "\(base.name)为零", number: nil, after: "")
        case .newLoss: self = Direction(before: "由持平转为亏损", number: nil, after: "")
        case .rose(let amount): self = Direction(before: "\(base.compared)增长", number: rounded(amount), after: "%")
        case .fell(let amount): self = Direction(before: "\(base.compared)下降", number: rounded(amount), after: "%")
        case .higher(let amount): self = Direction(before: "\(base.compared)提高", number: rounded(amount), after: "个百分点")
        case .lower(let amount): self = Direction(before: "\(base.compared)降低", number: rounded(amount), after: "个百分点")
        case .level: self = Direction(before: "与\(base.name)持平", number: nil, after: "")
        case .noBase, .noDivisor, .tooLarge: self = Direction(before: base.absent, number: nil, after: "")
        }
    }

    init(before: String, number: String?, after: String) {
        self.before = before
        self.number = number
        self.after = after
    }

    /// Words that promise a rise, and words that promise a fall, at the end of a text.
    private static let rises = ["增长", "净增", "增加", "提高", "上升", "新增", "增幅为", "增速为", "多"]
    private static let falls = ["减少", "下降", "降低", "压缩", "少", "降幅为"]

    /// Whether the words before a negative number promise a direction, which then reads the wrong way.
    static func contradicts(_ before: String, _ value: Amount) -> Bool {
        value.isNegative && (rises + falls).contains { before.hasSuffix($0) }
    }
}
