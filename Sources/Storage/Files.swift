import Crypto
import Foundation

/// The files of a site, each under the SHA-256 of its bytes: the same file twice is kept once, and none is ever altered.
public struct Files: Sendable {
    /// Where they lie.
    public let folder: String
    /// The most that one file may have, in bytes.
    public static let limit = 20 << 20

    /// The files under a folder, which is made with the first file.
    public init(folder: String) { self.folder = folder }

    /// Keeps a file; answers its digest, by which it is found again. When this returns it is on the disk.
    ///
    /// Throws `tooLarge` above `limit`, `full` where the disk is.
    public func add(_ bytes: [UInt8]) throws -> String {
        guard bytes.count <= Files.limit else { throw StoreError(.tooLarge(limit: Files.limit)) }
        let digest = Hexadecimal.text(SHA256.hash(data: bytes))
        let path = place(of: digest)
        // A file that was altered on the disk is written anew.
        if let kept = try? read(digest), kept == bytes { return digest }
        let parent = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        let draft = parent + "/." + UUID().uuidString
        do {
            try Files.write(bytes, to: draft)
            guard rename(draft, path) == 0 else { throw Files.failure("rename \(path)") }
        } catch {
            unlink(draft)
            throw error
        }
        try Files.settle(folder: parent)
        return digest
    }

    /// A file's bytes; nil where there is no such file. Throws `corrupt` where the bytes are no longer those of the digest.
    public func read(_ digest: String) throws -> [UInt8]? {
        guard let path = path(of: digest), let data = FileManager.default.contents(atPath: path) else { return nil }
        guard Hexadecimal.text(SHA256.hash(data: data)) == digest else { throw StoreError(.corrupt, detail: path) }
        return Array(data)
    }

    /// Where a file lies; nil where there is none, or where the text is no digest: so no typed text becomes a path.
    public func path(of digest: String) -> String? {
        guard digest.utf8.count == 64, Hexadecimal.bytes(digest) != nil else { return nil }
        let path = place(of: digest)
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    private func place(of digest: String) -> String {
        "\(folder)/\(digest.prefix(2))/\(digest.dropFirst(2).prefix(2))/\(digest.dropFirst(4))"
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard file >= 0 else { throw failure("open \(path)") }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress?.advanced(by: written), bytes.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("write \(path)") }
            written += count
        }
        guard fsync(file) == 0 else { throw failure("fsync \(path)") }
    }

    /// The new name itself has to reach the disk.
    private static func settle(folder: String) throws {
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw failure("open \(folder)") }
        defer { close(file) }
        guard fsync(file) == 0 else { throw failure("fsync \(folder)") }
    }

    private static func failure(_ step: String) -> StoreError {
        let code = errno
        let cause: StoreError.Cause =
            switch code {
            case ENOSPC, EDQUOT: .full
            case EACCES, EROFS, EPERM: .readOnly
            default: .other
            }
        return StoreError(cause, detail: "\(step): \(String(cString: strerror(code)))")
    }
}
