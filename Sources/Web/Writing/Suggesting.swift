import Foundation
import Hummingbird
import Registers
import Storage

/// Suggests the records that something typed may mean, as JSON for the box of a reference.
enum Suggesting {
    private struct Suggestion: Encodable {
        let id: Int64
        let title: String
    }

    static func response(_ register: Register, _ visit: Visit, _ desk: Desk) async throws -> Response {
        let (records, typed) = (desk.records(visit), String((visit["q"] ?? "").prefix(100)))
        let found = try await desk.book.store.read { reading in
            try records.suggestions(typed, of: register, in: reading).map { Suggestion(id: $0.id, title: $0.title) }
        }
        var response = Response(status: .ok, body: .init(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(found))))
        response.headers[.contentType] = "application/json; charset=utf-8"
        response.headers[.cacheControl] = "private, no-store"
        return response
    }
}
