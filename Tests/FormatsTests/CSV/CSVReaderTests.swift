import Foundation
import Testing

@testable import Formats

@Suite struct CSVReaderTests {
    private func rows(_ data: Data, limits: CSVLimits = CSVLimits()) throws -> [[String]] {
        var rows: [[String]] = []
        try CSVReader(data: data, limits: limits).forEachRow { rows.append($0.strings) }
        return rows
    }

    private func rows(_ text: String) throws -> [[String]] { try rows(Data(text.utf8)) }

    @Test("Lines end in CR LF, LF or CR, the last one or not")
    func lineEnds() throws {
        let wanted = [["企业", "产值"], ["甲", "1"], ["乙", ""]]
        for end in ["\r\n", "\n", "\r"] {
            #expect(try rows("企业,产值\(end)甲,1\(end)乙,\(end)") == wanted)
            #expect(try rows("企业,产值\(end)甲,1\(end)乙,") == wanted)
        }
        #expect(try rows("") == [])
        #expect(try rows("\n\n") == [])
        #expect(try rows("a") == [["a"]])
    }

    @Test("Quoted cells keep separators, line ends and doubled quotes")
    func quotes() throws {
        #expect(try rows("a,\"b,\r\n\"\"c\"\"\",d\n\"\",\"\"\"\"\n") == [["a", "b,\r\n\"c\"", "d"], ["", "\""]])
        #expect(try rows("a,\"b\" ,c\n") == [["a", "b", "c"]])
        #expect(try rows("a,b\"c\n") == [["a", "b\"c"]])
        #expect(try rows("a,\"b\"\"\"") == [["a", "b\""]])
    }

    @Test("A row tells its number, the line it begins on and its byte")
    func places() throws {
        let reader = try CSVReader(data: Data("a,b\r\n\"1\r\n2\rx\n\",y\r\n\r\nlast,z".utf8))
        var places: [[Int]] = []
        try reader.forEachRow { places.append([$0.number, $0.line, $0.offset]) }
        #expect(places == [[1, 1, 0], [2, 2, 5], [4, 7, 20]])
    }

    @Test("A line end that a piece of the file cuts in two is one line end", arguments: ["x", "\"y\r\n"])
    func cutLineEnd(_ before: String) throws {
        // The pieces are of 256 KB; the carriage return is the last byte of the first.
        let closing = before.hasPrefix("\"") ? "\"" : ""
        let filler = String(repeating: "z", count: (1 << 18) - 1 - before.utf8.count - closing.utf8.count)
        let reader = try CSVReader(data: Data((before + filler + closing + "\r\nlast").utf8))
        var lines: [Int] = []
        try reader.forEachRow { lines += [$0.number, $0.line] }
        #expect(lines == [1, 1, 2, before == "x" ? 2 : 3])
    }

    @Test("The separator is found in the header, outside quotes")
    func separators() throws {
        #expect(try rows("a\tb,c\td\n1\t2,3\t4") == [["a", "b,c", "d"], ["1", "2,3", "4"]])
        #expect(try rows("\"x,y\";b\n1;2") == [["x,y", "b"], ["1", "2"]])
        #expect(try rows("名称，数值\n甲，1\n") == [["名称", "数值"], ["甲", "1"]])
        // One that stands in a header with commas is part of a name.
        #expect(try rows("名称，数值,b\n甲，乙,1") == [["名称，数值", "b"], ["甲，乙", "1"]])
        #expect(try CSVReader(data: Data("a;b".utf8), separator: .comma).read { $0.strings } == ["a;b"])
    }

