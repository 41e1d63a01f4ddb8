import Foundation
import Storage
import Testing

@testable import Registers

@Suite("A table that somebody else keeps")
struct OutsideTableTests {
    private func table(_ text: String, column: String? = nil, unit: String? = "万元") throws -> OutsideTable {
        try OutsideTable(
            ImportFile(data: Data(text.utf8), name: "表.csv"), key: .init(Words(zh: "代码", en: "Code"), labels: ["统一社会信用代码", "代码"]),
            value: .init(Words(zh: "产值", en: "Output"), labels: ["产值", "工业总产值"], told: column, unit: unit.flatMap { Unit($0) }))
    }

    private func faults(_ text: String, column: String? = nil, unit: String? = "万元") -> [String] {
        do {
            _ = try table(text, column: column, unit: unit)
            return []
        } catch let error as Invalid { return error.items.map { $0.text(.zh) } } catch { return ["\(error)"] }
    }

    @Test("a head of two rows with column numbers below, units in it, dashes, sub-totals and a head that comes again")
    func form() throws {
        let found = try table(
            """
            XX区规模以上工业企业主要指标,,,
            单位名称,代码,工业总产值（亿元）,
            ,,本年,上年
            甲,乙,1,2
            云川铝业,91A,"1,234.5",1000
            小计,,9,9
            恒川钢铁,91B,—,3
            单位名称,代码,工业总产值（亿元）,
            川达化纤,91C,-0.25,3
            合计,,1234.25,
            """)
        #expect(
            found.rows.map { [String($0.number), $0.key, $0.label, $0.amount?.description ?? ""] } == [
                ["5", "91A", "云川铝业", "12345000"], ["7", "91B", "恒川钢铁", ""], ["9", "91C", "川达化纤", "-2500"],
            ])
        #expect(found.totals.map(\.number) == [6, 10])
        #expect((found.unit?.symbol, found.places, found.header) == ("亿元", 2, "工业总产值（亿元）"))
    }

    @Test("a column that is told by its letter is read, whatever it is called")
    func letter() throws {
        let found = try table("代码,产值,\n,本年,上年\n91A,5,7.125\n", column: "C")
        #expect(found.rows.map(\.amount) == [Amount("7.125")])
        #expect(found.notes.map(\.zh) == ["表里没有写“C”的单位，按“万元”读。"])
    }

    @Test("the unit of a line above the head holds; one that doesn't convert is refused")
    func units() throws {
        #expect(try table("单位：元\n代码,产值\n91A,12345\n").rows[0].amount == Amount("1.2345"))
        #expect(faults("代码,产值（吨）\n91A,5\n") == ["表头“产值（吨）”的单位“吨”不能换算成“万元”。"])
        #expect(faults("代码,产值（吨）\n91A,5\n", unit: nil) == ["表头“产值（吨）”带单位“吨”，而“产值”不带单位。"])
    }

    @Test("every row that holds no number is told at once; a column that is there twice or not at all stops")
    func faults() {
        #expect(faults("代码,产值\n91A,x\n91B,1\n91C,1;2\n").count == 2)
        #expect(faults("代码,产值,产值\n91A,1,2\n") == ["“产值”有 2 列（B、C）。请用列号说明要哪一列。"])
        #expect(faults("代码,收入\n91A,1\n").first?.contains("没有“产值”这一栏") == true)
        #expect(faults("代码,产值\n").first?.contains("没有数据") == true)
        #expect(faults("").first?.contains("空") == true)
    }
}
