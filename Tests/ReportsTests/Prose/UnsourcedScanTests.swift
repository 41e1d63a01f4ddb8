import Indicators
import Registers
import Testing

@testable import Reports

@Suite("Numbers typed by hand")
struct UnsourcedScanTests {
    private func found(_ text: String, _ period: String = "2022") -> [String] {
        let run = ReportRun(text, .words, place: Place(file: "reports/a.report", line: 3, column: 5))
        guard let period = Period(period) else { return ["no period"] }
        return UnsourcedScan(period: period).scan([run]).found.map(\.text)
    }

    @Test(
        "Digits and numerals that count are found, with their unit",
        arguments: [
            ("新增绿化12公顷。", ["12公顷"]), ("增长15.9%，净增101.83亿元", ["15.9%", "101.83亿元"]), ("三个项目", ["三个"]), ("两年来", ["两年"]),
            ("第三批示范机构", ["第三批"]), ("百亿园区", ["百亿"]), ("百分之三十", ["百分之三十"]), ("一千二百万元", ["一千二百万元"]), ("2#6000T设备", ["2#6000T"]),
            ("2021—2035年", ["2021—2035年"]), ("2020年盘活", ["2020年"]), ("3月开工", ["3月"]), ("7月29日", ["7月", "29日"]), ("新增企业一家", ["一家"]),
            ("综合排名第二", ["第二"]), ("１２公顷", ["１２公顷"]), ("约1,234人次", ["1,234人次"]), ("完成一半以上，共5", ["5"]),
        ])
    func numbers(_ text: String, _ expected: [String]) { #expect(found(text) == expected) }

    @Test(
        "The text's own numbering, titles, the report's year and words that count nothing are free",
        arguments: [
            "2022年度工作报告", "2022年12月31日", "2022年1—12月", "截至2022年12月底", "《2023年3月14日第五号文件》", "一是加强", "（三）项目", "第三章", "第二部分",
            "一批项目", "一个机遇", "一年来", "进一步", "十四五规划", "三地两点", "四面八方", "一方面", "万众一心", "百花齐放", "5G应用", "两会", "一手抓招商",
        ])
    func free(_ text: String) { #expect(found(text).isEmpty, "\(found(text))") }

    @Test("Another year than the report's is found")
    func oldYear() { #expect(found("2021年度工作报告") == ["2021年"]) }

    @Test(
        "The dates of the text's own period are free, and no others",
        arguments: [
            ("2022-05", "2022年5月，5月完成，1—5月累计，5月31日，截至5月底，5月1日", []), ("2022-05", "4月完成，6月1日，1—4月，2021年5月", ["4月", "6月", "1日", "1—4月", "2021年"]),
            ("2022-W07", "第7周（2月14日—20日），截至2月20日", ["20日"]), ("2022-W07", "第8周，2月21日，12月14日，2月", ["8周", "2月", "21日", "12月", "14日", "2月"]),
            ("2022H1", "1—6月，6月30日", []), ("2022-03-13", "2022年3月13日", []), ("2022-03-13", "3月14日", ["3月", "14日"]),
            ("2020-W53", "2020年12月28日，2021年1月3日", []),
        ])
    func dates(_ period: String, _ text: String, _ expected: [String]) { #expect(found(text, period) == expected) }

    @Test("What stands in a figure, in {plain} or in a number of the compiler is free, and the place is that of the number")
    func runs() throws {
        let place = Place(file: "reports/a.report", line: 3, column: 5)
        let runs = [
            ReportRun("一是", .vouched), ReportRun("继", .words, place: place), ReportRun("2020", .vouched),
            ReportRun("年盘活12家", .words, place: place.moved(by: 12)),
        ]
        let (marked, found) = UnsourcedScan(period: try #require(Period(year: 2022))).scan(runs)
        #expect(found.map(\.text) == ["12家"])
        #expect(found.first?.place == Place(file: "reports/a.report", line: 3, column: 20))
        #expect(marked.map(\.text) == ["一是", "继", "2020", "年盘活", "12家"])
        #expect(marked.map(\.text).joined() == runs.map(\.text).joined())
        guard case .unsourced? = marked.last?.kind else { return #expect(Bool(false)) }
    }

    @Test("Whatever is typed, the words stay the same and nothing ends the process")
    func hostile() throws {
        let period = try #require(Period(year: 2022))
        var state: UInt64 = 7
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let letters = Array("《》第三百万亿两12.,-—#/年月日家%分之（）是a5Ｇ①👨‍👩‍👧é")
        for _ in 0..<4000 {
            let runs = (0..<next(4) + 1).map { _ in
                ReportRun(String((0..<next(9)).map { _ in letters[next(letters.count)] }), next(4) == 0 ? .vouched : .words, place: nil)
            }
            let (marked, _) = UnsourcedScan(period: period).scan(runs)
            #expect(marked.map(\.text).joined() == runs.map(\.text).joined())
        }
    }
}
