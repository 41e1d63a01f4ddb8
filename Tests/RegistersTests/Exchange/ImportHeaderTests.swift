import Foundation
import Formats
import Registers
import Storage
import Testing

@Suite("Headers of imports")
struct ImportHeaderTests {
    private func fault(_ text: String, into register: String = "form", map: String? = nil) throws -> [String] {
        let park = try ExchangePark()
        do {
            _ = try park.run(text, into: register, map: try map.map { try park.map($0, for: register) } ?? .none)
            return []
        } catch let invalid as Invalid {
            return invalid.items.map { $0.text(.zh) }
        }
    }

    @Test("a header is found below titles and remarks, and columns by label, alias, name, former name and English, in any width and case")
    func found() throws {
        let park = try ExchangePark()
        try park.firms()
        let outcome = try park.run(
            "云川工业园区月报\n2022年\n,,\n 企业 名称 ,ＭＯＮＴＨ,产值（万元）,Income,staff (人)\nA1,2022-01,1,2,3\n", into: "form")
        #expect(outcome.added == 1)
        #expect(try park.rows("SELECT output, income, staff FROM r_form") == [[100, 200, 3]])
    }

    @Test("a missing required column is told with what was found, and what was probably meant")
    func missing() throws {
        let found = try fault("企业,月分,产值\nA1,2022-01,1\n")
        #expect(found.count == 1)
        #expect(found.first == "缺少栏目：月份。第 1 行的表头是：企业、月分、产值。是不是把“月分”写成了别的名称？")
    }

    @Test("no known header at all is told with the first row and what is needed")
    func none() throws {
        #expect(
            try fault("甲,乙\n1,2\n") == ["前 20 行里没有认出表头。第 1 行是：甲、乙。表头应写栏目名称，至少要有：企业、月份。"])
        let below = String(repeating: "说明\n", count: 25) + "企业,月份,产值\nA1,2022-01,1\n"
        #expect(try fault(below).first?.hasPrefix("前 20 行里没有认出表头。") == true)
    }

    @Test("two columns for one field stop the import and are named")
    func twice() throws {
        let found = try fault("企业,月份,产值（万元）,工业总产值\nA1,2022-01,1,2\n")
        #expect(found == ["“工业总产值”有 2 列：C 列“产值（万元）”、D 列“工业总产值”。请只留一列，或改名。"])
    }

    @Test("of two columns that name the same record the one with codes is read")
    func references() throws {
        let park = try ExchangePark()
        try park.firms()
        let outcome = try park.run("企业名称,信用代码,月份,产值\n改了名的企业,A2,2022-01,1\n", into: "form")
        #expect(outcome.added == 1)
        #expect(outcome.notes.map(\.zh) == ["“企业”按“信用代码”认，“企业名称”不读入。"])
    }

    @Test("unknown, nameless, computed and retired columns are left out and told, with what was probably meant")
    func leftOut() throws {
        let park = try ExchangePark()
        try park.firms()
        let outcome = try park.run("企业,月份,营业收人,两倍产值（万元）,旧指标,,备注,产值\nA1,2022-01,1,2,3,4,5,6\n", into: "form")
        #expect(outcome.added == 1)
        #expect(
            outcome.notes.map(\.zh) == [
                "不认识 C 列“营业收人”，不读入。是不是“营业收入”？", "“两倍产值（万元）”由公式算出，不读入。", "“旧指标”已停用，不读入。", "F 列没有表头，不读入。",
                "不认识 G 列“备注”，不读入。",
            ])
        #expect(try park.rows("SELECT output, income, old, twice FROM r_form") == [[600, .null, .null, 1200]])
    }

    @Test("merged header cells are told in words")
    func merged() throws {
        let park = try ExchangePark()
        try park.firms()
        let sheet = """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
            <row r="1"><c r="A1" t="inlineStr"><is><t>企业</t></is></c><c r="B1" t="inlineStr"><is><t>月份</t></is></c><c r="C1" t="inlineStr"><is><t>产值</t></is></c><c r="E1" t="inlineStr"><is><t>营业收入</t></is></c></row>
            <row r="2"><c r="C2" t="inlineStr"><is><t>本月</t></is></c><c r="D2" t="inlineStr"><is><t>累计</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>A1</t></is></c><c r="B3" t="inlineStr"><is><t>2022-01</t></is></c><c r="C3"><v>1</v></c><c r="D3"><v>2</v></c></row>
            </sheetData><mergeCells count="1"><mergeCell ref="C1:D1"/></mergeCells></worksheet>
            """
        let file = ImportFile(data: try TestWorkbook.data(sheet: sheet), name: "台账.xlsx")
        let invalid = #expect(throws: Invalid.self) { try park.importing(file, into: "form").dryrun() }
        #expect(invalid?.items.map { $0.text(.zh) } == ["第 1 行的表头有合并单元格（C1:D1）。请取消合并，让表头只占一行，每列各有名称。"])
    }

    @Test("a header that is repeated between the rows is passed over and counted")
    func repeated() throws {
        let park = try ExchangePark()
        try park.firms()
        let outcome = try park.run("企业,月份,产值\nA1,2022-01,1\n企业,月份,产值\nA2,2022-01,2\n", into: "form")
        #expect((outcome.read, outcome.accepted, outcome.passed) == (2, 2, 1))
    }

    @Test("an empty file, and one with only a header, are told as such")
    func empty() throws {
        #expect(try fault("") == ["文件“form.csv”是空的。"])
        #expect(try fault("\n\n") == ["文件“form.csv”里没有内容。"])
        #expect(try fault("企业,月份,产值\n") == ["“form.csv”只有表头，没有数据行。"])
    }

    @Test("a header of 100,000 columns is refused and does no harm")
    func wide() throws {
        let found = try fault((0..<100_000).map { "列\($0)" }.joined(separator: ",") + "\n")
        #expect(found.count == 1 && found[0].contains("16384"))
    }

    @Test("a map may say the row of the header, the sheet, and what is ignored")
    func told() throws {
        let park = try ExchangePark()
        try park.firms()
        let map = try park.map("register: form\nheader: 3\nignore: [备注]\ncolumns: { 单位: firm, 期: month, 甲: output }", for: "form")
        let outcome = try park.run("企业,月份,产值\n说明,,\n单位,期,甲,备注\nA1,2022-01,1,x\n", into: "form", map: map)
        #expect(outcome.added == 1)
        #expect(outcome.notes.map(\.zh) == ["“备注”按对照表不读入。"])
        #expect(try fault("企业,月份\nA1,2022-01\n", map: "register: form\nheader: 7").first?.hasPrefix("第 7 行不是表头") == true)
    }
}
