import Foundation
import Storage
import Testing

@Suite("The files")
struct FilesTests {
    private func within(_ body: (Files) throws -> Void) throws {
        let folder = try Sample.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(Files(folder: folder + "/files"))
    }

    private func everything(in files: Files) -> [String] {
        (FileManager.default.enumerator(atPath: files.folder)?.allObjects as? [String] ?? []).sorted()
    }

    @Test("a file is found again under the SHA-256 of its bytes, two folders down")
    func add() throws {
        try within { (files) throws in
            let digest = try files.add(Array("abc".utf8))
            // FIPS 180-2, appendix B.1
            #expect(digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
            #expect(try files.read(digest) == Array("abc".utf8))
            #expect(files.path(of: digest) == files.folder + "/ba/78/" + digest.dropFirst(4))
            let empty = try files.add([])
            #expect(empty == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
            #expect(try files.read(empty) == [])
        }
    }

    @Test("the same file twice is kept once, and no draft is left")
    func twice() throws {
        try within { (files) throws in
            let digest = try files.add([1, 2, 3])
            #expect(try files.add([1, 2, 3]) == digest)
            #expect(everything(in: files).count == 3)
        }
    }

    @Test("many at once leave whole files")
    func together() async throws {
        let folder = try Sample.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = Files(folder: folder)
        let digests = try await withThrowingTaskGroup(of: String.self) { group in
            for index in 0..<40 { group.addTask { try files.add([UInt8](repeating: UInt8(index % 4), count: 100_000)) } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(digests.count == 4)
        for digest in digests { #expect(try files.read(digest)?.count == 100_000) }
        #expect(everything(in: files).filter { ($0 as NSString).lastPathComponent.hasPrefix(".") }.isEmpty)
    }

    @Test(
        "no text that somebody sends becomes a path",
        arguments: [
            "", "..", "../../etc/passwd", "/etc/passwd", String(repeating: "a", count: 63), String(repeating: "A", count: 64),
            "../" + String(repeating: "a", count: 61), String(repeating: "a", count: 63) + "\0", String(repeating: "企", count: 64),
        ])
    func traversal(_ digest: String) throws {
        try within { (files) throws in
            #expect(files.path(of: digest) == nil)
            #expect(try files.read(digest) == nil)
        }
    }

    @Test("a file above 20 MB is refused, one of just 20 MB is kept")
    func large() throws {
        try within { (files) throws in
            refused(.tooLarge(limit: 20_971_520)) { _ = try files.add([UInt8](repeating: 7, count: 20_971_521)) }
            #expect(everything(in: files).isEmpty)
            let digest = try files.add([UInt8](repeating: 7, count: 20_971_520))
            #expect(files.path(of: digest) != nil)
        }
    }

    @Test("a file that was altered is not handed out, and can be brought again")
    func altered() throws {
        try within { (files) throws in
            let digest = try files.add([1, 2, 3])
            let path = try #require(files.path(of: digest))
            try FileManager.default.removeItem(atPath: path)
            try Data([1, 2, 4]).write(to: URL(fileURLWithPath: path))
            refused(.corrupt) { _ = try files.read(digest) }
            #expect(try files.add([1, 2, 3]) == digest)
            #expect(try files.read(digest) == [1, 2, 3])
        }
    }
}
