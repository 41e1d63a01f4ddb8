import Foundation
import Testing

@testable import Formats

@Suite struct XLSXWriterTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func write(_ name: String, _ rows: [[SheetCell]], columns: [XLSXColumn] = [XLSXColumn("名称"), XLSXColumn("数值", places: 2)])
        throws -> String
    {
        let path = scratch.path(name)
        let writer = try XLSXWriter(path: path, title: "月报", author: "云川工业园区管委会", made: (2022, 12, 31))
        try writer.sheet("数据", columns)
        for row in rows { try writer.row(row) }
        try writer.close()
        return path
    }

    private func part(_ name: String, of path: String) throws -> String {
        let zip = try ZipReader(path: path)
        return try String(decoding: zip.data(#require(zip.entry(name))), as: UTF8.self)
    }

    @Test("What is written is read: texts, exact numbers, percentages, days, moments, truth")
    func roundTrip() throws {
        let cells: [[SheetCell]] = [
            [.text("甲\n乙"), .number("0.1"), .percent("12.1"), .day(year: 2022, month: 12, day: 31)],
            [.text("=1+1"), .number("-628.31"), .percent("-3"), .moment(year: 2022, month: 12, day: 31, hour: 23, minute: 59, second: 59)],
            [.empty, .number("123456789012345"), .boolean(true), .text("a\u{1}b_x0041_")],
            [.text("@x"), .number("0.000123"), .text("\u{FFFE}_"), .text("_xFFFF")],
        ]
        let book = try XLSXWorkbook(path: write("a.xlsx", cells, columns: (0..<4).map { XLSXColumn("列\($0)") }))
        let reader = try book.reader()
        #expect(reader.name == "数据")
        #expect(try reader.next()?.cells == (0..<4).map { .text("列\($0)") })
        for row in cells { #expect(try reader.next()?.cells ?? [] == row) }
        #expect(try reader.next() == nil)
    }

    @Test("Digits that a workbook would lose are written as text, and days before its calendar too")
    func lossless() throws {
        let path = try write("b.xlsx", [[.number("1234567890123456"), .day(year: 1899, month: 1, day: 1)]])
        let reader = try XLSXWorkbook(path: path).reader()
        _ = try reader.next()
        #expect(try reader.next()?.cells == [.text("1234567890123456"), .text("1899-01-01")])
    }

    @Test("No text becomes a formula, a link or a number")
    func noFormula() throws {
        let path = try write("c.xlsx", [[.text("=HYPERLINK(\"http://x\")"), .text("12")], [.text("http://x"), .text("{=1}")]])
        let sheet = try part("xl/worksheets/sheet1.xml", of: path)
        #expect(!sheet.contains("<f>") && !sheet.contains("<hyperlink") && !sheet.contains("<v>"))
    }

    @Test("The header is bold, stays in view and filters; numbers show their places")
    func header() throws {
        let path = try write("d.xlsx", [[.text("甲"), .number("1.5")], [.text("乙"), .number("2")]])
        let sheet = try part("xl/worksheets/sheet1.xml", of: path)
        #expect(sheet.contains("<autoFilter ref=\"A1:B3\"/>"))
        #expect(sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""))
        #expect(sheet.contains("<c r=\"B2\" s=\"2\"><v>1.5</v></c>"))
        let styles = try part("xl/styles.xml", of: path)
        #expect(styles.contains("<b/>"))
    }

    @Test("A faulty cell is filled and bears a note, also where the row is short")
    func faults() throws {
        let path = scratch.path("e.xlsx")
        let writer = try XLSXWriter(path: path, title: "t", author: "a", made: (2022, 12, 31))
        try writer.sheet("错误", [XLSXColumn("甲", choices: ["是", "否"]), XLSXColumn("乙")])
        try writer.row([.text("x")], faults: [0: "只能填是或否", 1: "缺少金额"])
        try writer.close()
        let comments = try part("xl/comments1.xml", of: path)
        #expect(
            comments.contains("ref=\"A2\"") && comments.contains("只能填是或否") && comments.contains("ref=\"B2\"") && comments.contains("缺少金额"))
        #expect(try part("xl/styles.xml", of: path).contains("FFC7CE"))
        #expect(try part("xl/worksheets/sheet1.xml", of: path).contains("<formula1>\"是,否\"</formula1>"))
    }

    @Test("The same rows give the same bytes at any time")
    func deterministic() throws {
        let first = try Data(contentsOf: URL(fileURLWithPath: write("f.xlsx", [[.text("甲"), .number("1")]])))
        let second = try Data(contentsOf: URL(fileURLWithPath: write("g.xlsx", [[.text("甲"), .number("1")]])))
        #expect(first == second)
        #expect(stamps(of: first).count == 1)
        #expect(try part("docProps/core.xml", of: scratch.path("f.xlsx")).contains(">2022-12-31T00:00:00Z</dcterms:created>"))
    }

    @Test("Names that no sheet can have, too long texts and places that cannot be written are refused; nothing is left behind")
    func refusals() throws {
        let path = scratch.path("h.xlsx")
        do {
            let writer = try XLSXWriter(path: path, title: "t", author: "a", made: (2022, 12, 31))
            try writer.sheet("甲", [XLSXColumn("a")])
            for name in ["", "甲", "a/b", String(repeating: "长", count: 32)] {
                #expect(refusal(as: FormatError.self) { try writer.sheet(name, [XLSXColumn("a")]) } == .badSheetName(name))
            }
            try writer.sheet("乙", [XLSXColumn("a")])
            let long = String(repeating: "长", count: 32_768)
            #expect(refusal(as: FormatError.self) { try writer.row([.text(long)]) } == .textTooLong(row: 2, column: 1, limit: 32_767))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder).isEmpty)
        #expect(
            refusal(as: FormatError.self) {
                let writer = try XLSXWriter(path: scratch.path("none/h.xlsx"), title: "", author: "", made: (2022, 1, 1))
                try writer.sheet("甲", [XLSXColumn("a")])
                try writer.close()
            } == .unwritable)
    }
}