    @Test("UTF-8 with a mark, UTF-16 with either mark and GB 18030 read alike")
    func encodings() throws {
        let wanted = [["企业", "产值"], ["云川铝业𠮷", "12.5"]]
        let text = "企业,产值\n云川铝业𠮷,12.5\n"
        #expect(try rows(Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)) == wanted)
        #expect(try rows(Data([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })) == wanted)
        #expect(try rows(Data([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })) == wanted)
        // 企业,产值 ⏎ 云川铝业 + U+20BB7 in four bytes, by the standard's table.
        let gb: [UInt8] =
            [0xC6, 0xF3, 0xD2, 0xB5, 0x2C, 0xB2, 0xFA, 0xD6, 0xB5, 0x0A, 0xD4, 0xC6, 0xB4, 0xA8, 0xC2, 0xC1, 0xD2, 0xB5]
            + [0x95, 0x34, 0xB2, 0x35] + Array(",12.5\n".utf8)
        let reader = try CSVReader(data: Data(gb))
        #expect(reader.encoding == .gb18030)
        #expect(try rows(Data(gb)) == wanted)
    }

    @Test("A long GB 18030 file is the same wherever the pieces are cut")
    func longEncoded() throws {
        let line: [UInt8] = [0xC6, 0xF3, 0xD2, 0xB5, 0x2C, 0x95, 0x34, 0xB2, 0x35, 0x2C, 0x61, 0x0A]
        for shift in 0..<4 {
            let data = Data([UInt8](repeating: 0x78, count: shift) + [0x2C, 0x2C, 0x0A] + (0..<60_000).flatMap { _ in line })
            var count = 0
            var wrong = 0
            try CSVReader(data: data).forEachRow {
                if count > 0, $0[0].bytes.count != 6 || $0[1].bytes.count != 4 || $0.count != 3 { wrong += 1 }
                count += 1
            }
            #expect(count == 60_001 && wrong == 0)
        }
    }

    @Test("Bytes of no encoding are refused by line, and damaged UTF-8 is not taken for GB 18030")
    func notText() {
        let damaged = Data("企业名称,工业总产值累计\n".utf8) + Data([0xE4, 0xB8, 0x0A])
        #expect(refusal(as: FormatError.self) { try rows(damaged) } == .notText(line: 2))
        #expect(refusal(as: FormatError.self) { try rows(Data([0x61, 0x0A, 0x62, 0x0A, 0xFF, 0xFF, 0x0A])) } == .notText(line: 3))
        #expect(refusal(as: FormatError.self) { try rows(Data([0x61, 0x0A, 0xC6])) } == .notText(line: 2))
    }

