import Registers
import Reports
import Storage
import Testing

@Suite("What the plan of a year promised") struct PromisesTests {
    private func lights(_ list: Commitments) -> [String: CommitmentLight] {
        Dictionary(list.all.map { ($0.name, $0.light) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("Each promise of 2022 has its office and its light at the year's end, and one that was put off is not called kept")
    func closed() throws {
        let park = try SampleBook.shared()
        let list = try park.book.store.read { try Commitments(2022, park.drafts.figures, in: $0) }
        #expect(list.all.allSatisfy { !$0.owner.isEmpty })
        let lights = lights(list)
        #expect(lights["工业总产值"] == .kept && lights["省级开发区考核"] == .kept)
        #expect(lights["出台新增工业项目标准地出让办法"] == .missed)
        #expect(lights["建成科技规划展馆"] == .carried)
        #expect(list.count(.kept) == list.all.count - 2)
        // 85 as adjusted in July, not the 76 that were set.
        let investment = try #require(list.all.first { $0.name == "固定资产投资" }?.measure)
        #expect(investment.aimed(.zh) == "不低于85亿元" && investment.reached(.zh) == "98.20亿元")
    }

    @Test("In the middle of the year nothing is missed yet, and what adds up is held against the pace of last year")
    func running() throws {
        let park = try SampleBook.shared()
        let change = try #require(try park.changeBefore("2022-08-01"))
        let list = try park.book.store.read { try Commitments(2022, park.drafts.figures, asOf: change, in: $0) }
        let lights = lights(list)
        #expect(lights["出台新增工业项目标准地出让办法"] == .open && lights["建成科技规划展馆"] == .open)
        #expect(lights["启动国家高新区创建申报"] == .kept)
        #expect(list.count(.missed) == 0 && list.count(.onCourse) > 0)
        let output = try #require(list.all.first { $0.name == "工业总产值" })
        #expect(output.measure?.target.pace != nil && output.light != .kept)
    }

    @Test("The plan for 2023 is listed by its kinds, and a year without a plan has none")
    func planned() throws {
        let park = try SampleBook.shared()
        let list = try park.book.store.read { try Commitments(2023, park.drafts.figures, in: $0) }
        #expect(list.chapters.first?.name.zh == "年度目标")
        #expect(list.count(.missed) == 0)
        #expect(CommitmentsText(list, .zh).lines.contains { $0.contains("[未到期] 税金") })
        let none = try park.book.store.read { try Commitments(2030, park.drafts.figures, in: $0) }
        #expect(none.all.isEmpty && CommitmentsText(none, .en).lines.count == 1)
    }

    @Test("A target that was not met fails the claim that all were, by name; words of quality never hold")
    func claimed() throws {
        let park = try SampleBook.own()
        #expect(try park.verdict("C01") == .holds)
        #expect(try park.verdict("C40") == .holds)
        let register = try #require(park.book.catalogue.register("target"))
        let id = try #require(try park.ids("target", "year = 20220101 AND subject = '企业利润'").first)
        try park.write { try park.records.edit(id, ["low": .text("38.21")], of: register, in: $0) }
        let report = try park.drafts.report("annual", year: 2022)
        let finding = try #require(report.claim("C01"))
        #expect(finding.verdict == .fails && finding.names == ["企业利润"])
        #expect(report.plainText.contains("年初确定的11项目标完成10项"))
        #expect(report.leftOut.contains { $0.claim == "C01" })
        #expect(report.plainText.contains("也为企业再投入攒下底气"))
        #expect(try park.verdict("C01", 2023) != .holds)
    }
}
