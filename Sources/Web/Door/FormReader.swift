import HTTPTypes
import Hummingbird
import NIOCore
import Registers
import Storage

/// Reads what a form sent, within limits, and sees that one of the site's own pages sent it.
enum FormReader {
    /// The most that a form without files may have, in bytes.
    static let most = 2 << 20
    /// The most with files: a few photos straight from a camera.
    static let mostWithFiles = 5 * Files.limit
    /// The most fields.
    static let mostFields = 8_000

    /// The form of a request. A `Problem` where it is too large, can't be read, or comes from another site.
    static func form(_ request: Request, _ guest: Guest, names: HostNames) async throws -> Form {
        guard Origin.isOwn(request, names: names) else { throw Problem.foreign }
        let form = try await read(request)
        guard guest.session.isEmpty || Token.same(form.typed(Form.token), guest.formToken) else { throw Problem.foreign }
        return form
    }

    private static func read(_ request: Request) async throws -> Form {
        let type = request.headers[.contentType] ?? ""
        if type.hasPrefix("multipart/form-data") {
            guard let boundary = Multipart.boundary(type) else { throw Problem.badForm }
            return try Multipart.form(try await bytes(request, most: mostWithFiles), boundary: boundary)
        }
        guard type.hasPrefix("application/x-www-form-urlencoded") || type.isEmpty else { throw Problem.badForm }
        let bytes = try await bytes(request, most: most)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Problem.badForm }
        return Form(pairs: try Address.pairs(text, most: mostFields))
    }

    static func bytes(_ request: Request, most: Int) async throws -> [UInt8] {
        if let said = request.headers[.contentLength].flatMap({ Int($0) }), said > most { throw Problem.tooLarge }
        var bytes: [UInt8] = []
        for try await var piece in request.body {
            guard bytes.count + piece.readableBytes <= most else { throw Problem.tooLarge }
            bytes += piece.readBytes(length: piece.readableBytes) ?? []
        }
        return bytes
    }
}

extension Form {
    /// The field in which a form carries what only a page of the same session knows.
    static let token = "_form"
}
