import Foundation
import Formats
import Registers
import Storage
import Testing

@Suite("Partial imports")
struct ImportPartialTests {
    private let partial = ImportOptions(isPartial: true)

    @Test("good rows are taken; the others go into a workbook beside the input, as they came, with the reason, and can be put right and imported")
    func returned() throws {
        let park = try ExchangePark()
        try park.firms()
        let outcome = try park.run(
            "企业,月份,工业总产值（亿元）,备注\nA1,2022-01,1,甲\nA9,2022-01,一,\"乙,丙\"\nA2,2022-01,2,\n", into: "form", options: partial)
        #expect((outcome.read, outcome.accepted, outcome.returned, outcome.added) == (3, 2, 1, 2))
        let path = try #require(outcome.returnedPath)
        #expect(path == park.folder + "/form-退回.xlsx")
        #expect(outcome.words.zh == "读入 3 行：接受 2 行，退回 1 行。新增 2 条，更新 0 条，不变 0 条（第 3 号变更）。退回的行见 \(path)。")
        let rows = try TestWorkbook.rows(path)
        #expect(rows[0].map(\.plain) == ["企业", "月份", "工业总产值（亿元）", "备注", "退回原因"])
        #expect(rows[1].prefix(4).map(\.plain) == ["A9", "2022-01", "一", "乙,丙"])
        #expect(rows[1][4].plain.contains("A 列“企业”“A9”：没有找到“A9”。") && rows[1][4].plain.contains("C 列“工业总产值（亿元）”“一”："))
        // The workbook itself, once the firm is there and the number is typed anew.
        try park.run("编号,名称\nA9,新企业\n", into: "firm")
        let fixed = try XLSXWriter(path: park.folder + "/fixed.xlsx", title: "", author: "", made: (2022, 1, 1))
        try fixed.sheet("表", rows[0].map { XLSXColumn($0.plain) })
        try fixed.row([rows[1][0], rows[1][1], .number("1"), rows[1][3], rows[1][4]])
        try fixed.close()
        let second = try park.importing(ImportFile(path: park.folder + "/fixed.xlsx"), into: "form").run(at: ExchangePark.day)
        #expect(second.added == 1)
        #expect(!second.notes.map(\.zh).joined().contains("退回原因"))
        #expect(try park.rows("SELECT output FROM r_form ORDER BY firm") == [[1_000_000], [2_000_000], [1_000_000]])
    }

    @Test("the same file again takes the rows that have become good since, and else changes nothing")
    func again() throws {
        let park = try ExchangePark()
        try park.firms()
        let text = "企业,月份,工业总产值\nA1,2022-01,1\nA9,2022-01,2\n"
        let first = try park.run(text, into: "form", options: partial)
        let again = try park.run(text, into: "form", options: partial)
        #expect(again.change == nil || again.change == first.change)
        #expect(try park.count("form") == 1)
        try park.run("编号,名称\nA9,新企业\n", into: "firm")
        #expect(try park.run(text, into: "form", options: partial).added == 1)
        #expect(try park.count("form") == 2)
    }

    @Test("a workbook that is there already is not written over")
    func names() throws {
        let park = try ExchangePark()
        let text = "编号,名称\nA1,\n"
        let first = try park.run(text, into: "firm", options: partial)
        let second = try park.run(text, into: "firm", options: partial)
        #expect(first.returnedPath == park.folder + "/firm-退回.xlsx")
        #expect(second.returnedPath == park.folder + "/firm-退回2.xlsx")
        #expect(first.change == nil && (first.accepted, first.returned) == (0, 1))
    }

    @Test("an upload has no place beside it; its workbook goes where it is told")
    func upload() throws {
        let park = try ExchangePark()
        let file = ImportFile(data: Data("编号,名称\nA1,甲\nA2,\n".utf8), name: "上传.csv")
        let none = try park.importing(file, into: "firm", options: partial).run(at: ExchangePark.day)
        #expect(none.returned == 1 && none.returnedPath == nil && none.added == 1)
        let told = ImportOptions(isPartial: true, returnedPath: park.folder + "/退回.xlsx")
        let other = ImportFile(data: Data("编号,名称\nA3,甲\nA2,\n".utf8), name: "上传.csv")
        let outcome = try park.importing(other, into: "firm", options: told).run(at: ExchangePark.day)
        #expect(outcome.returnedPath == told.returnedPath)
        #expect(FileManager.default.fileExists(atPath: park.folder + "/退回.xlsx"))
    }

    @Test("a workbook that can't be written keeps the rows out, too")
    func unwritable() throws {
        let park = try ExchangePark()
        let told = ImportOptions(isPartial: true, returnedPath: park.folder + "/没有/退回.xlsx")
        #expect(throws: Invalid.self) { try park.run("编号,名称\nA1,甲\nA2,\n", into: "firm", options: told) }
        #expect(try park.count("firm") == 0)
    }

    @Test("a returned cell that no workbook takes whole is cut, and doesn't stop the import")
    func long() throws {
        let park = try ExchangePark()
        let outcome = try park.run("编号,名称\nA1,甲\nA2,\(String(repeating: "长", count: 40_000))\n", into: "firm", options: partial)
        #expect((outcome.added, outcome.returned) == (1, 1))
        #expect(try TestWorkbook.rows(try #require(outcome.returnedPath))[1][1].plain.unicodeScalars.count == 32_000)
    }
}
