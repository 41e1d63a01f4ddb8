import Registers
import Storage
import Testing

@testable import Reports

@Suite("Claims about the years: records, windows, runs, multiples, directions")
struct SeriesClaimTests {
    private func verdict(_ claim: String, _ data: [LittlePark.Datum], year: Int = 2022) throws -> Verdict {
        let finding = try LittlePark.finding(claim, data, year: year)
        #expect(!finding.reason.zh.isEmpty && !finding.reason.en.isEmpty)
        return finding.verdict
    }

    private let series = LittlePark.series

    @Test("A record is strictly above every earlier year of the book")
    func record() throws {
        let finding = try LittlePark.finding("form: record, of: a", LittlePark.series("a", ["10", "12", "11", "15", "16"]))
        #expect(finding.verdict == .holds)
        #expect(finding.form == "record")
        #expect(finding.reason.zh.contains("16.00亿元 > 15.00亿元（2021年）"), "\(finding.reason.zh)")
        #expect(finding.evidence.count == 5)
        #expect(finding.rows == 5)
        #expect(try verdict("form: record, of: a", LittlePark.series("a", ["10", "12", "11", "16", "16"])) == .fails)
        #expect(try verdict("form: record, of: a", LittlePark.series("a", ["17", "12", "11", "15", "16"])) == .fails)
    }

