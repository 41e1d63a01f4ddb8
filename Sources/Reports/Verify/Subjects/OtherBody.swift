import Registers

/// Whose report a text is. The report of another zone is not held against this park's book.
enum OtherBody {
    /// The other zone, county or street that the head of a text names as its own; nil where the text names the park, or nobody.
    static func named(in text: OutsideText, own: String) -> String? {
        let proper = properName(own)
        guard proper.isEmpty || !text.paragraphs.contains(where: { $0.letters.find(proper, in: 0..<$0.letters.count) != nil }) else { return nil }
        for paragraph in text.paragraphs.prefix(4) {
            let letters = paragraph.letters
            for (at, word) in letters.occurrences(kinds, in: 0..<min(letters.count, 120))
            where !own.contains(word) && !paragraph.isQuoted(at) && !paragraph.isInTitle(at) {
                var start = at
                while start > 0, at - start < 8, Letters.isHan(letters[start - 1]), stops.longest(letters, before: start) == nil { start -= 1 }
                let end = at + word.unicodeScalars.count
                let name = OutsideParagraph.plain(letters.text(start..<end))
                if start == at && at > 0 || levels.contains(where: { name.hasPrefix($0) }) || under.contains(where: { letters.has($0, at: end) }) {
                    continue
                }
                return name
            }
        }
        return nil
    }

    /// 云川 of 云川工业园区管理委员会.
    static func properName(_ organisation: String) -> String {
        for kind in ["工业园区", "产业园区", "经济技术开发区", "经济开发区", "高新技术产业开发区", "高新区", "开发区", "园区", "新区", "管理委员会", "管委会"] {
            if let range = organisation.range(of: kind), range.lowerBound > organisation.startIndex {
                return String(organisation[..<range.lowerBound])
            }
        }
        return ""
    }

    private static let kinds = WordList(
        "经开区 经济开发区 经济技术开发区 化工园区 工业园区 工业园 产业园区 产业园 高新区 科技局 工信局 商务局 统计局 财政局 农业农村局 自然资源局 生态环境局 住建局 应急管理局 教育局 新区 示范区 保税区 度假区 区人民政府 县人民政府 市人民政府 镇人民政府 乡人民政府 街道办事处 区区长 县县长 市市长 国家统计局 集团公司"
    )
    /// A rank that a park works for, and those above it, are no authors.
    private static let levels = ["国家", "省级", "全国", "国家级", "市委", "省委", "县委", "区委"]
    private static let under = ["的", "领导", "坚强领导", "正确领导", "批", "关心", "支持", "大力支持", "建设", "机遇", "试点", "为"]
    private static let stops = WordList("， 、 的 在 是 创建 建设 抢抓 和 与 个 家 以 向 对 被 经 受 打造 申报 围绕 按照 根据 支持 争创 对标 我代表 代表 年 月 日 全 任 由")
}
