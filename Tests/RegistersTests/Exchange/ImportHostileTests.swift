import Foundation
import Formats
import Registers
import Storage
import Testing

@Suite("Hostile imports")
struct ImportHostileTests {
    private func invalid(_ data: Data, name: String = "台账.xlsx") throws -> String {
        let park = try ExchangePark()
        try park.firms()
        let task = try park.importing(ImportFile(data: data, name: name), into: "form", options: ImportOptions(isPartial: true))
        let invalid = #expect(throws: Invalid.self) { try task.run(at: ExchangePark.day) }
        #expect(try park.count("form") == 0)
        #expect(try park.book.store.read { try $0.lastChange().number } == 2)
        return invalid?.items.map { $0.text(.zh) }.joined() ?? ""
    }

    @Test("the same key twice in a file is told with the row that has it already")
    func twice() throws {
        let park = try ExchangePark()
        try park.firms()
        let outcome = try park.run("企业,月份,产值\nA1,2022-01,1\nA2,2022-01,1\n云川重工,2022年1月,2\n", into: "form")
        #expect((outcome.accepted, outcome.returned) == (2, 1))
        #expect(outcome.faults.first?.row == 4)
        #expect(outcome.faults.first?.reasons.first?.fault.words.zh.contains("第 2 行") == true)
    }

    @Test(
        "numbers at the edges of 64 bits are taken exactly or returned, and never end the process",
        arguments: [
            ("92233720368547758.07", 9_223_372_036_854_775_807), ("-92233720368547758.08", Int64.min), ("92233720368547758.08", nil),
            ("-92233720368547758.09", nil), ("99999999999999999999999999999999999999999", nil), ("1e5", nil), ("--1", nil), ("1.", nil), (".5", nil),
            ("-", nil),
            ("0.005", nil), ("00000000000000000000000000001.00", 100), ("1,23", nil), ("12,345.60", 1_234_560), ("+7", 700), ("-0.00", 0),
            ("−5", -500), ("∞", nil),
        ] as [(String, Int64?)])
    func edges(text: String, stored: Int64?) throws {
        let park = try ExchangePark()
        try park.firms()
        let outcome = try park.run("企业,月份,营业收入\nA1,2022-01,\"\(text)\"\n", into: "form")
        #expect(outcome.accepted == (stored == nil ? 0 : 1))
        #expect(try park.rows("SELECT income FROM r_form") == (stored.map { [[.integer($0)]] } ?? []))
    }

    @Test(
        "days and months that no calendar has are returned",
        arguments: ["2022-02-30", "2022-13", "2022-00", "0", "99999999", "2022年13月", "二〇二二年一月", "2022-1-1-1"])
    func days(text: String) throws {
        let park = try ExchangePark()
        try park.firms()
        let outcome = try park.run("企业,月份,产值\nA1,\(text),1\n", into: "form")
        #expect(outcome.returned == 1)
        #expect(outcome.faults.first?.reasons.first?.place == 1)
    }

    @Test("a NUL byte, an open quote and a cell of 30 MB stop the import with their place")
    func damaged() throws {
        #expect(try invalid(Data("企业,月份,产值\nA1,2022-01,1\nA2,2022\0-01,1\n".utf8), name: "a.csv").contains("第 3 行"))
        #expect(try invalid(Data("企业,月份,产值\nA1,2022-01,1\nA2,\"2022-01,1\n".utf8), name: "a.csv").contains("第 3 行"))
        var large = Data("企业,月份,产值\nA1,2022-01,".utf8)
        large.append(Data(repeating: 0x31, count: 30 << 20))
        #expect(try invalid(large, name: "a.csv").contains("第 2 行"))
    }

    @Test("a workbook that is cut short, packed beyond reason, old, or no workbook is refused in words")
    func workbooks() throws {
        let row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>企业</t></is></c></row>"
        let good = try TestWorkbook.data(
            sheet: "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>\(row)</sheetData></worksheet>")
        #expect(try invalid(good).contains("缺少栏目"))
        #expect(try invalid(good.prefix(good.count / 2)).contains("损坏"))
        let bomb = try TestWorkbook.data(
            sheet: "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + String(repeating: " ", count: 64 << 20)
                + "</sheetData></worksheet>")
        #expect(bomb.count < 1 << 20)
        #expect(try invalid(bomb).contains("压缩比异常"))
        #expect(try invalid(Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600))).contains("旧格式"))
        #expect(try invalid(Data([0x50, 0x4B, 0x03, 0x04, 1, 2, 3])).contains("损坏"))
    }

