import Registers
import Storage
import Testing

@testable import Reports

@Suite("A report put together")
struct CompileTests {
    private func text(
        _ report: String, _ data: [LittlePark.Datum] = [], claims: String? = nil, slots: String? = nil, year: Int = 2022
    ) throws -> String {
        let park = try LittlePark(data, report: report, claims: claims, slots: slots)
        #expect(park.diagnostics.isEmpty, "\(park.diagnostics.map { $0.text(.en) })")
        return try park.compiled(year).plainText
    }

    private let rising = LittlePark.series("a", ["10", "12", "11", "15", "20.005"])

    @Test("Figures are rounded once, at their places, half up, and neighbours stay as they were written")
    func figures() throws {
        #expect(try text("产值{a}亿元，上年{a.prior}亿元，2018年{a.at(2018)}亿元。\n", rising) == "　　产值20.01亿元，上年15.00亿元，2018年10.00亿元。\n")
        #expect(try text("{{{a}}}\n", rising) == "　　{20.01}\n")
    }

    @Test("A claim that holds prints its words, one that doesn't its else, or nothing")
    func claims() throws {
        let claims = "C1: { form: record, of: a }\nC2: { form: record, of: b }\n"
        let report = "净增{claim C1}，最高{else}，较高{/claim}；再看{claim C2}，最高{else}，待核{/claim}；末尾{claim C2}，最高{/claim}。\n"
        #expect(try text(report, rising, claims: claims) == "　　净增，最高；再看，待核；末尾。\n")
    }

    @Test("Items close up where their claim falls out, and go on until the next heading")
    func items() throws {
        let claims = "C1: { form: record, of: a }\nC2: { form: record, of: b }\n"
        let report = """
            ## 甲
            {item}第一句。{claim C2}{item}中间一句。{/claim}{item}{claim C2}又一句。{/claim}
            {item}{claim C1}末一句。{/claim}
            ## 乙
            {item}从头。
            """
        #expect(try text(report, rising, claims: claims) == "一、甲\n　　一是第一句。\n　　二是末一句。\n二、乙\n　　一是从头。\n")
    }

    @Test("Headings are numbered by level, and a chapter may say which it is")
    func headings() throws {
        let report = "# 报告\n{chapter 3}\n## 实绩\n### 经济\n#### 产值\n##### 增速\n##### 结构\n### 项目\n#### 开工\n## 打算\n"
        #expect(try text(report) == "报告\n三、实绩\n（一）经济\n1.产值\n（1）增速\n（2）结构\n（二）项目\n1.开工\n四、打算\n")
    }

    @Test("A day has its year only where it is not the report's")
    func days() throws {
        let opened = LittlePark.Datum(item: "opened", year: 2022, amount: "2022-07-29")
        let report = "{opened}；{opened.full}；{opened.date}；{opened.month}。\n"
        #expect(try text(report, [opened]) == "　　7月29日；2022年7月29日；7月29日；7月。\n")
        let earlier = LittlePark.Datum(item: "opened", year: 2022, amount: "2021-03-13")
        #expect(try text(report, [earlier]) == "　　2021年3月13日；2021年3月13日；3月13日；2021年3月。\n")
    }

    @Test("Numbers may be Chinese: 两 before a measure word, 二 after 第")
    func numerals() throws {
        let two = [LittlePark.Datum(item: "visits", year: 2022, amount: "2")]
        #expect(try text("{cn visits}个、第{cn visits}批、排名{ordinal visits}、共{cn visits}。\n", two) == "　　两个、第二批、排名第二、共二。\n")
    }

    @Test("An approximation that is true is printed, one that isn't gives way to the figure and is told")
    func approximations() throws {
        let park = try LittlePark(
            [LittlePark.Datum(item: "a", year: 2022, amount: "41.2")],
            report: "{about 超过 a to 40 亿元}，{about 余 a to 40 亿元}，{about 左右 a to 40 亿元}，{about 近 a to 40 亿元}，{about 超过 a to 410000 万元}。\n")
        #expect(park.diagnostics.isEmpty)
        let report = try park.compiled()
        #expect(report.plainText == "　　超过40亿元，40余亿元，40亿元左右，41.20亿元，超过410000万元。\n")
        #expect(report.remarks.map(\.rule) == ["approximation"])
        #expect(report.unsourced.isEmpty)
    }

    @Test("Without a mark a word takes the round number that suits, and a number that is round stands alone")
    func suited() throws {
        let park = try LittlePark(
            [LittlePark.Datum(item: "a", year: 2022, amount: "41.2"), LittlePark.Datum(item: "visits", year: 2022, amount: "40")],
            report: "{about 余 a}，{about 超过 a}，{about 余 visits}。\n", slots: "\"#1\": a\n")
        let report = try park.compiled()
        #expect(report.plainText == "　　40余亿元，超过41亿元，40家。\n")
        #expect(report.remarks.isEmpty && report.unsourced.isEmpty)
        #expect(report.figures.map(\.isInText) == [true])
    }

