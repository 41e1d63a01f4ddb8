import HTTPTypes
import Hummingbird
import NIOCore

/// Where a request comes from, for the log and for the limits at the door.
enum Origin {
    /// The address of the machine that asks. Behind a proxy of the park it is the last that the proxy added.
    static func address(_ request: Request, _ context: VisitContext, isBehindProxy: Bool) -> String {
        if isBehindProxy, let name = HTTPField.Name("X-Forwarded-For"), let last = request.headers[name]?.split(separator: ",").last {
            let address = last.filter { !$0.isWhitespace }
            if address.utf8.count <= 45, address.allSatisfy({ $0.isHexDigit || $0 == "." || $0 == ":" }) { return address }
        }
        return context.remoteAddress?.ipAddress ?? ""
    }

    /// A few words about the device: the browser and the system that it says it is.
    static func device(_ request: Request) -> String {
        let agent = request.headers[.userAgent] ?? ""
        func first(_ known: [(String, String)]) -> String? { known.first { agent.contains($0.0) }?.1 }
        let browser = first([
            ("wxwork", "企业微信 WeCom"), ("DingTalk", "钉钉 DingTalk"), ("MicroMessenger", "微信 WeChat"), ("Edg/", "Edge"), ("Firefox/", "Firefox"),
            ("Chrome/", "Chrome"), ("Safari/", "Safari"),
        ])
        let system = first([
            ("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
            ("Linux", "Linux"),
        ])
        let words = [browser, system].compactMap { $0 }
        return words.isEmpty ? "—" : words.joined(separator: " · ")
    }

    /// Whether a request that changes something was sent by one of the site's own pages, as far as the browser says.
    static func isOwn(_ request: Request, names: HostNames) -> Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name], site != "same-origin", site != "none" { return false }
        guard let name = HTTPField.Name("Origin"), let origin = request.headers[name] else { return true }
        let sides = origin.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        return sides.count == 3 && names.admit(String(sides[2]))
    }
}