    @Test("An encoding that is told is taken, and refused where the bytes are not of it")
    func toldEncoding() throws {
        // 一 in GBK, which is also a letter of two bytes in UTF-8.
        let data = Data([0xD2, 0xBB, 0x2C, 0x31])
        #expect(try CSVReader(data: data).read { $0.strings } == ["\u{4BB}", "1"])
        #expect(try CSVReader(data: data, encoding: .gb18030).read { $0.strings } == ["一", "1"])
        #expect(
            refusal(as: FormatError.self) { try CSVReader(data: Data([0x61, 0x0A, 0xD4, 0xC6]), encoding: .utf8) } == .notText(line: 2))
    }

    @Test("A NUL byte is refused with its place")
    func nul() {
        #expect(refusal(as: FormatError.self) { try rows("a,b\nc\0,d") } == .nulByte(position: 5, line: 2))
        #expect(refusal(as: FormatError.self) { try rows("a,b\n\"x\n\0\",d") } == .nulByte(position: 7, line: 3))
    }

    @Test("A quote that never closes names the line where it opened; text behind a closing quote is refused")
    func badQuotes() {
        #expect(refusal(as: FormatError.self) { try rows("a,b\nc,\"d\ne\nf") } == .unclosedQuote(line: 2))
        #expect(refusal(as: FormatError.self) { try rows("a\n\"x\ny\",\"z\n") } == .unclosedQuote(line: 3))
        #expect(refusal(as: FormatError.self) { try rows("a,b\nc,\"d\"e\n") } == .strayQuote(line: 2, column: 2))
    }

    @Test("A cell of 30 MB is refused by row and column, quoted or not")
    func hugeCell() throws {
        let huge = Data(repeating: 0x78, count: 30 << 20)
        #expect(refusal(as: FormatError.self) { try rows(Data("a,b\n1,".utf8) + huge) } == .cellTooLarge(row: 2, column: 2, limit: 1 << 20))
        #expect(refusal(as: FormatError.self) { try rows(Data("a,b\n\"".utf8) + huge) } == .cellTooLarge(row: 2, column: 1, limit: 1 << 20))
        let allowed = Data("a,b\n1,".utf8) + huge.prefix(1 << 20) + Data("\n".utf8)
        #expect(try rows(allowed)[1][1].utf8.count == 1 << 20)
    }

    @Test("Columns and bytes of a row have limits")
    func wideRow() {
        var limits = CSVLimits()
        limits.columns = 3
        #expect(
            refusal(as: FormatError.self) { try rows(Data("a,b,c\n1,2,3,4\n".utf8), limits: limits) } == .tooManyColumns(row: 2, limit: 3))
        limits = CSVLimits()
        limits.rowBytes = 1 << 19
        let wide =
            Data("a,b\n".utf8)
            + Data((0..<40_000).flatMap { _ in Array("\"0123456789012345678901234567890123456789\"\"\"\n".utf8.dropLast()) + [0x2C] })
        limits.columns = 100_000
        #expect(refusal(as: FormatError.self) { try rows(wide, limits: limits) } == .rowTooLarge(row: 2, limit: 1 << 19))
    }

    @Test("A file read in pieces gives the same rows as the text it was written from")
    func pieces() throws {
        let scratch = try Scratch()
        var seed: UInt64 = 20221231
        func random(_ below: UInt64) -> UInt64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (seed >> 33) % below
        }
        let alphabet = ["甲", "\"", ",", "\r\n", "\n", "\r", " ", "x", "é", "𠮷", "；", "，"]
        var wanted: [[String]] = [["a", "b", "c"]]
        for _ in 0..<40_000 {
            wanted.append((0..<3).map { _ in (0..<random(7)).map { _ in alphabet[Int(random(12))] }.joined() })
        }
        var writer = CSVWriter()
        for row in wanted { writer.row(row.map { .text($0) }) }
        let path = try scratch.write("pieces.csv", writer.take())
        let reader = try CSVReader(path: path)
        #expect(reader.name == "pieces")
        var place = 0
        var wrong = 0
        try reader.forEachRow { row in
            if row.strings != wanted[place] { wrong += 1 }
            place += 1
        }
        #expect(place == wanted.count && wrong == 0)
    }

    @Test("As a sheet it leaves out empty rows and empty ends, and keeps the numbers")
    func asSheet() throws {
        let reader: any SheetReader = try CSVReader(data: Data("a,b,\n,,\n1,,\n".utf8), name: "月报")
        #expect(reader.name == "月报")
        #expect(try reader.next() == SheetRow(number: 1, line: 1, cells: [.text("a"), .text("b")]))
        let last = try #require(try reader.next())
        #expect(last == SheetRow(number: 3, line: 3, cells: [.text("1")]))
        #expect(last[7] == .empty)
        #expect(try reader.next() == nil)
        #expect(try reader.next() == nil)
    }

    @Test("No bytes at all make it trap")
    func fuzz() {
        var seed: UInt64 = 7
        for _ in 0..<3000 {
            var bytes: [UInt8] = []
            for _ in 0..<40 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let pick = UInt8(truncatingIfNeeded: seed >> 40)
                bytes.append(pick < 160 ? [0x22, 0x2C, 0x0A, 0x0D, 0x61, 0x27, 0x3D, 0xEF, 0xBC, 0x8C][Int(pick) % 10] : pick)
            }
            _ = refusal(as: FormatError.self) { try rows(Data(bytes)) }
        }
    }
}
