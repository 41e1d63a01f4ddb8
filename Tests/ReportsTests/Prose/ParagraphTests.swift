import Testing

@testable import Reports

@Suite("Punctuation where words fall out, and the numbers of items")
struct ParagraphTests {
    /// Words, `*` for an item, `-` for a seam, `-。` for a seam that leaves a mark.
    private func finished(_ parts: [String], item: Int = 0) -> String {
        var paragraph = Paragraph()
        for part in parts {
            switch part {
            case "*": paragraph.tokens.append(.item)
            case "-": paragraph.tokens.append(.seam(nil))
            case let part where part.hasPrefix("-") && part.count == 2: paragraph.tokens.append(.seam(part.last))
            default: paragraph.tokens.append(.run(ReportRun(part)))
            }
        }
        var count = item
        return paragraph.finished(item: &count).map(\.text).joined()
    }

    @Test(
        "The strongest mark stays where words fell out",
        arguments: [
            (["净增10亿元", "-", "；税金增长。"], "净增10亿元；税金增长。"),
            (["甲，", "-", "。"], "甲。"),
            (["甲、", "-", "。"], "甲。"),
            (["甲；", "-", "-", "。"], "甲。"),
            (["甲，", "-", "，乙。"], "甲，乙。"),
            (["甲。", "-", "，乙。"], "甲。乙。"),
            (["甲", "-", "，乙。"], "甲，乙。"),
            (["甲、", "-", "和丙。"], "甲和丙。"),
            (["甲：", "-", "。"], "甲。"),
            (["甲", "-。", "乙。"], "甲。乙。"),
            (["甲，", "-。", "乙。"], "甲。乙。"),
        ])
    func seams(_ parts: [String], _ text: String) { #expect(finished(parts) == text) }

    @Test(
        "Nothing begins with a mark and nothing ends with a comma",
        arguments: [
            (["-", "，乙。"], "乙。"), (["-", "。"], ""), (["甲，", "-"], "甲。"), (["甲；", "-"], "甲；"), (["甲", "-"], "甲"),
            (["（", "-", "）乙"], "乙"), (["甲（", "-", "，乙）。"], "甲（乙）。"), (["甲（乙，", "-", "）。"], "甲（乙）。"), (["甲（", "-", "）。"], "甲。"),
            (["甲，（", "-", "）。"], "甲。"),
        ])
    func edges(_ parts: [String], _ text: String) { #expect(finished(parts) == text) }

    @Test("Marks that no removal touched stay as the writer had them")
    func untouched() { #expect(finished(["甲，。乙……", "-", "丙"]) == "甲，。乙……丙") }

    @Test("Items are numbered, go on from paragraph to paragraph, and close up where one falls out")
    func items() {
        #expect(finished(["*", "甲。", "*", "乙。"]) == "一是甲。二是乙。")
        #expect(finished(["*", "甲。"], item: 9) == "十是甲。")
        #expect(finished(["*", "甲。", "*", "-", "。", "*", "丙。"]) == "一是甲。二是丙。")
        #expect(finished(["*", "-", "*", "-"]) == "")
        #expect(finished(["开头：", "*", "甲，", "-", "*", "乙。"]) == "开头：一是甲。二是乙。")
    }

    @Test("What words leave behind is the mark that ended them, unless they brought none of their own")
    func inheritance() {
        #expect(Punctuation.inheritance(of: "，增量最高。") == "。")
        #expect(Punctuation.inheritance(of: "增量最高，") == nil)
        #expect(Punctuation.inheritance(of: "，增量最高，") == "，")
        #expect(Punctuation.inheritance(of: "，增量最高") == nil)
        #expect(Punctuation.inheritance(of: "") == nil)
        #expect(Punctuation.inheritance(of: "。") == nil)
    }

    @Test("However words fall out, no two marks meet at a seam and none stands first")
    func property() {
        var state: UInt64 = 20_221_231
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let words = ["甲", "乙，", "，丙", "、丁、", "戊。", "；己"]
        for _ in 0..<3000 {
            // Words that are right by themselves, each with a seam before and after.
            let parts = (0..<next(6) + 1).flatMap { _ in ["-", words[next(words.count)], "-"] }
            let text = Array(finished(parts))
            #expect(text.first.map { !Punctuation.isMark($0) } ?? true, "\(parts)")
            #expect(!zip(text, text.dropFirst()).contains { Punctuation.isMark($0) && Punctuation.isMark($1) }, "\(parts) \(String(text))")
        }
    }
}
