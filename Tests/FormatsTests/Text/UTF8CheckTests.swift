import Testing

@testable import Formats

@Suite struct UTF8CheckTests {
    /// Well-formed or not, fed whole and byte by byte.
    private func isText(_ bytes: [UInt8]) -> Bool {
        var whole = UTF8Check()
        let atOnce = bytes.withUnsafeBytes { whole.feed($0) } && whole.isComplete
        var parts = UTF8Check()
        let byOne = bytes.allSatisfy { byte in withUnsafeBytes(of: byte) { parts.feed($0) } } && parts.isComplete
        #expect(atOnce == byOne)
        return atOnce
    }

    @Test("It agrees with the language's own reading of UTF-8 for every beginning of a letter")
    func exhaustive() {
        let followers: [UInt8] = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
        var wrong: [[UInt8]] = []
        for first in UInt8.min...UInt8.max {
            var tries: [[UInt8]] = [[first]]
            for second in followers {
                tries.append([first, second])
                for third in followers { tries += [[first, second, third]] + [0x80, 0x41].map { [first, second, third, $0] } }
            }
            for bytes in tries where isText(bytes) != (String(validating: bytes, as: UTF8.self) != nil) { wrong.append(bytes) }
        }
        #expect(wrong == [])
    }

    @Test("It counts lines and letters of three bytes, in words of eight bytes and between them")
    func counts() {
        var check = UTF8Check()
        let bytes = Array("a\nb\n\n12345678\n园区\n簿\u{B}\u{8A}\n".utf8)
        let isText = bytes.withUnsafeBytes { check.feed($0) }
        #expect(isText && check.lineFeeds == 6 && check.wideLetters == 3)
    }
}
