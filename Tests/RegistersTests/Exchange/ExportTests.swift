import Foundation
import Formats
import Registers
import Storage
import Testing

@Suite("Export")
struct ExportTests {
    /// Two things with every field filled, and one with none but its code.
    private func park() throws -> ExchangePark {
        let park = try ExchangePark()
        try park.firms()
        try park.run("岗位\n经济局经办岗\n", into: "staff")
        let header = "编号,标题,说明,个数,增速（%）,资金（万元）,面积（亩）,完成,开始,时刻,季度,半年,类别,企业,负责岗位,附件,地点,组成,电话"
        let digest = String(repeating: "ab", count: 32)
        let rows = [
            "T1,\"=1+1，\"\"引号\"\"\",\"一行\n二行,三\",-3,12.1,1234567.8901,66.67,是,2022-03-13,2022-03-13 18:05:09,2022Q1,2022H2,大类,云川乳业,经济局经办岗,\"\(digest) 清单.pdf\n\(digest) 附件二.jpg\",\"新城路8号@39.80,98.27\",\"螺栓|3\n|4\n垫片|\",13800000000",
            "T2,'-5,+号开头,4611686018427387903,-0.1,0,0,否,1900-03-01,1969-12-31 23:59:59,2021Q4,2021H1,小类,A1,经济局经办岗,,地址,,-1",
            "T3,,,,,,,,,,,,,,,,,,",
        ]
        let outcome = try park.run(([header] + rows).joined(separator: "\n") + "\n", into: "thing")
        #expect(outcome.added == 3, "\(outcome.faults.flatMap(\.reasons).map { $0.text(.zh) })")
        return park
    }

    @Test("what is exported and imported again changes nothing, for every kind of field", arguments: Export.Form.allCases, Language.allCases)
    func roundTrip(form: Export.Form, language: Language) throws {
        let park = try park()
        let thing = try park.register("thing")
        let path = park.folder + "/out"
        let outcome = try Export(Query(thing), of: park.book, .console, language: language).write(to: path, as: form, at: ExchangePark.day)
        #expect(outcome.rows == 3)
        let before = try park.rows("SELECT * FROM r_thing ORDER BY id")
        let again = try park.importing(ImportFile(path: path), into: "thing").run(at: ExchangePark.day)
        #expect((again.read, again.unchanged, again.change) == (3, 3, nil), "\(again.faults.flatMap(\.reasons).map { $0.text(.zh) })")
        #expect(try park.rows("SELECT * FROM r_thing ORDER BY id") == before)
        // Into an empty book it makes the same records.
        let other = try ExchangePark()
        try other.firms()
        try other.run("岗位\n经济局经办岗\n", into: "staff")
        let made = try other.importing(ImportFile(path: path), into: "thing").run(at: ExchangePark.day)
        #expect(made.added == 3)
        #expect(try other.rows("SELECT * FROM r_thing ORDER BY id").map { $0.dropFirst(2) } == before.map { $0.dropFirst(2) })
    }

