import Foundation

/// A folder that goes when nobody holds it any more.
final class TemporaryFolder: Sendable {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("book-\(UUID().uuidString)").path

    /// Makes the folder; answers its path.
    func make() throws -> String {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    /// Whether there is anything at a path.
    static func isTaken(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
