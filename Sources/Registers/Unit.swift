public import Storage

/// A unit of measure, with its exact size in the base unit of its dimension.
public struct Unit: Sendable, Hashable {
    /// As it is written: 万元.
    public let symbol: String
    /// What can be converted into what: money, area, mass …; a counting word is a dimension of its own.
    public let dimension: String
    /// How many base units one of these is.
    public let size: Amount

    /// Equal where they convert one into one.
    public static func == (left: Unit, right: Unit) -> Bool { left.dimension == right.dimension && left.size == right.size }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(dimension)
        hasher.combine(size)
    }

    /// The unit of a symbol, with the spellings that ledgers use (㎡, 平米, kWh); nil where the book has none.
    public init?(_ written: String) {
        let symbol = written.contains("/") ? Unit.quotient(written) : Unit.spellings[written] ?? written
        guard let unit = Unit.all[symbol] else { return nil }
        self = unit
    }

    /// The unit of a quotient that the book has a name for: 万元 over 亩 gives 万元/亩; nil for all others.
    public static func over(_ upper: Unit, _ lower: Unit) -> Unit? { all["\(upper.symbol)/\(lower.symbol)"] }

    private static func quotient(_ written: String) -> String {
        written.split(separator: "/", omittingEmptySubsequences: false).map { spellings[String($0)] ?? String($0) }.joined(separator: "/")
    }

    private init(_ symbol: String, _ dimension: String, _ size: Amount) {
        self.symbol = symbol
        self.dimension = dimension
        self.size = size
    }

    /// Every symbol that the book knows, for suggestions.
    public static var symbols: [String] { all.keys.sorted() }

    /// How many of `other` one of these is; nil between dimensions.
    public func factor(to other: Unit) -> Amount? {
        guard dimension == other.dimension else { return nil }
        return try? size.divided(by: other.size)
    }

    private static let all: [String: Unit] = {
        var units: [String: Unit] = [:]
        func add(_ symbol: String, _ dimension: String, _ numerator: Int64, over denominator: Int64 = 1) {
            guard let size = try? Amount(Int128(numerator), over: Int128(denominator)) else { return }
            units[symbol] = Unit(symbol, dimension, size)
        }
        for (symbol, size) in [("元", 1), ("千元", 1000), ("万元", 10_000), ("百万元", 1_000_000), ("亿元", 100_000_000)] {
            add(symbol, "money", Int64(size))
        }
        // 1 亩 is exactly 2000/3 square metres, 1 公顷 15 亩 (rules.md 2.3).
        add("平方米", "area", 1)
        add("万平方米", "area", 10_000)
        add("亩", "area", 2000, over: 3)
        add("公顷", "area", 10_000)
        add("平方公里", "area", 1_000_000)
        for (symbol, size) in [("克", 1), ("公斤", 1000), ("斤", 500), ("万斤", 5_000_000), ("吨", 1_000_000), ("万吨", 10_000_000_000)] {
            add(symbol, "mass", Int64(size))
        }
        for (symbol, size) in [("吨标准煤", 1), ("万吨标准煤", 10_000)] { add(symbol, "standard-coal", Int64(size)) }
        for (symbol, size) in [("升", 1), ("立方米", 1000), ("万立方米", 10_000_000)] { add(symbol, "volume", Int64(size)) }
        for (symbol, size) in [("米", 1), ("公里", 1000)] { add(symbol, "length", Int64(size)) }
        for (symbol, size) in [("千瓦时", 1), ("万千瓦时", 10_000), ("亿千瓦时", 100_000_000)] { add(symbol, "electricity", Int64(size)) }
        for (symbol, size) in [("千瓦", 1), ("兆瓦", 1000), ("万千瓦", 10_000)] { add(symbol, "power", Int64(size)) }
        for (symbol, size) in [("分钟", 1), ("小时", 60)] { add(symbol, "time", Int64(size)) }
        for (symbol, size) in [("日", 1), ("天", 1)] { add(symbol, "days", Int64(size)) }
        add("毫克/升", "concentration", 1)
        add("摄氏度", "temperature", 1)
        add("年", "years", 1)
        add("个月", "months", 1)
        for (symbol, size) in [("%", 1), ("倍", 100)] { add(symbol, "ratio", Int64(size)) }
        add("个百分点", "points", 1)
        for (symbol, size) in [("头", 1), ("万头", 10_000)] { add(symbol, "heads", Int64(size)) }
        for (symbol, size) in [("只", 1), ("万只", 10_000)] { add(symbol, "birds", Int64(size)) }
        for word in ["家", "个", "项", "次", "种", "名", "篇", "条", "份", "处", "台", "套", "位", "届", "批", "件", "株", "期", "轮", "户", "宗"] {
            add(word, word, 1)
        }
        for (symbol, size) in [("人", 1), ("万人", 10_000)] { add(symbol, "people", Int64(size)) }
        for (symbol, size) in [("人次", 1), ("万人次", 10_000)] { add(symbol, "attendances", Int64(size)) }
        // What land yields and what output costs in energy: 万元/亩, 亿元/平方公里, 吨标准煤/万元.
        let whole = Array(units.values)
        for (upper, lower) in [("money", "area"), ("standard-coal", "money")] {
            for one in whole where one.dimension == upper {
                for other in whole where other.dimension == lower {
                    guard let size = try? one.size.divided(by: other.size) else { continue }
                    let symbol = "\(one.symbol)/\(other.symbol)"
                    units[symbol] = Unit(symbol, "\(upper)/\(lower)", size)
                }
            }
        }
        return units
    }()

    private static let spellings: [String: String] = [
        "㎡": "平方米", "平米": "平方米", "m²": "平方米", "m2": "平方米", "万㎡": "万平方米", "平方千米": "平方公里", "km²": "平方公里",
        "m³": "立方米", "立方": "立方米", "方": "立方米", "千克": "公斤", "kg": "公斤", "t": "吨", "kWh": "千瓦时", "度": "千瓦时", "万度": "万千瓦时",
        "万kWh": "万千瓦时", "吨标煤": "吨标准煤", "MW": "兆瓦", "kW": "千瓦", "人民币元": "元", "圆": "元", "万人民币": "万元", "亿": "亿元",
        "％": "%", "百分点": "个百分点", "月": "个月", "km": "公里", "m": "米", "mg/L": "毫克/升", "mg/l": "毫克/升", "℃": "摄氏度",
    ]
}