    @Test("A record is undecidable with a year missing, on an estimate, and in the book's first year; a known rival fails it all the same")
    func recordUndecidable() throws {
        #expect(try verdict("form: record, of: a", LittlePark.series("a", ["10", nil, "11", "15", "16"])) == .undecidable)
        #expect(try verdict("form: record, of: a", LittlePark.series("a", ["10", nil, "17", "15", "16"])) == .fails)
        #expect(
            try verdict("form: record, of: a", LittlePark.series("a", ["10", "12", "11", "15", "16"], standing: [2022: "estimated"])) == .undecidable)
        #expect(
            try verdict("form: record, of: a", LittlePark.series("a", ["10", "12", "11", "15", "16"], standing: [2019: "estimated"])) == .undecidable)
        #expect(try verdict("form: record, of: a", LittlePark.series("a", ["10"]), year: 2018) == .undecidable)
        #expect(try verdict("form: record, of: a", LittlePark.series("a", ["10", "12", "11", "15", nil])) == .undecidable)
    }

    @Test("Of several records one that fails decides, and again asks the same of the year before")
    func recordOfSeveral() throws {
        let a = LittlePark.series("a", ["10", "12", "11", "15", "16"])
        let b = LittlePark.series("b", ["10", "12", "11", "9", "13"])
        #expect(try verdict("form: record, of: [a, b]", a + b) == .holds)
        #expect(try verdict("form: record, of: a, again: yes", a) == .holds)
        #expect(try verdict("form: record, of: b, again: yes", b) == .fails)
        #expect(try verdict("form: record, of: [a, b]", a + LittlePark.series("b", ["10", "12", "11", "9", "12"])) == .fails)
    }

    @Test("A record increment compares increments, not levels")
    func increment() throws {
        // Increments 2, -1, 4, 5.
        #expect(try verdict("form: record_increment, of: a", LittlePark.series("a", ["10", "12", "11", "15", "20"])) == .holds)
        // Increments 2, -1, 4, 1.
        #expect(try verdict("form: record_increment, of: a", LittlePark.series("a", ["10", "12", "11", "15", "16"])) == .fails)
        #expect(try verdict("form: record_increment, of: a", LittlePark.series("a", ["10", "12", nil, "15", "20"])) == .undecidable)
        #expect(try verdict("form: record_increment, of: a", LittlePark.series("a", ["10", "12"]), year: 2019) == .undecidable)
    }

    @Test("Best in a window looks at the window alone, and a window that begins before the book is undecidable")
    func window() throws {
        let data = LittlePark.series("a", ["30", "12", "11", "15", "16"])
        #expect(try verdict("form: best_in_window, of: a, years: 4", data) == .holds)
        #expect(try verdict("form: best_in_window, of: a, years: 5", data) == .fails)
        #expect(try verdict("form: best_in_window, of: a, years: 6", data) == .undecidable)
        #expect(try verdict("form: best_in_window, of: a, years: parameter.window", data) == .fails)
        #expect(try verdict("form: best_in_window, of: a, years: 4", LittlePark.series("a", ["30", nil, "11", "15", "16"])) == .undecidable)
    }

    @Test("A run counts back from this year, and a gap breaks it")
    func run() throws {
        // Growth 50%, 40%, 30%, 20%.
        let fast = LittlePark.series("a", ["10", "15", "21", "27.3", "32.76"])
        let all = try LittlePark.finding("form: run, of: a.growth >= parameter.fast, years: 4", fast)
        #expect(all.verdict == .holds)
        #expect(all.values[.count] == Amount(4))
        #expect(all.evidence.map(\.printed) == ["20.0%", "30.0%", "40.0%", "50.0%", "无同期"])
        // Growth 50%, 10%, 30%, 20%.
        let broken = LittlePark.series("a", ["10", "15", "16.5", "21.45", "25.74"])
        let two = try LittlePark.finding("form: run, of: a.growth >= parameter.fast, years: 2", broken)
        #expect(two.verdict == .holds)
        #expect(two.values[.count] == Amount(2))
        #expect(try verdict("form: run, of: a.growth >= parameter.fast, years: 3", broken) == .fails)
        // Of 2018 there is no growth: a run of five can't be decided.
        #expect(try verdict("form: run, of: a.growth >= parameter.fast, years: 5", fast) == .undecidable)
        #expect(try verdict("form: run, of: a.growth >= parameter.fast", LittlePark.series("a", ["10", "15", "16", "21", "21"])) == .fails)
    }

    @Test("A run of records counts the years that have one; before the book nothing is known")
    func runOfRecords() throws {
        func honors(_ years: [Int], grade: String = "优秀") -> (Records, Catalogue, Writing) throws -> Void {
            { records, catalogue, writing in
                let honor = try #require(catalogue.register("honor"))
                for year in years {
                    try records.add(
                        ["name": .text("考核"), "awarded": .text("\(year)-05-01"), "year": .text("\(year - 1)"), "grade": .text(grade)], to: honor,
                        in: writing)
                }
            }
        }
        let claim = "form: run, records: honor where grade = excellent"
        let three = try LittlePark.finding(claim, fill: honors([2020, 2021, 2022]))
        #expect(three.verdict == .holds)
        #expect(three.values[.count] == Amount(3))
        #expect(three.evidence.map(\.period.year) == [2022, 2021, 2020])
        #expect(try LittlePark.finding(claim, fill: honors([2019, 2020, 2022])).verdict == .fails)
        #expect(try LittlePark.finding(claim, fill: honors([2021, 2022], grade: "良好")).verdict == .fails)
        #expect(try LittlePark.finding(claim + ", years: 6", fill: honors([2018, 2019, 2020, 2021, 2022])).verdict == .undecidable)
        // By the year that was evaluated the run ends in 2021.
        #expect(try LittlePark.finding(claim + ", at: year", fill: honors([2021, 2022])).verdict == .fails)
    }

    @Test("是上年的n倍 needs two years above zero and a rise")
    func multiple() throws {
        let triple = try LittlePark.finding("form: multiple, of: a, expects: 3", LittlePark.series("a", ["1", "1", "1", "10", "30"]))
        #expect(triple.verdict == .holds)
        #expect(triple.surprise == nil)
        #expect(triple.values[.multiple] == Amount(3))
        let other = try LittlePark.finding("form: multiple, of: a, expects: 4", LittlePark.series("a", ["1", "1", "1", "10", "30"]))
        #expect(other.verdict == .holds)
        #expect(other.surprise != nil)
        #expect(try verdict("form: multiple, of: a", LittlePark.series("a", ["1", "1", "1", "10", "9"])) == .fails)
        #expect(try verdict("form: multiple, of: a", LittlePark.series("a", ["1", "1", "1", "-10", "30"])) == .undecidable)
        #expect(try verdict("form: multiple, of: a", LittlePark.series("a", ["1", "1", "1", "0", "30"])) == .undecidable)
        #expect(try verdict("form: multiple, of: a", LittlePark.series("a", ["1", "1", "1", nil, "30"])) == .undecidable)
    }

    @Test("A direction between two figures holds, fails, or has nothing to compare")
    func fromTo() throws {
        let data = LittlePark.series("a", ["1", "1", "1", "10", "30"])
        #expect(try verdict("form: from_to, of: a, is: higher", data) == .holds)
        #expect(try verdict("form: from_to, of: a, is: lower", data) == .fails)
        #expect(try verdict("form: from_to, of: b, is: higher", data) == .undecidable)
        #expect(try verdict("form: from_to, from: a.at(2018), to: a, is: higher", data) == .holds)
        // No change is neither.
        #expect(try verdict("form: from_to, of: a, is: higher", LittlePark.series("a", ["1", "1", "1", "10", "10"])) == .fails)
        #expect(try verdict("form: from_to, of: a, is: lower", LittlePark.series("a", ["1", "1", "1", "10", "10"])) == .fails)
    }
}
