import Foundation

/// A folder of its own for one test, gone afterwards.
final class Scratch {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "formats-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func path(_ name: String) -> String { folder + "/" + name }

    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }
}

/// The error of the module that a body throws, or nil.
func refusal<Result, Failure: Error>(as type: Failure.Type = Failure.self, _ body: () throws -> Result) -> Failure? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? Failure
    }
}
