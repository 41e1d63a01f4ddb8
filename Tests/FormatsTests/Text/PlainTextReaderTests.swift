import Foundation
import Testing

@testable import Formats

@Suite struct PlainTextReaderTests {
    private func refusal(_ data: Data, limit: Int = 1 << 20) -> FormatError? {
        do {
            _ = try PlainTextReader(data: data, limit: limit)
            return nil
        } catch { return error as? FormatError }
    }

    @Test("UTF-8 with and without mark, GB 18030 and UTF-16 give the same text")
    func encodings() throws {
        let text = "工业总产值628.3亿元\r\n同比增长12.1%"
        #expect(try PlainTextReader(data: Data(text.utf8)).text == text)
        #expect(try PlainTextReader(data: Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)).text == text)
        let gb = Data([0xD4, 0xB0, 0xC7, 0xF8, 0x0A, 0x31])
        let read = try PlainTextReader(data: gb)
        #expect(read.text == "园区\n1")
        #expect(read.encoding == .gb18030)
        let wide = Data([0xFF, 0xFE]) + Data(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(try PlainTextReader(data: wide).text == text)
    }

    @Test("What is no text, mixed encodings, and what is too long is refused with the reason")
    func refused() {
        #expect(refusal(Data([0x61, 0x0A, 0x00])) == .nulByte(position: 2, line: 2))
        #expect(refusal(Data("工业总产值增长工业总产值\n".utf8) + Data([0xD4, 0xB0, 0xC7])) == .notText(line: 2))
        #expect(refusal(Data(count: 2000), limit: 1000) == .tooLarge(part: "text", limit: 1000))
    }

    @Test("What is no regular file may never end and is not read")
    func devices() {
        #expect(throws: FormatError.unreadable) { try PlainTextReader(path: "/dev/zero") }
        #expect(throws: FormatError.unreadable) { try PlainTextReader(path: "/no/such/file") }
    }
}