    @Test("A mark that a parameter sets is in the text with its approximation")
    func parameterMark() throws {
        let park = try LittlePark(
            [LittlePark.Datum(item: "a", year: 2022, amount: "1.2")], report: "{about 超过 a to parameter.mark}。\n",
            slots: "\"#1\": a\nP1: parameter.mark\n")
        let report = try park.compiled()
        #expect(report.plainText == "　　超过1亿元。\n")
        #expect((report.figures + report.printedFacts).map(\.isInText) == [true, true])
    }

    @Test("Titles in 《》 stand side by side without a mark")
    func titles() {
        #expect(Composer.joined("《甲》、《乙》、丙") == "《甲》《乙》、丙")
    }

    @Test("Conditions over figures choose words; one that can't be decided doesn't hold")
    func conditions() throws {
        #expect(try text("{if a > 20}多{else}少{/if}，{if b > 0}有{else}无{/if}。\n", rising) == "　　多，无。\n")
    }

    @Test("A figure without data is told and shown as such")
    func noData() throws {
        let park = try LittlePark(report: "产值{b}亿元。\n")
        let report = try park.compiled()
        #expect(report.plainText == "　　产值【无数据】亿元。\n")
        #expect(report.remarks.map(\.rule) == ["no-data"])
    }

    @Test("A table prints the years of the book that it covers")
    func tables() throws {
        #expect(try text("{table a, b over 3}\n", rising) == "年份\t指标a（亿元）\t指标b（亿元）\n2020年\t11.00\t—\n2021年\t15.00\t—\n2022年\t20.01\t—\n")
        #expect(try text("{table a over 9}\n", rising).split(separator: "\n").count == 6)
    }

    @Test("What was left out is listed with its claim, its verdict and the words that are missing")
    func leftOut() throws {
        let park = try LittlePark(rising, report: "净增{claim C2}，为{a}，最高{/claim}。\n", claims: "C2: { form: record, of: b }\n")
        let report = try park.compiled()
        let out = try #require(report.leftOut.first)
        #expect(out.claim == "C2" && out.verdict == .undecidable && out.text == "，为20.01，最高")
        #expect(out.place == Place(file: "reports/annual.report", line: 1, column: 3))
        #expect(report.count(.undecidable) == 1)
    }

    @Test("Slots are filled whether their sentence stands or not, and say so")
    func slots() throws {
        let park = try LittlePark(
            rising, report: "产值{a}亿元，{a.change}{claim C1}，净增{a.increment}亿元{/claim}。\n", claims: "C1: { form: from_to, of: a, is: lower }\n",
            slots: "\"#1\": a\n\"#2\": a.growth\n\"#3\": a.increment\n\"#4\": b\nP1: parameter.words\nP2: [a, C1.count]\n")
        #expect(park.diagnostics.isEmpty)
        let report = try park.compiled()
        #expect(report.figures.map(\.slot) == ["#1", "#2", "#3", "#4"])
        #expect(report.figures.map(\.isInText) == [true, true, false, false])
        #expect(report.figures.map(\.printed) == ["20.01", "33.4", "5.01", "无数据"])
        #expect(report.figure("#1")?.value == "20.005")
        #expect(report.figure("#2")?.value == "33.366666666667")
        #expect(report.figure("#4")?.value == nil)
        #expect(report.figure("#4")?.word == "无数据")
        #expect(report.figure("P1")?.value == "2+6+N")
        #expect(report.figure("P1")?.name.zh == "布局")
        #expect(report.figure("#1")?.rows == 1)
    }

    @Test("The same expression fills its slots in the order of their declaration")
    func order() throws {
        let park = try LittlePark(rising, report: "{a}、{a}、{a}\n", slots: "P9: a\n\"#7\": a\n\"#8\": a\n")
        let runs = try park.compiled().blocks.flatMap(\.runs).compactMap(\.figure)
        #expect(runs.map(\.slot) == ["#7", "#8", "P9"])
    }

    @Test("As it was known at a change, a later revision is not seen")
    func asOf() throws {
        let park = try LittlePark(rising, report: "{a}\n")
        let before = try park.book.store.read { try $0.lastChange().number }
        let datum = try #require(park.book.catalogue.register("datum"))
        try park.book.store.write(LittlePark.intent("edit")) { writing in
            let row = try #require(try writing.row("SELECT id FROM \(Register.tableName("datum")) WHERE amount = 200050"))
            try Records(park.book, .console).edit(try #require(row.integer(at: 0)), ["amount": .text("25")], of: datum, in: writing)
        }
        #expect(try park.compiled().plainText == "　　25.00\n")
        #expect(try park.compiled(asOf: before).plainText == "　　20.01\n")
        #expect(try park.compiled(asOf: before).lastChange.number == before)
    }

    @Test("An unknown report and an impossible year are refused")
    func refused() throws {
        let park = try LittlePark(report: "{a}\n")
        #expect(throws: Refused.self) { try Drafts(park.figures, park.catalogue).report("weekly", year: 2022) }
        #expect(throws: Refused.self) { try park.compiled(0) }
        #expect(throws: Refused.self) { try park.compiled(10_000) }
        #expect(try park.compiled(9999).plainText == "　　【无数据】\n")
        #expect(try park.compiled(1).plainText == "　　【无数据】\n")
    }
}
