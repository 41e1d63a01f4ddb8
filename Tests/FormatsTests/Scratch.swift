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

/// The days and times that stand before the parts of a container.
func stamps(of container: Data) -> Set<[UInt8]> {
    var stamps: Set<[UInt8]> = []
    var from = container.startIndex
    for (mark, place) in [([0x50, 0x4B, 3, 4] as [UInt8], 10), ([0x50, 0x4B, 1, 2], 12)] {
        while let found = container.range(of: Data(mark), in: from..<container.endIndex) {
            stamps.insert(Array(container[(found.lowerBound + place)..<(found.lowerBound + place + 4)]))
            from = found.upperBound
        }
        from = container.startIndex
    }
    return stamps
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
