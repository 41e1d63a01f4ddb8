import Foundation
import Testing

@testable import Formats

@Suite struct CSVWriterTests {
    private func line(_ cells: SheetCell...) -> String {
        var writer = CSVWriter(mark: false)
        writer.row(cells)
        return String(decoding: writer.take(), as: UTF8.self)
    }

    @Test("Cells are quoted where they must be, and lines end in CR LF")
    func quoting() {
        #expect(line(.text("a"), .empty, .text("b\"c"), .text("d,e"), .text("f\ng")) == "a,,\"b\"\"c\",\"d,e\",\"f\ng\"\r\n")
        #expect(
            line(.number("-1.5"), .percent("12.1"), .day(year: 2022, month: 3, day: 1), .boolean(false))
                == "-1.5,12.1%,2022-03-01,FALSE\r\n")
        #expect(line(.empty) == "\"\"\r\n")
    }

    @Test("The mark by which Excel knows UTF-8 stands once, before everything")
    func mark() {
        var writer = CSVWriter()
        writer.row([.text("企")])
        #expect(writer.take() == [0xEF, 0xBB, 0xBF, 0xE4, 0xBC, 0x81, 0x0D, 0x0A])
        writer.row([.text("a")])
        #expect(writer.take() == [0x61, 0x0D, 0x0A])
    }

    @Test(
        "A text that a spreadsheet would run is guarded; a number never is",
        arguments: ["=1+1", "+cmd", "-x", "@sum", "\tx", "＝1", "＠a", "-", "+.", "'=1"])
    func guarded(_ text: String) {
        #expect(line(.text(text)) == "'\(text)\r\n")
    }

    @Test("Plain numbers, and quotes before plain words, stand as they are", arguments: ["-12.5", "+8", "'abc", "''", "甲=乙"])
    func notGuarded(_ text: String) {
        #expect(line(.text(text)) == "\(text)\r\n")
        #expect(line(.number("-3")) == "-3\r\n")
    }

    @Test("What was guarded reads again as it was", arguments: ["=1+1", "'=1", "''-x", "\tx", "'abc", "-5", "＝1", "\r=", "=\"a\",b"])
    func roundTrip(_ text: String) throws {
        var writer = CSVWriter()
        writer.row([.text(text), .text("z")])
        let data = Data(writer.take())
        #expect(try CSVReader(data: data, separator: .comma).read { $0.strings } == [text, "z"])
    }
}
