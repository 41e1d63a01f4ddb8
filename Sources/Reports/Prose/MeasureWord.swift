/// The words that follow a number and make it a count: units, measure words, spans of time.
enum MeasureWord {
    /// The longest measure word that a text begins with.
    static func leading(_ text: String) -> String? { byLength.first { text.hasPrefix($0) } }

    /// Whether 一 before it is an article rather than a count: 一个, 一批, 一次性.
    static func isLoose(_ word: String) -> Bool { loose.contains(word) }

    private static let loose: Set<String> = ["个", "种", "批", "项", "次", "条", "件", "位", "点", "年", "天", "日", "户", "门", "篇", "轮", "期", "头", "步"]

    private static let byLength: [String] = [
        "个百分点", "万平方米", "万立方米", "平方公里", "万千瓦时", "亿千瓦时", "吨标准煤", "平方米", "立方米", "千瓦时", "百分点", "万人次",
        "季度", "万元", "亿元", "千元", "万吨", "公里", "公顷", "公斤", "千瓦", "兆瓦", "小时", "分钟", "个月", "人次", "位数", "万人", "万亩",
        "家", "个", "项", "次", "种", "名", "篇", "条", "份", "处", "台", "套", "届", "批", "件", "期", "轮", "年", "月", "日", "天", "周", "元",
        "吨", "亩", "倍", "成", "人", "户", "位", "头", "只", "株", "米", "升", "度", "岁", "所", "座", "场", "支", "辆", "镇", "村", "县", "省",
        "%", "％", "号", "类", "级", "层", "宗", "笔",
    ]
}
