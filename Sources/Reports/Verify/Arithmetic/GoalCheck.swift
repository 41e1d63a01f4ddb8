/// 百亿园区 of value added in one place and of the whole product in another: one goal under two measures.
struct GoalCheck {
    let text: OutsideText

    private struct Said {
        var measure: String
        var place: TextPlace
        var context: String
    }

    func found() -> [Contradiction] {
        var byGoal: [String: [Said]] = [:]
        for paragraph in text.paragraphs where !paragraph.isInTable {
            for sentence in Sentence.all(paragraph) {
                for (at, goal) in paragraph.letters.occurrences(GoalCheck.goals, in: sentence.range) {
                    guard let measure = paragraph.letters.occurrences(GoalCheck.measures, in: sentence.range.lowerBound..<at).last else { continue }
                    let range = measure.at..<(at + goal.unicodeScalars.count)
                    byGoal[goal, default: []].append(
                        Said(
                            measure: GoalCheck.same[measure.word] ?? measure.word, place: paragraph.place(range),
                            context: paragraph.context(range, around: 4)))
                }
            }
        }
        return byGoal.compactMap { goal, said in
            guard let first = said.first, let other = said.first(where: { $0.measure != first.measure }) else { return nil }
            return Contradiction(
                rule: "two-names", places: [first.place, other.place], contexts: [first.context, other.context],
                message: .init(
                    zh: "“\(goal)”一处按\(first.measure)说，另一处按\(other.measure)说，应当统一",
                    en: "“\(goal)” is said of \(first.measure) in one place and of \(other.measure) in another"), isOpen: false)
        }
    }

    private static let goals = WordList("百亿园区 百亿级园区 千亿园区 千亿级园区 百亿开发区 千亿开发区 百亿级开发区 千亿级开发区")
    private static let measures = WordList("工业总产值 总产值 工业增加值 增加值 地区生产总值 生产总值 GDP 营业收入 主营业务收入 技工贸总收入 固定资产投资")
    private static let same = ["增加值": "工业增加值", "总产值": "工业总产值", "生产总值": "地区生产总值", "GDP": "地区生产总值", "主营业务收入": "营业收入"]
}
