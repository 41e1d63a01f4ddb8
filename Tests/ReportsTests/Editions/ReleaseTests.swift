import Indicators
import Registers
import Storage
import Testing

@testable import Reports

@Suite("The release of a report")
struct ReleaseTests {
    @Test("An edition says what was released, whatever the records say afterwards")
    func frozen() throws {
        let released = try ReleasedPark()
        #expect(released.park.diagnostics.isEmpty, "\(released.park.diagnostics.map { $0.text(.en) })")
        let live = try released.park.compiled()
        try released.release()
        try released.revise("a", to: "99")
        let frozen = try released.frozen()
        #expect(frozen.faults.isEmpty)
        #expect(frozen.plain == live.plainText && frozen.report.plainText == live.plainText)
        #expect(frozen.plain.contains("产值20.01亿元，创新高；"))
        #expect(try released.park.compiled().plainText.contains("产值99.00亿元"))
        // The figures of an edition lead to what was known when it was released.
        let then = try released.park.compiled(asOf: frozen.edition.head)
        #expect(ReportHTML(frozen.report).article == ReportHTML(then).article)
    }

    @Test("Figures, claims, evidence and what was left out come back as they were")
    func parts() throws {
        let released = try ReleasedPark()
        let live = try released.park.compiled()
        try released.release()
        let back = try released.frozen().report
        #expect(back.figures.map(\.slot) == ["#37"] && back.printedFacts.map(\.slot) == ["P1"])
        #expect(back.figures.map(\.value) == ["20.005"] && back.figures.map(\.figures) == live.figures.map(\.figures))
        #expect(back.figures.map(\.operands) == live.figures.map(\.operands) && back.printedFacts.map(\.value) == ["7"])
        #expect(back.claims.map(\.verdict) == live.claims.map(\.verdict) && back.claims.map(\.reason) == live.claims.map(\.reason))
        #expect(back.claims.map { $0.evidence.map(\.printed) } == live.claims.map { $0.evidence.map(\.printed) })
        #expect(back.claims.map(\.values) == live.claims.map(\.values))
        #expect(back.leftOut == live.leftOut && !back.leftOut.isEmpty && back.unsourced == live.unsourced && back.remarks == live.remarks)
        #expect(back.organisation == live.organisation && back.title == "工作报告" && back.period == live.period)
        let heights = [live, back].map { report in
            report.blocks.compactMap { block -> [Amount?]? in
                if case .chart(let chart) = block.kind { chart.series.flatMap { $0.points.map(\.amount) } } else { nil }
            }
        }
        #expect(heights[0] == heights[1] && heights[1] == [[Amount("11"), Amount("15"), Amount("20.005")]])
    }

    @Test("A number typed by hand needs its source, and only such a number can be given one")
    func unsourced() throws {
        let released = try ReleasedPark()
        var release = ReleasedPark.ready
        release.explanations = [:]
        #expect(released.refusal(release).contains("“12公顷”是手工数字"))
        release.explanations = ["12公顷": "绿化台账", "13公顷": "猜的"]
        #expect(released.refusal(release).contains("“13公顷”不在手工数字里；有：12公顷"))
        #expect(try released.park.book.store.read { try released.editions.list(in: $0) }.isEmpty)
    }

    @Test("Figures that nobody has confirmed go out only when somebody answers for them and says why")
    func unconfirmed() throws {
        let released = try ReleasedPark()
        var release = ReleasedPark.ready
        release.acceptsUnconfirmed = false
        let count = try released.park.compiled().printedFigures.count
        #expect(released.refusal(release).contains("应核数据 \(count) 个，已核 0 个"))
        release.acceptsUnconfirmed = true
        release.reason = ""
        #expect(released.refusal(release).contains("未核先签发要写原因"))
        let edition = try released.release()
        #expect(edition.confirmed == 0 && edition.confirmable == count && count > 3)
    }

    @Test("A second edition corrects the first or follows its withdrawal, and each keeps its number")
    func numbers() throws {
        let released = try ReleasedPark()
        let first = try released.release()
        #expect(released.refusal(ReleasedPark.ready).contains("第1版还有效"))
        try released.revise("a", to: "21")
        var correction = ReleasedPark.ready
        correction.corrects = 4
        #expect(released.refusal(correction).contains("第4版不存在"))
        correction.corrects = 1
        #expect(try released.release(correction).number == 2)
        #expect(try released.frozen(1).plain.contains("产值20.01亿元") && released.frozen(2).plain.contains("产值21.00亿元"))
        try released.editions.withdraw(first, by: "主任", reason: "数据有误", at: ReleasedPark.at)
        let second = try released.frozen(2).edition
        try released.editions.withdraw(second, by: "主任", reason: "数据有误", at: ReleasedPark.at)
        #expect(try released.park.book.store.read { try released.editions.latest("annual", ReleasedPark.period, in: $0) } == nil)
        #expect(try released.release().number == 3)
        let back = try released.frozen(1)
        #expect(back.faults.isEmpty && back.edition.withdrawn?.reason == "数据有误")
        #expect(throws: Refused.self) { try released.editions.withdraw(back.edition, by: "主任", reason: "再撤", at: ReleasedPark.at) }
    }

    @Test("What has moved since is told with the change that moved it")
    func moved() throws {
        let released = try ReleasedPark()
        try released.release()
        let frozen = try released.frozen()
        let unmoved = try released.park.book.store.read { reading in
            try released.drafts.moved(since: frozen, try released.drafts.report("annual", ReleasedPark.period, in: reading), in: reading)
        }
        #expect(unmoved.isUnmoved)
        try released.revise("b", to: "8")
        try released.revise("a", to: "14")
        let last = try released.park.book.store.read { try $0.lastChange().number }
        let comparison = try released.park.book.store.read { reading in
            try released.drafts.moved(since: frozen, try released.drafts.report("annual", ReleasedPark.period, in: reading), in: reading)
        }
        let slot = try #require(comparison.moved.first { $0.id == "#37" })
        #expect(slot.then == "20.01亿元" && slot.now == "14.00亿元" && slot.change?.number == last)
        #expect(slot.cause.zh.contains("统计岗") && slot.cause.zh.contains("年报核定"))
        #expect(comparison.moved.first { $0.id == "P1" }?.change?.number == last - 1)
        #expect(comparison.turned.map(\.id) == ["C1"] && comparison.textDiffers)
    }
}