    @Test("what a file is called says nothing", arguments: ["台账.xlsx", "台账.csv", "台账", "台账.exe"])
    func names(name: String) throws {
        let park = try ExchangePark()
        try park.firms()
        let text = ImportFile(data: Data("企业,月份,产值\nA1,2022-01,1\n".utf8), name: name)
        #expect(try park.importing(text, into: "form").dryrun().accepted == 1)
        let path = park.folder + "/x"
        let writer = try XLSXWriter(path: path, title: "", author: "", made: (2022, 1, 1))
        try writer.sheet("表", ["企业", "月份", "产值"].map { XLSXColumn($0) })
        try writer.row([.text("A1"), .day(year: 2022, month: 1, day: 1), .number("1.5")])
        try writer.close()
        let book = ImportFile(data: try Data(contentsOf: URL(fileURLWithPath: path)), name: name)
        #expect(try park.importing(book, into: "form").dryrun().accepted == 1)
    }

    @Test("GB 18030 and UTF-16 are read as what they are")
    func encodings() throws {
        let chinese: [UInt8] =
            [0xC6, 0xF3, 0xD2, 0xB5, 0x2C, 0xD4, 0xC2, 0xB7, 0xDD, 0x2C, 0xB2, 0xFA, 0xD6, 0xB5, 0x0A] + Array("A1,2022".utf8)
            + [
                0xC4, 0xEA, 0x31, 0xD4, 0xC2, 0x2C, 0x22, 0xA3, 0xB1, 0xA3, 0xAC, 0xA3, 0xB2, 0xA3, 0xB3, 0xA3, 0xB4, 0xA3, 0xAE, 0xA3, 0xB5, 0x22,
                0x0A,
            ]
        let wide = try #require("企业,月份,产值\n云川重工,2022年1月,\"１，２３４．５\"\n".data(using: .utf16LittleEndian))
        for data in [Data(chinese), Data([0xFF, 0xFE]) + wide] {
            let park = try ExchangePark()
            try park.firms()
            let outcome = try park.importing(ImportFile(data: data, name: "a.csv"), into: "form").run(at: ExchangePark.day)
            #expect(outcome.accepted == 1, "\(outcome.faults.flatMap(\.reasons).map { $0.text(.zh) })")
            #expect(try park.rows("SELECT output FROM r_form") == [[123_450]])
        }
    }

    @Test("a comma too many shifts a row, which is returned and not read into the wrong columns")
    func shifted() throws {
        let park = try ExchangePark()
        try park.firms()
        let outcome = try park.run("企业,月份,产值\nA1,2022-01,1,234\nA2,2022-01,5,\n", into: "form")
        #expect((outcome.accepted, outcome.returned) == (1, 1))
        #expect(outcome.faults.first?.reasons.first?.fault.words.zh == "这一行有 4 格，表头只有 3 列；可能多了逗号，内容错位。")
    }

    @Test("errors and percentages of a workbook's cells are told or read for what they are")
    func cells() throws {
        let park = try ExchangePark()
        let path = park.folder + "/x.xlsx"
        let writer = try XLSXWriter(path: path, title: "", author: "", made: (2022, 1, 1))
        try writer.sheet("表", ["编号", "增速", "个数", "开始", "时刻", "季度", "标题"].map { XLSXColumn($0) })
        try writer.row([
            .text("1"), .percent("12.1"), .number("3"), .number("44621"), .moment(year: 2022, month: 3, day: 1, hour: 9, minute: 30, second: 5),
            .number("44621"), .number("007"),
        ])
        try writer.row([.text("2"), .number("12.1"), .boolean(true), .text("x"), .empty, .empty, .empty])
        try writer.close()
        let outcome = try park.importing(ImportFile(path: path), into: "thing", options: ImportOptions(isPartial: true)).run(at: ExchangePark.day)
        #expect((outcome.accepted, outcome.returned) == (1, 1))
        #expect(outcome.faults.first?.reasons.map(\.place) == [2, 3])
        #expect(
            try park.rows("SELECT rate, count, began, met, met_day, season FROM r_thing") == [
                [121, 3, 20_220_301, 1_646_098_205_000, 20_220_301, 20_220_101]
            ])
    }

    @Test("an import that is killed before its end leaves nothing")
    func killed() throws {
        struct Killed: Error {}
        let park = try ExchangePark()
        let task = try park.importing(park.file("a.csv", "编号,名称\nA1,甲\n"), into: "firm")
        _ = try task.dryrun()
        #expect(throws: Killed.self) {
            try park.book.store.write(Intent(subject: "c", reason: "r", kind: "import", at: ExchangePark.day)) { writing in
                var batch = try RecordBatch(park.register("firm"), park.book, .console, in: writing)
                let row = try batch.prepare(cells: [.text("A1"), .text("甲")], columns: [BatchColumn("code"), BatchColumn("name")], row: 2).get()
                try batch.write([row], in: writing)
                throw Killed()
            }
        }
        #expect(try park.count("firm") == 0)
        #expect(try task.run(at: ExchangePark.day).added == 1)
    }
}
