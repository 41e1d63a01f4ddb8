/// Whose a number is, where a sentence says once for all that follows that it is a project's, a firm's or another zone's.
enum Owner {
    /// The words for the other owner that stand last within a range; nil where none do, or the park comes after them.
    /// `own` is the park's proper name: 云川.
    static func named(_ letters: Letters, _ range: Range<Int>, own: String) -> String? {
        let body = letters.occurrences(bodies, in: range).last.map { (at: $0.at, text: $0.word) }
        let zone = zone(letters, range, own)
        guard let found = [body, zone].compactMap({ $0 }).max(by: { $0.at < $1.at }) else { return nil }
        let rest = min(range.upperBound, found.at + found.text.unicodeScalars.count)..<range.upperBound
        if isOurs(letters, rest) { return nil }
        if !own.isEmpty, letters.find(own, in: rest) != nil { return nil }
        return found.text
    }

    /// 对标XX园区, 其他开发区: a zone that some word before it makes another's.
    private static func zone(_ letters: Letters, _ range: Range<Int>, _ own: String) -> (at: Int, text: String)? {
        for (at, kind) in letters.occurrences(zones, in: range).reversed() {
            var start = at
            while start > range.lowerBound, at - start < 12, let scalar = letters[start - 1], !"，。；、：（）".unicodeScalars.contains(scalar) {
                start -= 1
            }
            guard let other = letters.occurrences(others, in: start..<at).first else { continue }
            let text = letters.text(other.at..<(at + kind.unicodeScalars.count))
            if own.isEmpty || !text.contains(own) { return (other.at, text) }
        }
        return nil
    }

    /// Whether a stretch says that what follows is the park's: 我园, or 园区 at the head of a clause.
    static func isOurs(_ letters: Letters, _ range: Range<Int>) -> Bool {
        letters.occurrences(ours, in: range).contains { at, word in
            word != "园区" || "，：:,。；;".unicodeScalars.contains(letters[at - 1] ?? "。")
        }
    }

    /// Whether what stands before the name of a figure is a firm, a town or another zone: 华强公司 before 上缴税金.
    static func isBody(_ words: String, own: String) -> Bool {
        guard own.isEmpty || !words.contains(own) else { return false }
        let letters = Letters(words)
        return kinds.longest(letters, before: letters.count).map { $0.unicodeScalars.count < letters.count } ?? false
    }

    private static let bodies = WordList(
        "该项目 本项目 此项目 该工程 两个项目 上述项目 建成后 建成投产后 投产后 达产后 达产达效后 满产后 建成达产后 该公司 该企业 该厂 该集团 该园 该区 该县 该镇 该市 该开发区 该园区")
    private static let zones = WordList("园区 开发区 高新区 经开区 产业园 工业园 新区 园")
    private static let others = WordList("对标 其他 其它 兄弟 先进 标杆 外地 外省 周边 同类 邻近 毗邻 某 XX xx ×× ＸＸ")
    private static let ours = WordList("我园 本园 我区 全园 我们 园区")
    private static let kinds = WordList("公司 集团 厂 工业园区 开发区 高新区 经开区 产业园 工业园 镇 乡 街道 县 市")
}
