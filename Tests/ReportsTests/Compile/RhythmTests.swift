import Indicators
import Registers
import Storage
import Testing

@testable import Reports

@Suite("Reports of any period")
struct RhythmTests {
    /// A register with a day for each of its records.
    private static let receipts = """
        paid: { name: { zh: 入库, en: Received }, measure: count of honor, unit: 次, status: final }
        """

    private func park(_ report: String, days: [String] = []) throws -> LittlePark {
        let park = try LittlePark(report: report, indicators: RhythmTests.receipts) { records, catalogue, writing in
            let honor = try #require(catalogue.register("honor"))
            for (index, day) in days.enumerated() {
                try records.add(["name": .text("n\(index)"), "awarded": .text(day)], to: honor, in: writing)
            }
        }
        #expect(park.diagnostics.isEmpty, "\(park.diagnostics.map { $0.text(.en) })")
        return park
    }

    private func text(_ park: LittlePark, _ period: String) throws -> String {
        try Drafts(park.figures, park.catalogue).report("annual", try #require(Period(period))).plainText
    }

    @Test("A week counts its own days, and is compared with the week before and with the same week of last year")
    func week() throws {
        let days = ["2021-02-15", "2022-01-03", "2022-02-07", "2022-02-13", "2022-02-14", "2022-02-17", "2022-02-20", "2022-02-21"]
        let park = try park("{every week}\n# {period}通报\n{paid}次，{paid.change}，{paid.chain.change}；{period.to_date}{paid.to_date}次。\n", days: days)
        // Week 7 is 14 to 20 February: three; one in week 7 of 2021 (15 to 21 February), two the week before; six since 1 January.
        #expect(try text(park, "2022-W07") == "第7周（2月14日—20日）通报\n　　3次，同比增长200.0%，环比增长50.0%；1月1日—2月20日6次。\n")
        #expect(try text(park, "2022-W09").contains("0次，与上年持平，环比下降100.0%；1月1日—3月6日7次。"))
        #expect(try text(park, "2022-W08").contains("1次，上年为零，环比下降66.7%；"))
        #expect(try text(park, "2022-W05").contains("第5周（1月31日—2月6日）"))
    }

    @Test(
        "The period is called what a clerk would call it",
        arguments: [
            ("day", "2022-03-13", "3月13日|2022年3月13日|1月1日—3月13日"), ("week", "2022-W52", "第52周（12月26日—2023年1月1日）|2022年第52周（12月26日—2023年1月1日）|1—12月"),
            ("month", "2022-05", "2022年5月|2022年5月|1—5月"), ("quarter", "2022Q3", "三季度|2022年三季度|1—9月"),
            ("half", "2022H1", "上半年|2022年上半年|1—6月"), ("year", "2022", "2022年|2022年|2022年"),
        ])
    func words(_ rhythm: String, _ period: String, _ expected: String) throws {
        let park = try park("{every \(rhythm)}\n{period}|{period.full}|{period.to_date}\n")
        #expect(try text(park, period) == "　　\(expected)\n")
    }

    @Test("A table has a row for each of the last periods, none before the book")
    func table() throws {
        let park = try park("{every month}\n{table paid over 3}\n", days: ["2021-12-31", "2022-01-01", "2022-01-31"])
        #expect(try text(park, "2022-02") == "期间\t入库（次）\n2021年12月\t1\n2022年1月\t2\n2022年2月\t0\n")
        #expect(try text(park, "2018-02") == "期间\t入库（次）\n2018年1月\t0\n2018年2月\t0\n")
    }

    @Test("A period of another rhythm is refused, and says how it is written")
    func refused() throws {
        let drafts = Drafts(try park("{every week}\n# 通报\n").figures, try park("{every week}\n# 通报\n").catalogue)
        let error = #expect(throws: Refused.self) { try drafts.report("annual", year: 2022) }
        #expect(error?.words.zh == "“通报”每周一期，期间写成 2022-W07。")
    }

    @Test("What has no data says so for its own period")
    func noData() throws {
        let park = try park("{every month}\n产值{a}亿元。\n")
        let report = try Drafts(park.figures, park.catalogue).report("annual", try #require(Period("2022-05")))
        #expect(report.plainText == "　　产值【无数据】亿元。\n")
        #expect(report.remarks.first?.message.zh == "“指标a”2022年5月无数据。")
        #expect(report.year == 2022 && report.period == Period("2022-05"))
    }

    @Test("A table by week cuts the weeks at the month's ends, and its parts come to the month")
    func parts() throws {
        let days = ["2022-01-31", "2022-02-01", "2022-02-06", "2022-02-07", "2022-02-28", "2022-02-28", "2022-03-01"]
        let park = try park("{every month}\n{table paid by week}\n", days: days)
        let report = try Drafts(park.figures, park.catalogue).report("annual", try #require(Period("2022-02")))
        #expect(
            report.plainText == """
                期间\t入库（次）
                第5周（2月1日—6日，跨期）\t2
                第6周（2月7日—13日）\t1
                第7周（2月14日—20日）\t0
                第8周（2月21日—27日）\t0
                第9周（2月28日，跨期）\t2
                合计\t5

                """)
        #expect(report.remarks.isEmpty)
    }

    @Test("Parts that don't come to the whole are remarked upon")
    func partsApart() throws {
        let park = try LittlePark(
            [.init(item: "a", year: 2022, amount: "7")], report: "{every month}\n{table a by week}\n")
        let report = try Drafts(park.figures, park.catalogue).report("annual", try #require(Period("2022-12")))
        // A month's form tells of no week.
        #expect(report.plainText.hasSuffix("合计\t7.00\n"))
        #expect(report.remarks.map(\.rule) == ["parts"])
        #expect(try LittlePark(report: "{table a by wek}\n").diagnostics.first?.suggestion == "week")
    }
}
