import Registers
import Storage
import Testing

@testable import Reports

@Suite("The confirmation of figures before a release")
struct ConfirmationTests {
    static let owned = """
        mine: { name: { zh: 部门数, en: Mine }, measure: a * 2, unit: 亿元, places: 2, owner: leader }
        """
    static let report = "# 报告\n部门数{mine}亿元，增长{mine.growth}%，产值{a}亿元。\n"

    private func park(rule: String = "reason") throws -> ReleasedPark {
        let released = try ReleasedPark(report: ConfirmationTests.report, indicators: ConfirmationTests.owned, rule: rule)
        #expect(released.park.diagnostics.isEmpty, "\(released.park.diagnostics.map { $0.text(.en) })")
        return released
    }

    private func sheet(_ released: ReleasedPark) throws -> ConfirmationSheet {
        try released.park.book.store.read { reading in
            try Confirmations(released.drafts).sheet(try released.drafts.report("annual", ReleasedPark.period, in: reading), in: reading)
        }
    }

    private func answer(
        _ released: ReleasedPark, _ chosen: Confirmations.Chosen, _ answer: Reports.Confirmation.Answer = .confirmed, remark: String = ""
    ) throws {
        _ = try Confirmations(released.drafts).answer(
            "annual", ReleasedPark.period, chosen, answer, by: "部室负责人", remark: remark, at: ReleasedPark.at)
    }

    @Test("Every department gets its own figures, and those without one stand last")
    func departments() throws {
        let sheet = try sheet(try park())
        #expect(sheet.departments.map(\.owner) == ["leader", nil])
        #expect(sheet.departments[0].lines.map(\.printed.id) == ["mine", "mine.growth"])
        #expect(sheet.departments[1].lines.map(\.printed.id) == ["#37", "P1"])
        #expect(sheet.count == 4 && sheet.confirmed == 0)
    }

    @Test("A release is refused while figures are open, names the departments, and goes out once all are confirmed")
    func release() throws {
        let released = try park()
        var release = ReleasedPark.ready
        release.acceptsUnconfirmed = false
        release.explanations = [:]
        #expect(released.refusal(release).contains("应核数据 4 个，已核 0 个（未核：委领导 2、未定责任部门 2）"))
        try answer(released, .department("leader"))
        #expect(released.refusal(release).contains("应核数据 4 个，已核 2 个（未核：未定责任部门 2）"))
        try answer(released, .figures(["#37", "P1"]), .remarked, remark: "含新入库企业")
        let edition = try released.release(release)
        #expect(edition.confirmed == 4 && edition.confirmable == 4)
        let frozen = try released.frozen()
        #expect(frozen.faults.isEmpty)
    }

    @Test("A confirmation holds for the value that was confirmed: once it changes it must be confirmed anew")
    func changed() throws {
        let released = try park()
        try answer(released, .department("leader"))
        try answer(released, .department(nil))
        #expect(try sheet(released).isComplete)
        try released.revise("a", to: "30")
        let after = try sheet(released)
        let standings = after.departments.flatMap { $0.lines.map { ($0.printed.id, $0.standing) } }
        #expect(standings.map(\.1) == [.changed, .changed, .changed, .confirmed])
        #expect(after.departments[0].lines[0].confirmation?.printed == "40.01亿元")
        try answer(released, .department("leader"))
        #expect(try sheet(released).departments[0].open.isEmpty)
        // Back to the old value: what was confirmed last is another, so it must be confirmed again.
        try released.revise("a", to: "20.005")
        #expect(try sheet(released).departments[0].lines[0].standing == .changed)
    }

    @Test("An objection needs words, keeps the figure open, and is not answered over by confirming the rest")
    func objection() throws {
        let released = try park()
        #expect(throws: Refused.self) { try answer(released, .figures(["mine"]), .other) }
        try answer(released, .figures(["mine"]), .other, remark: "应取统计部门数")
        try answer(released, .department("leader"))
        let department = try sheet(released).departments[0]
        #expect(department.lines.map(\.standing) == [.objected, .confirmed] && department.confirmed == 1)
        #expect(throws: Refused.self) { try answer(released, .department("leader")) }
        #expect(throws: Refused.self) { try answer(released, .figures(["nothing"])) }
    }

    @Test("By the park's rule a release while figures are open is refused whoever answers for it, or goes out with a warning")
    func rules() throws {
        let strict = try park(rule: "refuse")
        var release = ReleasedPark.ready
        release.explanations = [:]
        #expect(strict.refusal(release).contains("核对后再签发"))
        let mild = try park(rule: "warn")
        release.acceptsUnconfirmed = false
        release.reason = ""
        let edition = try mild.release(release)
        #expect(edition.confirmed == 0 && edition.confirmable == 4)
    }
}
