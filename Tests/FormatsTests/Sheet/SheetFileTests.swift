import Foundation
import Testing

@testable import Formats

@Suite struct SheetFileTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test("A table reads the same from CSV and from a workbook, whatever the file is called")
    func alike() throws {
        let workbook = try scratch.write("upload1", HandMade.workbook(sheet: HandMade.rows("<row><c t=\"str\"><v>甲</v></c></row>")))
        let text = try scratch.write("upload2", Array("甲\n".utf8))
        let one = try SheetFile(path: workbook, name: "月报.csv")
        #expect(one.sheets == ["表"])
        let two = try SheetFile(path: text, name: "月报.xlsx")
        #expect(two.sheets == ["月报"])
        for file in [one, two] {
            #expect(try file.reader().next() == SheetRow(number: 1, line: 1, cells: [.text("甲")]))
            #expect(try file.reader(file.sheets[0]).next()?.cells == [.text("甲")])
            #expect(refusal(as: FormatError.self) { try file.reader("无") } != nil)
        }
    }

    @Test("Old and foreign kinds of file are refused with the way to save them")
    func refused() throws {
        let page = try scratch.write("a", Array("<table><tr><td>1</td></tr></table>".utf8))
        #expect(refusal(as: FormatError.self) { try SheetFile(path: page, name: "a.xls") } == .markup)
        let old = try scratch.write(
            "b",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 5000)
                + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0".utf8)
        #expect(refusal(as: FormatError.self) { try SheetFile(path: old, name: "b.wps") } == .oldDocument)
        #expect(refusal(as: FormatError.self) { try SheetFile(path: scratch.path("none"), name: "c") } == .unreadable)
    }
}
