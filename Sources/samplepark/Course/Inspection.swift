import Storage

/// A safety inspection of a firm, and what it found.
struct Inspection {
    let firm: Enterprise
    let day: Day
    let kind: String
    let domain: String
    let campaign: String
    let partners: String
    var findings: [Finding] = []
    var code = ""

    /// A hazard, from its finding to its closure. Major ones are told one by one in `records/hazard.csv`.
    struct Finding {
        let text: String
        let isOnsite: Bool
        let due: Day
        let rectified: Day
        let rechecked: Day
        /// When it was looked at again, if it was.
        var lookedBack: Day?
        var code = ""
    }

    /// What is looked for in a domain.
    static let findings: [String: [String]] = [
        "general": ["安全操作规程未上墙", "劳动防护用品佩戴不规范", "安全通道堆放物料", "配电箱未上锁"],
        "fire": ["灭火器压力不足", "疏散指示标志损坏", "消防栓前堆放杂物", "应急照明不亮"],
        "gas": ["燃气报警器未按期检定", "调压箱无防护栏", "燃气管道无流向标识"],
        "chemicals": ["罐区围堰渗漏", "危化品标签缺失", "泄漏报警探头故障"],
        "metallurgy": ["铝液转运区域积水", "煤气管道排水器未上锁", "炉前防护挡板缺损"],
        "dust": ["除尘管道积尘", "防爆电气外壳未紧固"],
        "confined": ["有限空间作业票填写不全", "气体检测仪未校准"],
        "equipment": ["叉车年检标志过期", "行车限位失灵", "压力表未检定"],
        "works": ["临边防护缺失", "脚手架连墙件不足", "临时用电一闸多机"],
    ]

    /// The domain that matters most in a firm's trade.
    static func domain(_ industry: String) -> String {
        switch industry {
        case "26", "27", "28", "25": "chemicals"
        case "31", "32": "metallurgy"
        case "20", "13", "15": "dust"
        case "44", "45", "46": "confined"
        default: "equipment"
        }
    }
}
