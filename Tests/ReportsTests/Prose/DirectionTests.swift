import Storage
import Testing

@testable import Reports

@Suite("The words of a change follow the number")
struct DirectionTests {
    /// What `{a.change}` prints for two years.
    private func printed(_ before: String?, _ now: String?, of item: String = "a", more: [LittlePark.Datum] = []) throws -> String {
        let park = try LittlePark(LittlePark.series(item, [before, now], from: 2021) + more, report: "产值{\(item == "b" ? "ratio" : "a").change}。\n")
        #expect(park.diagnostics.isEmpty)
        return try park.compiled().blocks.first?.text ?? ""
    }

    @Test("Growth, fall and no change")
    func growth() throws {
        #expect(try printed("10", "11.21") == "产值同比增长12.1%。")
        #expect(try printed("10", "9.7") == "产值同比下降3.0%。")
        #expect(try printed("10", "10") == "产值与上年持平。")
        #expect(try printed("10", "10.001") == "产值与上年基本持平。")
        #expect(try printed("10", "9.999") == "产值与上年基本持平。")
    }

    @Test("A base of zero, below zero or missing has words and no number")
    func bases() throws {
        #expect(try printed("-10", "5") == "产值扭亏为盈。")
        #expect(try printed("10", "-5") == "产值由盈转亏。")
        #expect(try printed("-10", "-5") == "产值减亏50.0%。")
        #expect(try printed("-10", "-15") == "产值增亏50.0%。")
        #expect(try printed("0", "5") == "产值上年为零。")
        #expect(try printed(nil, "5") == "产值无上年同期数。")
        for text in [try printed("-10", "5"), try printed("0", "5"), try printed(nil, "5")] { #expect(!text.contains("增长")) }
    }

    @Test("A rate changes by percentage points")
    func points() throws {
        // 30 of 100, then 34.3 of 100.
        let park = try LittlePark(
            LittlePark.series("a", ["30", "34.3"], from: 2021) + LittlePark.series("b", ["100", "100"], from: 2021), report: "占比{ratio.change}。\n")
        #expect(park.diagnostics.isEmpty)
        #expect(try park.compiled().blocks.first?.text == "占比同比提高4.3个百分点。")
        #expect(try park.compiled(2021).blocks.first?.text == "占比无上年同期数。")
    }

    @Test("The number is a figure of its own, and its words are not")
    func runs() throws {
        let park = try LittlePark(LittlePark.series("a", ["10", "9.7"], from: 2021), report: "产值{a.change}。\n", slots: "\"#2\": a.growth\n")
        let run = try #require(try park.compiled().blocks.first?.runs.first { $0.figure != nil })
        #expect(run.text == "3.0")
        #expect(run.figure?.slot == "#2")
        #expect(run.figure?.figure?.value == .amount(Amount(-3)))
    }

    @Test("A negative number after words that promise a direction is told")
    func contradiction() throws {
        let park = try LittlePark(LittlePark.series("a", ["10", "9"], from: 2021), report: "净增{a.increment}亿元，余额{a.increment}亿元。\n")
        let remarks = try park.compiled().remarks
        #expect(remarks.map(\.rule) == ["direction"])
        #expect(remarks.first?.place.column == 4)
    }
}