    @Test("every value is changed by an import that differs in it, so that a round trip proves something")
    func differs() throws {
        let park = try park()
        let path = park.folder + "/out.csv"
        _ = try Export(Query(try park.register("thing")), of: park.book, .console).write(to: path, as: .csv, at: ExchangePark.day)
        let rows = try TestWorkbook.rows(path)
        let shown = rows[1].map(\.plain)
        #expect(
            shown.prefix(9) == ["T1", "=1+1，\"引号\"", "一行\n二行,三", "-3", "12.1", "1234567.8901", "66.67", "是", "2022-03-13"])
        #expect(shown.dropFirst(9).prefix(6) == ["2022-03-13 18:05:09", "2022Q1", "2022H2", "大类", "云川乳业", "经济局经办岗"])
        #expect(shown.suffix(3) == ["13800000000", "-6", "已登记"])
        #expect(rows[0].map(\.plain).suffix(5) == ["地点", "组成", "电话", "双倍", "办理状态"])
    }

    @Test("a text that a spreadsheet would run is guarded in CSV and plain text in a workbook")
    func injection() throws {
        let park = try park()
        let path = park.folder + "/out"
        let export = Export(Query(try park.register("thing")), of: park.book, .console)
        _ = try export.write(to: path, as: .csv, at: ExchangePark.day)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains(",\"'=1+1"))
        #expect(!text.contains(",\"=") && !text.contains(",=") && !text.contains(",+") && !text.contains(",@"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).prefix(3) == Data([0xEF, 0xBB, 0xBF]))
        _ = try export.write(to: path, as: .workbook, at: ExchangePark.day)
        #expect(try TestWorkbook.rows(path)[1][1] == .text("=1+1，\"引号\""))
    }

    @Test("personal fields are left out for whoever may not see them, and that is said")
    func personal() throws {
        let park = try park()
        let path = park.folder + "/out.xlsx"
        let outcome = try Export(Query(try park.register("thing")), of: park.book, .reader).write(to: path, as: .workbook, at: ExchangePark.day)
        #expect(!(try TestWorkbook.rows(path)[0].map(\.plain)).contains("电话"))
        #expect(!(try TestWorkbook.rows(path)[1].map(\.plain)).contains("13800000000"))
        #expect(outcome.about.last?.text.zh == "个人信息：电话")
        let nobody = Permission(Subject(name: "nobody"), reach: .nothing)
        #expect(throws: Refused.self) {
            try Export(Query(park.register("thing")), of: park.book, nobody).write(to: path, as: .csv, at: ExchangePark.day)
        }
    }

    @Test("a second sheet says in words what the first holds: condition, as of when, how many, when and by whom")
    func about() throws {
        let park = try park()
        let thing = try park.register("thing")
        let path = park.folder + "/out.xlsx"
        var query = Query(thing)
        query.filters = try Filters.read([("kind", "big"), ("firm", "2")], thing, park.book.catalogue)
        let outcome = try Export(query, of: park.book, .console).write(to: path, as: .workbook, at: ExchangePark.day)
        #expect(outcome.rows == 1)
        let workbook = try XLSXWorkbook(path: path)
        #expect(workbook.sheets.map(\.name) == ["物件", "导出说明"])
        let reader = try workbook.reader(named: "导出说明")
        var lines: [String] = []
        while let row = try reader.next() { lines.append(row.cells.map(\.plain).joined(separator: "：")) }
        #expect(
            lines == [
                "项目：内容", "台账：物件", "条件：类别是大类，且企业是云川乳业", "截至：2022-12-20 08:00（第 4 号变更）", "条数：1 条", "导出：2022-12-20 08:00，console",
            ])
        #expect(outcome.words.zh == "导出 1 条：物件，类别是大类，且企业是云川乳业。")
    }

    @Test("an export as of a change holds what was known then")
    func asOf() throws {
        let park = try park()
        try park.run("编号,标题\nT3,后来的标题\nT4,后来的\n", into: "thing")
        let path = park.folder + "/out.csv"
        let outcome = try Export(Query(try park.register("thing"), asOf: 4), of: park.book, .console).write(to: path, as: .csv, at: ExchangePark.day)
        #expect(outcome.rows == 3)
        #expect(try TestWorkbook.rows(path)[3][1].plain == "")
        #expect(outcome.about.first { $0.name.zh == "截至" }?.text.zh.contains("第 4 号变更") == true)
    }

    @Test("a record whose title others bear is named by its number, and found again by it")
    func ambiguous() throws {
        let park = try ExchangePark()
        try park.run("编号,名称\nA1,同名企业\nA2,同名企业\n", into: "firm")
        try park.run("企业,月份,产值\nA2,2022-01,1\n", into: "form")
        let path = park.folder + "/out.csv"
        _ = try Export(Query(try park.register("form")), of: park.book, .console).write(to: path, as: .csv, at: ExchangePark.day)
        #expect(try TestWorkbook.rows(path)[1][0].plain == "#2")
        #expect(try park.importing(ImportFile(path: path), into: "form").run(at: ExchangePark.day).unchanged == 1)
    }

    @Test("an export is whole or not there")
    func whole() throws {
        let park = try park()
        let export = Export(Query(try park.register("thing")), of: park.book, .console)
        #expect(throws: Invalid.self) { try export.write(to: park.folder + "/没有/x.csv", as: .csv, at: ExchangePark.day) }
        #expect(throws: Invalid.self) { try export.write(to: park.folder + "/没有/x.xlsx", as: .workbook, at: ExchangePark.day) }
        try park.run("编号,说明\nT9,\(String(repeating: "长", count: 20_000))\n", into: "thing")
        _ = try export.write(to: park.folder + "/x.xlsx", as: .workbook, at: ExchangePark.day)
        #expect(try FileManager.default.contentsOfDirectory(atPath: park.folder).filter { $0.hasSuffix(".part") }.isEmpty)
    }
}
