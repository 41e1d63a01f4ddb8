import Foundation
import Testing

@testable import Formats

@Suite struct SheetDecimalTests {
    private func plain(_ text: String, shift: Int = 0) -> String? {
        Array(text.utf8).withUnsafeBufferPointer { SheetDecimal.plain($0, shift: shift) }
    }

    @Test(
        "A number reads as it was typed",
        arguments: [
            ("0.10000000000000001", "0.1"), ("3.3000000000000003", "3.3"), ("0.99999999999999989", "1"),
            ("9.9999999999999996E+22", "100000000000000000000000"),
            ("1.2E-3", "0.0012"), ("-1.2345678901234501E+17", "-123456789012345000"), ("120", "120"), ("007.50", "7.5"), ("-0", "0"),
            ("0.000", "0"),
            ("123456789012345678", "123456789012345678"), ("1e2", "100"), ("+5", "5"), (".5", "0.5"), ("5.", "5"),
            ("628.30999999999995", "628.31"),
        ])
    func typed(_ raw: String, _ wanted: String) {
        #expect(plain(raw) == wanted)
    }

    @Test(
        "What is no number is none",
        arguments: ["", "-", ".", "1.2.3", "abc", "1E", "1E+", "1e99999", "1E+5000", "NaN", "INF", "0x10", "1 2", "1,000"])
    func none(_ raw: String) {
        #expect(plain(raw) == nil)
    }

    @Test("Every number of 15 digits comes back from the 17 that a workbook writes")
    func property() {
        var seed: UInt64 = 1
        var wrong: [String] = []
        for _ in 0..<20_000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let digits = seed >> 14
            let places = Int(seed % 12)
            var typed = String(digits % 1_000_000_000_000_000)
            while typed.count <= places { typed = "0" + typed }
            if places > 0 { typed.insert(".", at: typed.index(typed.endIndex, offsetBy: -places)) }
            while typed.contains("."), typed.hasSuffix("0") || typed.hasSuffix(".") {
                let isPoint = typed.removeLast() == "."
                if isPoint { break }
            }
            guard let number = Double(typed) else { continue }
            if plain(seventeen(number)) != typed { wrong.append(typed) }
        }
        #expect(wrong == [])
    }

    private func seventeen(_ number: Double) -> String {
        var text = "\(number)"
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
            _ = withVaList([number]) { vsnprintf(buffer.baseAddress, 64, "%.17g", $0) }
            if let base = buffer.baseAddress { text = String(cString: base) }
        }
        return text
    }

    @Test("A percentage moves the point and nothing else")
    func percent() {
        #expect(plain("0.121", shift: 2) == "12.1")
        #expect(plain("1", shift: 2) == "100")
        #expect(plain("0.28999999999999998", shift: 2) == "29")
        #expect(plain("12.5", shift: -2) == "0.125")
    }

    @Test("The short way gives the same as the long one")
    func isPlain() {
        for raw in [
            "1", "12.5", "100", "0.5", "10.50", "12.", "-3", "123456789012345", "1234567890123456", "1.23456789012345", "1E5", "012",
        ] {
            let bytes = Array(raw.utf8)
            if bytes.withUnsafeBufferPointer({ SheetDecimal.isPlain($0) }) { #expect(plain(raw) == raw) }
        }
        #expect(Array("12.5".utf8).withUnsafeBufferPointer { SheetDecimal.isPlain($0) })
        #expect(!Array("12.50".utf8).withUnsafeBufferPointer { SheetDecimal.isPlain($0) })
    }
}
