import HTTPTypes
import Hummingbird
import Storage

/// The kinds of answers that the site gives.
enum Reply {
    /// A page. It is asked for anew each time: what stands in it may have changed.
    static func page(_ html: HTML, status: Int = 200, language: Language) -> Response {
        var headers: HTTPFields = [:]
        headers[.contentType] = "text/html; charset=utf-8"
        headers[.contentLanguage] = language == .zh ? "zh-CN" : "en"
        headers[.cacheControl] = "private, no-cache"
        headers[.vary] = "Cookie"
        return Response(status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(string: html.text)))
    }

    /// A file that is saved under a name.
    static func download(_ bytes: [UInt8], named name: String, type: String) -> Response {
        Response(status: .ok, headers: downloadHeaders(named: name, type: type), body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// The same, written piece by piece.
    static func downloadHeaders(named name: String, type: String) -> HTTPFields {
        var headers: HTTPFields = [:]
        headers[.contentType] = type
        headers[.cacheControl] = "private, no-store"
        // Old browsers take the plain name, all others the encoded one (RFC 6266).
        let plain = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "_" })
        headers[.contentDisposition] = "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(Link.encoded(name))"
        return headers
    }

    /// The same page elsewhere.
    static func move(to address: String) -> Response {
        var headers: HTTPFields = [:]
        headers[.location] = address
        return Response(status: .seeOther, headers: headers)
    }
}
