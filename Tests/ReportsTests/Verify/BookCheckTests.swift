import Indicators
import Storage
import Testing

@testable import Indicators
@testable import Reports

@Suite("A text from outside against the book")
struct BookCheckTests {
    private static let indicators = """
        total: { name: { zh: 工业总产值, en: Output }, also: [规上工业总产值], measure: 'sum of datum.amount where item = "a"', status: final, unit: 亿元, places: 2 }
        taxes: { name: { zh: 上缴税金, en: Taxes }, measure: 'sum of datum.amount where item = "b"', status: final, unit: 亿元, places: 2 }
        city: { name: { zh: 全市工业总产值, en: The city's output }, measure: 'sum of datum.amount where item = "whole"', status: final, unit: 亿元, places: 2 }
        """

    private func verified(_ text: String, report: String = "# 报告\n", claims: String? = nil, year: Int? = 2022) throws -> VerifiedText {
        let data =
            LittlePark.series("a", ["400", "450", "540", "640.48", "742.31"]) + LittlePark.series("b", ["5", "6", "8", "10.97", "15.8651"])
            + LittlePark.series("whole", [nil, nil, nil, "900", "1000"])
        let park = try LittlePark(data, report: report, claims: claims, indicators: Self.indicators)
        #expect(park.diagnostics.isEmpty, "\(park.diagnostics.map { $0.text(.en) })")
        return try TextVerification(OutsideText(name: "文稿", text: text), year: year, otherwise: 2022).against(
            park.figures, park.catalogue, WrongTerms([]))
    }

