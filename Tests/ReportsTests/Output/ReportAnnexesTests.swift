import Formats
import Storage
import Testing

@testable import Reports

@Suite("The annexes of a report")
struct ReportAnnexesTests {
    private func rows() throws -> [[String]] {
        let report = try LittlePark(
            LittlePark.series("a", ["10", "12", "11", "15", "20.005"]), report: "# 报告\n增长{a.growth}，产值{a}亿元，{a.growth}。\n",
            slots: "\"#37\": a\n\"#38\": a.growth\nP12: [a, a.growth]\nP13: a.prior\n"
        ).compiled()
        let blocks = ReportAnnexes(report, isDraft: false).blocks(["fig_38", "fig_37"])
        for case .table(let table) in blocks { return table.rows.map { $0.map { $0.map(\.text).joined() } } }
        return []
    }

    @Test("Its figures stand in the order of the text under running numbers; those that the text doesn't print come last")
    func order() throws {
        let rows = try rows()
        #expect(rows.map { $0[0] } == ["1", "2", "3", "4"])
        #expect(rows.map { $0[2] } == ["33.4%", "20.01亿元", "20.01亿元、33.4%", "15.00亿元"])
    }
}
