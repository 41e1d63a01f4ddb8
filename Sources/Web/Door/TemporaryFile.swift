import Foundation
import Hummingbird
import NIOPosix

/// A file that is written aside, handed out piece by piece, and gone.
///
/// It is written on threads of its own, so that a large export never holds up a page.
final class TemporaryFile: Sendable {
    static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    static let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    private static let threads: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 2)
        pool.start()
        return pool
    }()

    private let path: String

    private init() { path = FileManager.default.temporaryDirectory.appendingPathComponent("yuanbu-\(UUID().uuidString)").path }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The answer that hands a file out, once `write` has made it at the path that it is given.
    static func download(named name: String, type: String, _ write: @escaping @Sendable (String) throws -> Void) async throws -> Response {
        let file = TemporaryFile()
        let size = try await threads.runIfActive {
            try write(file.path)
            return try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
        }
        let body = ResponseBody(contentLength: size) { writer in
            // It keeps the file until the last piece is out.
            let kept = file
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: kept.path))
            defer { try? handle.close() }
            while let piece = try handle.read(upToCount: 1 << 16), !piece.isEmpty {
                try await writer.write(ByteBuffer(bytes: piece))
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: Reply.downloadHeaders(named: name, type: type), body: body)
    }
}
