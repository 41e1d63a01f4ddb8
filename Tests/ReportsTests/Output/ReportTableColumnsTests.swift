import Formats
import Testing

@testable import Reports

@Suite("The columns of a table in the text")
struct ReportTableColumnsTests {
    private let columns = ReportTableColumns([
        ["举措", "时限", "产值（亿元）", "增速", "备注"],
        ["出台新增工业项目标准地出让办法", "2023年6月30日", "1,234.50", "-3.2%", ""],
        ["建成展馆", "2023年12月31日", "【无数据】", "+1.0%", "甲12"],
    ]).columns

    @Test("Numbers lie on the right, words on the left, days in the middle")
    func alignment() { #expect(columns.map(\.alignment) == [.left, .center, .right, .right, .left]) }

    @Test("A column is as wide as its longest cell, a Chinese letter counting for two")
    func width() {
        // 15 letters; 2023, 12 and 31 with three letters and five spaces between; 产值（亿元） is six letters; +1.0% five; 甲12 five.
        #expect(columns.map(\.share) == [32, 21, 14, 7, 7])
    }

    @Test("A long cell doesn't take the whole width")
    func long() {
        let columns = ReportTableColumns([["甲", "乙"], [String(repeating: "长", count: 90), "1"]]).columns
        #expect(columns.map(\.share) == [46, 6])
    }

    @Test("A table without rows has its header's columns; one without a header none")
    func empty() {
        #expect(ReportTableColumns([["甲", "乙"]]).columns.map(\.alignment) == [.left, .left])
        #expect(ReportTableColumns([]).columns.isEmpty)
    }
}
