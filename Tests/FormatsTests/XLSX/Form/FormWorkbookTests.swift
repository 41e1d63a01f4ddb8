import Foundation
import Testing

@testable import Formats

@Suite("Filling blank cells of a workbook that somebody else made")
struct FormWorkbookTests {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A workbook of raw parts: what stands in `sheetData`, what follows it, and parts beside.
    private func parts(_ rows: String, after: String = "", styles: String? = nil, workbook: String = "", book: String = "") -> [(String, String)] {
        [
            (
                "[Content_Types].xml",
                "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"\(Self.office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">\(workbook)<sheets><sheet name=\"表\" sheetId=\"7\" r:id=\"rId1\"/></sheets>\(book)</workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"\(Self.office)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"\(Self.office)/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
            ("xl/styles.xml", styles ?? "<styleSheet xmlns=\"\(Self.main)\"/>"),
            ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"),
        ]
    }

    private func data(_ parts: [(String, String)]) throws -> Data {
        var writer = ZipWriter()
        for (name, text) in parts { writer.add(name, text) }
        return try writer.data()
    }

    private func sheet(_ file: Data, _ part: String = "xl/worksheets/sheet1.xml") throws -> String {
        let zip = try ZipReader(data: file)
        return String(decoding: try zip.data(try #require(zip.entry(part))), as: UTF8.self)
    }

    private func filled(_ rows: String, _ values: [FormPlace: FormValue]) throws -> String {
        let workbook = try FormWorkbook(data: data(parts(rows)))
        let xml = try sheet(workbook.filled(["表": values]))
        let start = try #require(xml.range(of: "<sheetData>")), end = try #require(xml.range(of: "</sheetData>"))
        return String(xml[start.upperBound..<end.lowerBound])
    }

    @Test("a blank cell gets its value between its own tag, and every other byte stays")
    func cell() throws {
        let rows = "<row  r='1'><c r=\"A1\" t=\"inlineStr\"><is><t>产值</t></is></c><c r=\"B1\"   s=\"3\" /><c r='C1'><f>B1*2</f><v>0</v></c></row>"
        #expect(
            try filled(rows, [FormPlace(row: 1, column: 2): .number("12.50")])
                == rows.replacingOccurrences(of: "<c r=\"B1\"   s=\"3\" />", with: "<c r=\"B1\"   s=\"3\"><v>12.50</v></c>"))
    }

    @Test("a text is written into the cell and escaped, and a type that the cell had goes")
    func text() throws {
        #expect(
            try filled("<row r=\"1\"><c r=\"A1\" t=\"s\" s=\"1\"></c></row>", [FormPlace(row: 1, column: 1): .text("扭亏 <&> 为盈")])
                == "<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">扭亏 &lt;&amp;&gt; 为盈</t></is></c></row>")
    }

    @Test("a cell and a row that the sheet doesn't write are put where they belong, with the style of the row")
    func missing() throws {
        let rows =
            "<row r=\"1\" spans=\"1:2\" s=\"5\" customFormat=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"E1\"><v>2</v></c></row><row r=\"4\"/><row r=\"6\"><c r=\"A6\"><v>3</v></c></row>"
        let values: [FormPlace: FormValue] = [
            FormPlace(row: 1, column: 3): .number("3"), FormPlace(row: 1, column: 4): .number("4"), FormPlace(row: 1, column: 6): .number("6"),
            FormPlace(row: 4, column: 1): .number("7"), FormPlace(row: 5, column: 2): .number("8"),
        ]
        #expect(
            try filled(rows, values)
                == "<row r=\"1\" s=\"5\" customFormat=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\" s=\"5\"><v>3</v></c><c r=\"D1\" s=\"5\"><v>4</v></c><c r=\"E1\"><v>2</v></c><c r=\"F1\" s=\"5\"><v>6</v></c></row><row r=\"4\"><c r=\"A4\"><v>7</v></c></row><row r=\"5\"><c r=\"B5\"><v>8</v></c></row><row r=\"6\"><c r=\"A6\"><v>3</v></c></row>"
        )
    }

    @Test("a cell that holds something or computes something is never written over")
    func taken() throws {
        let workbook = try FormWorkbook(data: data(parts("<row r=\"1\"><c r=\"A1\"><v>0</v></c><c r=\"B1\"><f>A1</f></c></row>")))
        for column in 1...2 {
            #expect(throws: FormatError.notWritable(row: 1, column: column)) {
                try workbook.filled(["表": [FormPlace(row: 1, column: column): .number("9")]])
            }
        }
    }

    @Test("prefixed elements keep their prefix")
    func prefixes() throws {
        var parts = parts("")
        parts[5].1 = "<x:worksheet xmlns:x=\"\(Self.main)\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"/></x:row></x:sheetData></x:worksheet>"
        let values: [FormPlace: FormValue] = [FormPlace(row: 1, column: 1): .number("1"), FormPlace(row: 1, column: 2): .number("2")]
        #expect(
            try sheet(FormWorkbook(data: data(parts)).filled(["表": values]))
                == "<x:worksheet xmlns:x=\"\(Self.main)\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>1</x:v></x:c><x:c r=\"B1\"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>"
        )
    }

