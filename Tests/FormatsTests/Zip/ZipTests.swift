import Foundation
import Testing

@testable import Formats

@Suite struct ZipTests {
    private func sample() throws -> Data {
        var zip = ZipWriter()
        zip.add("a.xml", "<a/>")
        zip.add("目录/乙.txt", "园区")
        zip.add("empty", Data())
        return try zip.data()
    }

    @Test("What is written is read, names in Chinese included")
    func roundTrip() throws {
        let zip = try ZipReader(data: sample())
        #expect(zip.entries.map(\.name) == ["a.xml", "目录/乙.txt", "empty"])
        let entry = try #require(zip.entry("目录/乙.txt"))
        #expect(try String(decoding: zip.data(entry), as: UTF8.self) == "园区")
        #expect(entry.size == 6)
        #expect(zip.entry("b.xml") == nil)
    }

    @Test("The same parts give the same bytes at any time, dated 1980-01-01")
    func deterministic() throws {
        #expect(try sample() == sample())
        #expect(try stamps(of: sample()) == [[0, 0, 0x21, 0]])
    }

    @Test("A container on disk reads as one in memory")
    func onDisk() throws {
        let scratch = try Scratch()
        var zip = ZipWriter()
        zip.add("x", "1")
        try zip.write(to: scratch.path("x.zip"))
        #expect(try ZipReader(path: scratch.path("x.zip")).entries.map(\.name) == ["x"])
        #expect(refusal(as: FormatError.self) { try ZipReader(path: scratch.path("none.zip")) } == .unreadable)
        #expect(refusal(as: FormatError.self) { try zip.write(to: scratch.path("none/x.zip")) } == .unwritable)
    }

    @Test("A bomb is refused by its ratio before it has inflated")
    func bomb() throws {
        var zip = ZipWriter()
        zip.add("bomb", Data(count: 40 << 20))
        let data = try zip.data()
        #expect(data.count < 100_000)
        let reader = try ZipReader(data: data)
        var seen = 0
        #expect(
            refusal(as: FormatError.self) { try reader.read(#require(reader.entry("bomb"))) { seen += $0.count } }
                == .tooDense(part: "bomb", limit: 250))
        #expect(seen <= 16 << 20)
    }

    @Test("A part that says that it is too large is refused before it is read, and all parts together have a limit")
    func sizes() throws {
        var zip = ZipWriter()
        zip.add("one", Data((0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }))
        zip.add("two", Data((0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 104_729 >> 5) }))
        let data = try zip.data()
        var limits = ZipLimits()
        limits.partBytes = 2999
        let small = try ZipReader(data: data, limits: limits)
        #expect(refusal(as: FormatError.self) { try small.data(small.entries[0]) } == .tooLarge(part: "one", limit: 2999))
        limits.partBytes = 3000
        limits.totalBytes = 5000
        let total = try ZipReader(data: data, limits: limits)
        #expect(try total.data(total.entries[0]).count == 3000)
        #expect(refusal(as: FormatError.self) { try total.data(total.entries[1]) } == .tooLarge(part: "two", limit: 5000))
        limits.parts = 1
        #expect(refusal(as: FormatError.self) { try ZipReader(data: data, limits: limits) } == .tooManyParts(limit: 1))
    }

    @Test("A header that tells a smaller size than the part has does not get past the limits")
    func lyingHeader() throws {
        var zip = ZipWriter()
        zip.add("p", Data(repeating: 0x61, count: 200_000))
        var data = try zip.data()
        // The uncompressed size, in the local header (offset 22) and in the directory (offset 24).
        let directory = try #require(data.range(of: Data([0x50, 0x4B, 1, 2]))).lowerBound
        for place in [22, directory + 24] { data.replaceSubrange(place..<place + 4, with: [10, 0, 0, 0]) }
        let reader = try ZipReader(data: data)
        #expect(reader.entries[0].size == 10)
        var seen = 0
        #expect(refusal(as: FormatError.self) { try reader.read(reader.entries[0]) { seen += $0.count } } == .damaged(part: "p"))
        #expect(seen == 0)
    }

    @Test("A changed byte fails the checksum")
    func checksum() throws {
        var zip = ZipWriter()
        zip.add("p", Data((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }))
        var data = try zip.data()
        data[60] ^= 0xFF
        let reader = try ZipReader(data: data)
        #expect(refusal(as: FormatError.self) { try reader.data(reader.entries[0]) } == .damaged(part: "p"))
    }

    @Test("A cut container is damaged, other files are named for what they are")
    func wrongFiles() throws {
        let data = try sample()
        #expect(refusal(as: FormatError.self) { try ZipReader(data: data.prefix(data.count - 30)) } == .damaged(part: "zip"))
        #expect(refusal(as: FormatError.self) { try ZipReader(data: Data("姓名,金额".utf8)) } == .notContainer)
        #expect(refusal(as: FormatError.self) { try ZipReader(data: Data()) } == .notContainer)
        #expect(refusal(as: FormatError.self) { try ZipReader(data: Data("\u{FEFF}\n<HTML><table>".utf8)) } == .markup)
        let compound = Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + Data(count: 504)
        func named(_ stream: String) -> Data { compound + Data(stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) }
        #expect(refusal(as: FormatError.self) { try ZipReader(data: named("Workbook")) } == .oldWorkbook)
        #expect(refusal(as: FormatError.self) { try ZipReader(data: named("WordDocument")) } == .oldDocument)
        #expect(refusal(as: FormatError.self) { try ZipReader(data: named("EncryptedPackage")) } == .encrypted)
    }

    @Test("A part under a password is refused when it is read; names in GBK are read")
    func encryptedAndNames() throws {
        var zip = ZipWriter()
        zip.add("aaaa.txt", "1")
        var data = try zip.data()
        let directory = try #require(data.range(of: Data([0x50, 0x4B, 1, 2]))).lowerBound
        // 云川 as Chinese Windows writes it, without the flag of UTF-8.
        while let place = data.range(of: Data("aaaa".utf8)) { data.replaceSubrange(place, with: [0xD4, 0xC6, 0xB4, 0xA8]) }
        #expect(try ZipReader(data: data).entries.map(\.name) == ["云川.txt"])
        for place in [6, directory + 8] { data[place] |= 1 }
        let reader = try ZipReader(data: data)
        #expect(refusal(as: FormatError.self) { try reader.data(reader.entries[0]) } == .encrypted)
    }

    @Test("Two parts of one name are refused")
    func twice() throws {
        var zip = ZipWriter()
        zip.add("a1", "1")
        zip.add("a2", "2")
        var data = try zip.data()
        while let place = data.range(of: Data("a2".utf8)) { data.replaceSubrange(place, with: Data("a1".utf8)) }
        #expect(refusal(as: FormatError.self) { try ZipReader(data: data) } == .damaged(part: "zip"))
    }

    @Test("Any byte of a container may change and any tail be cut without a trap")
    func fuzz() throws {
        let data = try sample()
        for place in data.indices {
            for byte: UInt8 in [0, 1, 0x7F, 0xFF] {
                var changed = data
                changed[place] = byte
                _ = refusal(as: FormatError.self) {
                    let zip = try ZipReader(data: changed)
                    for entry in zip.entries { _ = try zip.data(entry) }
                }
            }
            _ = refusal(as: FormatError.self) { try ZipReader(data: data.prefix(place)) }
        }
    }
}
