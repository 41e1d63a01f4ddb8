import Foundation
import Testing

@testable import Formats

/// Workbooks written by hand, part by part.
enum HandMade {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    static func workbook(
        sheet: String, shared: String? = nil, styles: String? = nil, properties: String = ""
    ) throws -> Data {
        var zip = ZipWriter()
        zip.add(
            "_rels/.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>")
        zip.add(
            "xl/workbook.xml",
            "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(properties)<sheets><sheet name=\"隐\" sheetId=\"2\" state=\"hidden\" r:id=\"b\"/><sheet name=\"表\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
        )
        zip.add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"\(office)/worksheet\" Target=\"worksheets/one.xml\"/><Relationship Id=\"b\" Type=\"\(office)/worksheet\" Target=\"../xl/worksheets/two.xml\"/><Relationship Id=\"s\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"t\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
        )
        zip.add("xl/worksheets/one.xml", sheet)
        zip.add("xl/worksheets/two.xml", rows("<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>"))
        if let shared { zip.add("xl/sharedStrings.xml", shared) }
        if let styles { zip.add("xl/styles.xml", styles) }
        return try zip.data()
    }

    static func rows(_ rows: String, after: String = "") -> String {
        "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"
    }

    static func read(_ data: Data, limits: XLSXLimits = XLSXLimits()) throws -> [SheetRow] {
        let reader = try XLSXWorkbook(data: data, limits: limits).reader()
        var rows: [SheetRow] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
    }
}

@Suite struct XLSXReaderTests {
    private func cells(_ row: String, shared: String? = nil, styles: String? = nil, properties: String = "") throws -> [SheetCell] {
        let data = try HandMade.workbook(
            sheet: HandMade.rows("<row r=\"1\">\(row)</row>"), shared: shared, styles: styles, properties: properties)
        return try HandMade.read(data).first?.cells ?? []
    }

    @Test("Sheets come in the order of their tabs, and a hidden one is known and not the first to be read")
    func sheets() throws {
        let book = try XLSXWorkbook(data: HandMade.workbook(sheet: HandMade.rows("<row><c><v>1</v></c></row>")))
        #expect(book.sheets.map(\.name) == ["隐", "表"])
        #expect(book.sheets.map(\.isHidden) == [true, false])
        let reader = try book.reader()
        #expect(reader.name == "表")
        #expect(try reader.next()?.cells == [.number("1")])
        #expect(try book.reader(named: "隐").next()?.cells == [.number("2")])
        #expect(refusal(as: FormatError.self) { try book.reader(named: "无") } == .noSuchSheet("无", there: ["隐", "表"]))
    }

