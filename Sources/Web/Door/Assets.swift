import HTTPTypes
import Hummingbird

/// The style sheet, the script and the icon. Their addresses carry a fingerprint, so that browsers keep them until they change.
enum Assets {
    /// One of them.
    struct Asset: Sendable {
        let name: String
        let type: String
        let bytes: [UInt8]
        let fingerprint: String

        init(_ name: String, _ type: String, _ bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.bytes = bytes
            // FNV-1a: it tells versions apart and protects nothing.
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            fingerprint = String(hash, radix: 16)
        }

        /// Where a page finds it.
        var address: String { "/assets/\(name)?v=\(fingerprint)" }
    }

    static let style = Asset("yuanbu.css", "text/css; charset=utf-8", PackageResources.yuanbu_css)
    static let script = Asset("yuanbu.js", "text/javascript; charset=utf-8", PackageResources.yuanbu_js)
    static let icon = Asset("icon.svg", "image/svg+xml", PackageResources.icon_svg)

    /// Answers for the file of a name, or that the browser's copy still holds.
    static func answer(_ name: String, to request: Request) throws(Problem) -> Response {
        guard let asset = [style, script, icon].first(where: { $0.name == name }) else { throw Problem.nowhere }
        let tag = "\"\(asset.fingerprint)\""
        var headers: HTTPFields = [:]
        headers[.contentType] = asset.type
        headers[.eTag] = tag
        let isVersioned = request.uri.query == "v=\(asset.fingerprint)"
        headers[.cacheControl] = isVersioned ? "public, max-age=31536000, immutable" : "no-cache"
        if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }
}