    @Test("a sheet is put behind the others under a free name, and formulas reckon anew")
    func added() throws {
        let file = try data(
            parts("<row r=\"1\"><c r=\"A1\"/></row>", book: "<definedNames><definedName name=\"n\">表!$A$1</definedName></definedNames>"))
        let sources = FormAddedSheet("表", widths: [10, 20], rows: [[.text("格"), .text("数")], [.text("A1"), .number("1.5")]])
        let result = try FormWorkbook(data: file).filled(["表": [FormPlace(row: 1, column: 1): .number("1")]], adding: sources)
        let read = try XLSXWorkbook(data: result)
        #expect(read.sheets.map(\.name) == ["表", "表2"])
        let reader = try read.reader(named: "表2")
        #expect(try reader.next()?.cells == [.text("格"), .text("数")])
        #expect(try reader.next()?.cells == [.text("A1"), .number("1.5")])
        #expect(try sheet(result, "xl/workbook.xml").hasSuffix("</definedNames><calcPr fullCalcOnLoad=\"1\"/></workbook>"))
        #expect(try sheet(result, "xl/styles.xml") == sheet(file, "xl/styles.xml"))
    }

    @Test("a workbook that already says how it reckons only gets the word that it does so on opening")
    func reckoning() throws {
        let file = try data(parts("<row r=\"1\"><c r=\"A1\"/></row>", book: "<calcPr calcId=\"1\" fullCalcOnLoad=\"0\"/>"))
        let result = try FormWorkbook(data: file).filled(["表": [FormPlace(row: 1, column: 1): .number("1")]])
        #expect(try sheet(result, "xl/workbook.xml").contains("<calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>"))
    }

    @Test("places, per cents and locks come from the cell's style")
    func looks() throws {
        let styles =
            "<styleSheet xmlns=\"\(Self.main)\"><numFmts count=\"2\"><numFmt numFmtId=\"170\" formatCode=\"#,##0.000_ ;[Red]\\-#,##0.0\"/><numFmt numFmtId=\"171\" formatCode=\"0.0%\"/></numFmts><cellXfs count=\"5\"><xf/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"><protection locked=\"0\"/></xf><xf numFmtId=\"3\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
        let cells = "ABCDE".enumerated().map { "<c r=\"\($1)1\" s=\"\($0)\"/>" }.joined()
        let workbook = try FormWorkbook(
            data: data(parts("<row r=\"1\">\(cells)</row>", after: "<sheetProtection sheet=\"1\"/>", styles: styles)))
        let sheet = try #require(workbook.sheets.first)
        let looks = (1...5).map { sheet.cell(FormPlace(row: 1, column: $0)).look }
        #expect(looks.map(\.places) == [nil, 3, 1, 0, nil])
        #expect(looks.map(\.isPercent) == [false, false, true, false, false])
        #expect(looks.map(\.isLocked) == [true, true, false, true, true])
        #expect(looks.map(\.isDay) == [false, false, false, false, true])
        #expect(sheet.isProtected)
    }

    @Test("formats that show more or less than they keep tell no places", arguments: ["General", "0.0,", "# ?/?", "0.00E+00", "@", "0!.0,\"万\""])
    func odd(_ code: String) { #expect(FormLook(code: code).places == nil) }

    @Test("macros, links to outside, signatures and locked structures are refused")
    func refused() throws {
        let rows = "<row r=\"1\"><c r=\"A1\"/></row>"
        let plain = parts(rows)
        func opened(_ name: String, _ text: String) -> FormatError? {
            refusal(as: FormatError.self) { try FormWorkbook(data: self.data(plain + [(name, text)])) }
        }
        #expect(opened("xl/vbaProject.bin", "x") == .macros)
        #expect(opened("xl/activeX/activeX1.xml", "<a/>") == .macros)
        #expect(opened("xl/externalLinks/externalLink1.xml", "<a/>") == .outsideLinks)
        #expect(opened("xl/connections.xml", "<a/>") == .outsideLinks)
        #expect(opened("_xmlsignatures/sig1.xml", "<a/>") == .signed)
        func link(_ type: String) -> String {
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"\(Self.office)/\(type)\" Target=\"http://example.invalid/\" TargetMode=\"External\"/></Relationships>"
        }
        #expect(opened("xl/worksheets/_rels/sheet1.xml.rels", link("image")) == .outsideLinks)
        #expect(opened("xl/worksheets/_rels/sheet1.xml.rels", link("hyperlink")) == nil)
        let locked = try FormWorkbook(data: data(parts(rows, workbook: "<workbookProtection lockStructure=\"1\"/>")))
        #expect(throws: FormatError.lockedStructure) { try locked.filled([:], adding: FormAddedSheet("来源", widths: [], rows: [])) }
        #expect(refusal(as: FormatError.self) { try FormWorkbook(data: Data("不是工作簿".utf8)) } == .notContainer)
    }

    @Test("sheets beyond the limits are refused")
    func limits() throws {
        var limits = FormLimits()
        limits.cells = 1
        let file = try data(parts("<row r=\"1\"><c r=\"A1\"/><c r=\"B1\"/></row>"))
        #expect(throws: FormatError.self) { try FormWorkbook(data: file, limits: limits) }
        limits = FormLimits()
        limits.bytes = 20
        #expect(throws: FormatError.self) { try FormWorkbook(data: file, limits: limits) }
    }

    @Test("a broken sheet is refused or filled, and never ends the program")
    func broken() throws {
        let rows = "<row r=\"1\" spans=\"1:2\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is></c><c r='B1' s=\"1\"/></row><row r=\"3\"/>"
        var count = 0
        for byte in Array("<>\"'/ 0".utf8) {
            for place in stride(from: 0, to: rows.utf8.count, by: 3) {
                var bytes = Array(rows.utf8)
                bytes[place] = byte
                do {
                    let workbook = try FormWorkbook(data: data(parts(String(decoding: bytes, as: UTF8.self))))
                    _ = try workbook.filled(["表": [FormPlace(row: 1, column: 2): .number("1"), FormPlace(row: 3, column: 1): .number("2")]])
                } catch is FormatError { count += 1 }
            }
        }
        #expect(count > 0)
    }
}