    @Test(
        "What the book bears out, as it is rounded, softened, in other units and under other names",
        arguments: [
            "全年实现工业总产值742.31亿元。", "实现规上工业总产值742.3亿元，同比增长15.9%，净增101.83亿元。", "工业总产值达到7423100万元。", "工业总产值超过740亿元。", "工业总产值近750亿元。",
            "工业总产值740多亿元。", "工业总产值约740亿元。", "2021年工业总产值640.48亿元。", "上缴税金15.87亿元，同比增长44.6%。", "全市工业总产值1000亿元。", "工业总产值由640.48亿元提高到742.31亿元。",
            "上缴税金是去年的1.4倍。", "上缴税金、工业总产值分别达到15.87亿元、742.31亿元。", "上缴税金和工业总产值分别增长44.6%和15.9%。", "工业总产值742.31亿元，上缴税金15.87亿元，同比分别增长15.9%、44.6%。",
            "工业总产值增长15.9%，达到742.31亿元。", "园区工业总产值同比增长15.9%，达742.31亿元。",
        ])
    func supported(_ text: String) throws {
        let verified = try verified(text)
        #expect(!verified.statements.isEmpty)
        for one in verified.statements { #expect(one.outcome == .supported, "\(text) \(one.printed): \(one.reason.zh)") }
    }

    @Test(
        "What it refutes, and what the whole difference comes from",
        arguments: [
            ("工业总产值742.31万元。", .unit), ("工业总产值640.48亿元。", .year), ("工业总产值742.32亿元。", .rounding), ("工业总产值700.00亿元。", nil), ("工业总产值同比增长12.1%。", nil),
            ("工业总产值超过750亿元。", nil), ("工业总产值同比下降15.9%。", nil), ("上缴税金15.86亿元。", .rounding), ("上缴税金、工业总产值分别达到742.31亿元、15.87亿元。", nil),
            ("上缴税金和工业总产值分别增长15.9%和44.6%。", nil), ("工业总产值同比翻一番。", nil), ("工业总产值较上年翻了一番多。", nil),
        ] as [(String, Difference?)])
    func refuted(_ text: String, _ difference: Difference?) throws {
        let one = try #require(try verified(text).statements.first)
        #expect(one.outcome == .refuted && one.difference == difference, "\(text): \(one.outcome) \(one.reason.zh)")
        #expect(one.reason.zh.contains("账上"))
    }

    @Test(
        "What it has not is not covered: other things, other stretches of time, other bases, covered numbers, plans",
        arguments: [
            "粮食总产量700吨。", "上半年工业总产值300亿元。", "1—11月工业总产值690亿元。", "按可比口径，工业总产值同比增长9%。", "工业总产值***亿元。", "甲公司工业总产值30亿元。", "力争工业总产值800亿元。",
            "盘活企业4家，完成工业总产值3亿元。", "到2025年，工业总产值达到1000亿元。", "预计2024年工业总产值500亿元。", "12月，工业总产值70亿元。", "到“十四五”末，工业总产值达到900亿元。",
            "两项指标分别达到15.87亿元、742.31亿元。", "年初下达的任务是工业总产值700亿元。", "工业总产值五年翻一番。", "工业总产值比2012年翻两番。",
        ])
    func uncovered(_ text: String) throws {
        for one in try verified(text).statements { #expect(one.outcome == .uncovered, "\(text) \(one.printed): \(one.reason.zh)") }
    }

    @Test("What an own report says in its own words is known by them")
    func wording() throws {
        let report = "# 报告\n园区一年的盘子做到{total}亿元，较上年多{total.increment}亿元。各项收入里头，交出去{taxes}亿元。\n"
        let right = try verified("园区一年的盘子做到742.31亿元，较上年多101.83亿元。各项收入里头，交出去15.87亿元。", report: report)
        #expect(right.statements.map(\.outcome) == [.supported, .supported, .supported])
        #expect(right.statements.map(\.match) == [.wording, .wording, .wording])
        let wrong = try verified("园区一年的盘子做到742.31亿元，较上年多101.83亿元。各项收入里头，交出去10.97亿元。", report: report)
        #expect(wrong.statements.map(\.outcome) == [.supported, .supported, .refuted])
        #expect(wrong.statements.last?.difference == .year)
    }

    @Test("Claims: those declared, those by figures, and the number in them")
    func claims() throws {
        let claims = "C1: { form: record, of: total, text: { zh: 工业总产值创历史新高, en: Output is a record } }\n"
        let declared = try #require(try verified("全年实现工业总产值742.31亿元，创历史新高。", claims: claims).claims.first)
        #expect(declared.outcome == .supported && declared.claim == "C1")
        #expect(!declared.reason.zh.contains("C1") && !declared.reason.en.contains("C1"), "\(declared.reason.zh)")
        let fell = try #require(try verified("2020年全年实现工业总产值540.00亿元，创历史新高。", claims: nil, year: 2020).claims.first)
        #expect(fell.outcome == .supported && fell.claim == nil)
        let multiple = try verified("上缴税金15.87亿元，是去年的2倍。")
        #expect(multiple.claims.map(\.outcome) == [.refuted])
        let covered = try verified("上缴税金15.87亿元，是去年的*倍。")
        #expect(covered.claims.map(\.outcome) == [.uncovered])
    }

    @Test("The report of another zone is not held against the book")
    func other() throws {
        let verified = try verified("光明新区2022年工作报告\n全年实现工业总产值1586亿元，同比增长7.3%。")
        #expect(verified.other == "光明新区")
        #expect(verified.count(.refuted) == 0)
    }

    @Test("What is said to a person is ordered by how grave it is, with place and what to do")
    func lines() throws {
        let text = "工业总产值700.00亿元，同比增长15.9%。\n工业总产值640.48亿元。\n一是甲。三是丙。"
        let lines = VerifiedLines(try verified(text), all: false).lines.map(\.zh)
        #expect(lines[0].hasPrefix("“文稿”（按2022年核对）：3段，3个数"))
        let heads = lines.filter { $0.hasPrefix("\n") }.map { $0.dropFirst().prefix { $0 != "（" } }
        #expect(heads == ["不符", "自相矛盾", "旧稿残留", "格式和用词"])
        #expect(lines.contains { $0.hasPrefix("第1段第6字 工业总产值【700.00亿元】") && $0.contains("账上工业总产值2022年742.31亿元") })
        #expect(VerifiedLines(try verified("工业总产值742.31亿元。"), all: false).lines.last?.zh == "没有发现问题。")
    }

    @Test("Where nobody gave the year it is said where it was taken from")
    func guessed() throws {
        func notes(_ text: String) throws -> [String] {
            VerifiedLines(try verified(text, year: nil), all: false).lines.map(\.zh).filter { $0.contains("--year") }
        }
        #expect(try notes("2022年工作总结\n工业总产值742.31亿元。").first?.contains("认作2022年") == true)
        #expect(try notes("工业总产值742.31亿元。").first?.contains("暂按") == true)
        #expect(VerifiedLines(try verified("工业总产值742.31亿元。"), all: false).lines.count == 2)
    }

    @Test("The book's value is told in the text's unit, too, and its printed value converted is its value")
    func units() throws {
        let wrong = try #require(try verified("上缴税金100万元。").statements.first)
        #expect(wrong.reason.zh.contains("合158651万元"), "\(wrong.reason.zh)")
        let right = try #require(try verified("上缴税金158700万元。").statements.first)
        #expect(right.outcome == .supported, "\(right.reason.zh)")
    }

    @Test("A number of an older year counts among what was left over")
    func stale() throws {
        let verified = try verified("工业总产值640.48亿元。")
        #expect(verified.counts.stale == 1)
        #expect(VerifiedLines(verified, all: false).lines[0].zh.contains("旧稿残留1"))
    }

    /// 增长12% stands after many things; an own report that says it of one is no proof for another.
    @Test("A growth that names nothing is held only against what the report says it of after the same words")
    func bare() throws {
        let report = "# 报告\n## 实绩\n完成工业总产值{total}亿元，增长{total.growth}%。\n"
        let same = try verified("完成工业总产值742.31亿元，增长15.9%。", report: report).statements
        #expect(same.map(\.outcome) == [.supported, .supported])
        for one in try verified("财政扶持资金500万元，增长5%。", report: report).statements { #expect(one.outcome == .uncovered, "\(one.reason.zh)") }
    }

    @Test("What was aimed at and has been reached is told as reached, and a look back is no plan")
    func reached() throws {
        for text in ["目标任务全面完成，工业总产值700亿元。", "一、2022年工作回顾\n工业总产值700亿元。", "一、主要目标任务完成情况\n工业总产值700亿元。"] {
            let one = try #require(try verified(text).statements.first)
            #expect(one.outcome == .refuted, "\(text): \(one.reason.zh)")
        }
    }

    @Test("“十三五”末 and 前年 are the years that they name", arguments: [("“十三五”末，工业总产值达到540亿元。", 2020), ("前年，工业总产值540亿元。", 2020)])
    func years(_ text: String, _ year: Int) throws {
        let one = try #require(try verified(text).statements.first)
        #expect(one.outcome == .supported, "\(text): \(one.reason.zh)")
    }
}