    @Test("Each kind of cell is read as what it is")
    func kinds() throws {
        let shared =
            "<sst><si><t>甲</t></si><si><r><t xml:space=\"preserve\">乙 </t></r><r><t>丙</t></r><rPh sb=\"0\" eb=\"1\"><t>bing</t></rPh></si><si><t/></si></sst>"
        let row =
            "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><r><t>丁</t></r><r><t>戊</t></r></is></c>"
            + "<c r=\"D1\" t=\"str\"><f>A1&amp;\"x\"</f><v>甲x</v></c><c r=\"E1\" t=\"b\"><v>1</v></c><c r=\"F1\" t=\"e\"><v>#DIV/0!</v></c>"
            + "<c r=\"G1\" t=\"n\"><v>0.10000000000000001</v></c><c r=\"H1\"><f>1+1</f><v>2</v></c><c r=\"I1\" t=\"s\"><v>2</v></c><c r=\"J1\" t=\"d\"><v>2022-12-31</v></c>"
            + "<c r=\"K1\" t=\"str\"><v>a_x000D_b_x005F_x0041_ c_x00zz_</v></c>"
        #expect(
            try cells(row, shared: shared) == [
                .text("甲"), .text("乙 丙"), .text("丁戊"), .text("甲x"), .boolean(true), .error("#DIV/0!"), .number("0.1"), .number("2"), .empty,
                .day(year: 2022, month: 12, day: 31), .text("a\rb_x0041_ c_x00zz_"),
            ])
    }

    @Test("Cells stand where their place says, rows too, and what is empty is left out")
    func gaps() throws {
        let sheet = HandMade.rows(
            "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"D2\" s=\"1\"/><c r=\"AA2\"><v>2</v></c><c r=\"AB2\" s=\"1\"/></row><row r=\"5\"/><row><c><v>6</v></c><c><v>7</v></c></row>"
        )
        let rows = try HandMade.read(HandMade.workbook(sheet: sheet))
        #expect(rows.map(\.number) == [2, 6])
        #expect(rows[0].cells.count == 27)
        #expect(rows[0][1] == .number("1") && rows[0][26] == .number("2") && rows[0][3] == .empty)
        #expect(rows[1].cells == [.number("6"), .number("7")])
    }

    @Test("A number is a day by its style, in the workbook's own system of days")
    func days() throws {
        let styles =
            "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"177\" formatCode=\"0.0%\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/><xf numFmtId=\"31\"/><xf numFmtId=\"22\"/><xf numFmtId=\"177\"/></cellXfs></styleSheet>"
        let row = (0..<5).map { "<c s=\"\($0)\"><v>44926.5</v></c>" }.joined() + "<c s=\"9\"><v>1</v></c>"
        let day = SheetCell.day(year: 2022, month: 12, day: 31)
        #expect(
            try cells(row, styles: styles) == [
                .number("44926.5"), day, day, .moment(year: 2022, month: 12, day: 31, hour: 12, minute: 0, second: 0), .percent("4492650"),
                .number("1"),
            ])
        let apple = try cells("<c s=\"1\"><v>43464</v></c>", styles: styles, properties: "<workbookPr date1904=\"1\"/>")
        #expect(apple == [day])
    }

    @Test("Merged blocks are listed, so a header of two rows can be told")
    func merged() throws {
        let sheet = HandMade.rows(
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>产值</v></c></row>",
            after: "<mergeCells count=\"2\"><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"AA10:AB12\"/><mergeCell ref=\"bad\"/></mergeCells>")
        let book = try XLSXWorkbook(data: HandMade.workbook(sheet: sheet))
        let ranges = try book.mergedRanges(book.sheets[1])
        #expect(ranges.map(\.description) == ["A1:C1", "AA10:AB12"])
        #expect(ranges.first?.columns == 1...3 && ranges.first?.rows == 1...1)
    }

    @Test("A cell whose text is missing is refused by its place; a workbook without shared texts that needs none is read")
    func missingTexts() throws {
        #expect(refusal(as: FormatError.self) { try cells("<c/><c r=\"C1\" t=\"s\"><v>0</v></c>") } == .missingText(row: 1, column: 3))
        #expect(
            refusal(as: FormatError.self) { try cells("<c t=\"s\"><v>-1</v></c>", shared: "<sst><si><t>x</t></si></sst>") }
                == .missingText(row: 1, column: 1))
        #expect(try cells("<c><v>5</v></c>") == [.number("5")])
    }

    @Test("Entities, named files and a billion laughs are refused")
    func entities() throws {
        let laughs =
            "<!DOCTYPE lolz [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
            + HandMade.rows("<row><c t=\"str\"><v>&c;</v></c></row>")
        #expect(
            refusal(as: FormatError.self) { try HandMade.read(HandMade.workbook(sheet: laughs)) }
                == .entities(part: "xl/worksheets/one.xml"))
        let outside = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + HandMade.rows("")
        #expect(
            refusal(as: FormatError.self) { try HandMade.read(HandMade.workbook(sheet: outside)) }
                == .entities(part: "xl/worksheets/one.xml"))
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(
            refusal(as: FormatError.self) { try HandMade.read(HandMade.workbook(sheet: deep)) }
                == .tooDeep(part: "xl/worksheets/one.xml", limit: 256))
    }

    @Test("Limits of rows, columns, cells, a cell's text and the shared texts hold")
    func limits() throws {
        func refused(_ rows: String, shared: String? = nil, _ change: (inout XLSXLimits) -> Void = { _ in }) -> FormatError? {
            refusal(as: FormatError.self) {
                var limits = XLSXLimits()
                change(&limits)
                return try HandMade.read(HandMade.workbook(sheet: HandMade.rows(rows), shared: shared), limits: limits)
            }
        }
        let one = "<c r=\"C1\"><v>1</v></c>"
        #expect(refused("<row r=\"1048577\">\(one)</row>") == .tooManyRows(limit: 1_048_576))
        #expect(refused("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>") == .tooManyColumns(row: 1, limit: 16_384))
        #expect(refused("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>") == nil)
        #expect(refused("<row>\(one)</row><row>\(one)</row>") { $0.cells = 5 } == .tooLarge(part: "xl/worksheets/one.xml", limit: 5))
        #expect(
            refused("<row><c t=\"str\"><v>\(String(repeating: "长", count: 400_000))</v></c></row>")
                == .cellTooLarge(row: 1, column: 1, limit: 1 << 20))
        let shared = "<sst><si><t>\(String(repeating: "x", count: 2000))</t></si></sst>"
        #expect(
            refused("<row>\(one)</row>", shared: shared) { $0.sharedBytes = 1000 } == .tooLarge(part: "xl/sharedStrings.xml", limit: 1000))
    }

    @Test("Rows and cells out of order, broken XML and missing parts are refused")
    func broken() throws {
        func refused(_ sheet: String) -> FormatError? {
            refusal(as: FormatError.self) { try HandMade.read(HandMade.workbook(sheet: sheet)) }
        }
        #expect(refused(HandMade.rows("<row r=\"2\"/><row r=\"2\"/>")) == .damaged(part: "xl/worksheets/one.xml"))
        #expect(refused(HandMade.rows("<row r=\"0\"/>")) == .damaged(part: "xl/worksheets/one.xml"))
        #expect(refused(HandMade.rows("<row><c r=\"B1\"/><c r=\"A1\"/></row>")) == .damaged(part: "xl/worksheets/one.xml"))
        #expect(refused(HandMade.rows("<row><c r=\"1A\"/></row>")) == .damaged(part: "xl/worksheets/one.xml"))
        #expect(refused("<worksheet>\n<sheetData>") == .badXML(part: "xl/worksheets/one.xml", line: 2, column: 12))
        #expect(refused("<html/>") == .missingPart("sheetData"))
        #expect(refused("") == .badXML(part: "xl/worksheets/one.xml", line: 1, column: 1))
        var zip = ZipWriter()
        zip.add("word/document.xml", "<document/>")
        let other = try zip.data()
        #expect(refusal(as: FormatError.self) { try XLSXWorkbook(data: other) } == .missingPart("xl/workbook.xml"))
        #expect(refusal(as: FormatError.self) { try XLSXWorkbook(data: Data("a,b".utf8)) } == .notContainer)
    }

    @Test("Case does not count in the names of parts")
    func partNames() throws {
        let zip = try ZipReader(data: HandMade.workbook(sheet: HandMade.rows("<row><c><v>9</v></c></row>")))
        var shouting = ZipWriter()
        for entry in zip.entries { shouting.add(entry.name.uppercased(), try zip.data(entry)) }
        #expect(try HandMade.read(shouting.data()).first?.cells == [.number("9")])
    }

    @Test("Elements with a prefix are the same elements")
    func prefixes() throws {
        let sheet =
            "<x:worksheet xmlns:x=\"\(HandMade.main)\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>8</x:v></x:c></x:row></x:sheetData></x:worksheet>"
        #expect(try HandMade.read(HandMade.workbook(sheet: sheet)).first?.cells == [.number("8")])
    }
}
