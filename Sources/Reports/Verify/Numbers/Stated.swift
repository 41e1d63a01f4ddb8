import Storage

/// A number that a text states of something.
struct Stated: Sendable {
    /// In what relation a number stands to its subject.
    enum Frame: Sendable, Hashable {
        /// So much, so many.
        case level
        /// By so much per cent; false for a fall.
        case growth(rises: Bool)
        /// By so much; false for a fall.
        case increment(rises: Bool)
        /// So many percentage points; false for a fall.
        case points(rises: Bool)
        /// So much per cent of a whole.
        case share(of: String)
        /// 是去年的n倍; false where it grew by n times.
        case multiple(isOf: Bool)
        /// 由A, and 提高到B behind it.
        case from
        case to

        var isLevel: Bool { self == .level || self == .to }
    }

    /// Index of its paragraph.
    var paragraph: Int
    var quantity: Quantity
    var sentence: Range<Int>
    var clause: Range<Int>
    /// What it is of, cleaned; where only a measure word stands between, with the noun behind: 新认定高新技术企业.
    var subject: String
    /// Other ways to read what it is of.
    var readings: [String]
    var scope: String?
    var time: StatedTime
    var frame: Frame
    /// Firms, towns and offices that the sentence names before it.
    var names: String
    /// The index of the level that this growth, increment or share is said of.
    var topic: Int?
    /// 可比, 同口径, 扣除: the growth is on another base than the printed level.
    var isComparable: Bool
    /// Stands in a table, a title or a quotation.
    var isAside: Bool
    /// It is said of the firms or projects that the sentence has counted before: 盘活4家，完成投资3亿元.
    var isAttribute = false
    /// The project, firm or other zone that the sentence says it is of: 该项目, 对标XX园区.
    var owner: String?
    /// What the first number of its list or sentence is of: 华强公司产值 before 、税收.
    var leads: [String] = []
    /// By which way of counting it is told, where the sentence says so: 调度.
    var basis = ""
    /// 同比, 较上年: its clause says that it is against the year before.
    var isAgainstLastYear = false
}
