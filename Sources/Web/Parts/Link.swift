import Indicators
import Registers
import Storage

/// The addresses of the pages, in one place. Every state of every view is in its address, so that it can be sent to a colleague.
enum Link {
    static let home = "/"
    static let registers = "/registers"
    static let indicators = "/indicators"
    static let reports = "/reports"
    static let reconcile = "/reconcile"
    static let search = "/search"
    static let work = "/work"
    static let late = "/work/late"
    static let liveWork = "/work/live"
    static let promises = "/promises"
    static let checks = "/checks"
    static let permissions = "/permissions"
    static let signIn = "/sign-in"
    static let signOut = "/sign-out"
    static let me = "/me"
    static let people = "/people"
    static let accessLog = "/access-log"

    static func calendar(_ token: String) -> String { "/calendar/\(encoded(token))" }
    static func welcome(_ token: String) -> String { "/welcome/\(encoded(token))" }
    static func person(_ id: Int64) -> String { "/people/\(id)" }

    static func list(_ register: Name, _ pairs: [(String, String)] = []) -> String { "/registers/\(register.text)" + query(pairs) }
    static func record(_ register: Name, _ id: Int64) -> String { "/registers/\(register.text)/\(id)" }
    static func new(_ register: Name, _ pairs: [(String, String)] = []) -> String { "/registers/\(register.text)/new" + query(pairs) }
    static func bringIn(_ register: Name, _ step: String = "") -> String { "/registers/\(register.text)/import\(step)" }
    static func edit(_ register: Name, _ id: Int64) -> String { record(register, id) + "/edit" }
    static func void(_ register: Name, _ id: Int64) -> String { record(register, id) + "/void" }
    static func move(_ register: Name, _ id: Int64, _ move: Name) -> String { record(register, id) + "/moves/\(move.text)" }
    static func undo(_ change: Int64, back: String? = nil) -> String { "/changes/\(change)/undo" + query(back.map { [("back", $0)] } ?? []) }
    static func attachment(_ register: Name, _ id: Int64, _ digest: String) -> String { record(register, id) + "/files/\(encoded(digest))" }
    static func export(_ register: Name, _ format: String, _ pairs: [(String, String)]) -> String {
        "/registers/\(register.text)/export" + query([("format", format)] + pairs)
    }
    static func figure(_ indicator: Name, _ period: Period, _ pairs: [(String, String)] = []) -> String {
        "/indicators/\(indicator.text)" + query([("period", period.description)] + pairs)
    }
    static func report(_ id: String, _ period: Period, format: String? = nil) -> String {
        "/reports/\(encoded(id))/\(encoded(period.description))" + (format.map { ".\(encoded($0))" } ?? "")
    }

    static func confirmations(_ id: String, _ period: Period) -> String { report(id, period) + "/confirmations" }
    /// An edition, laid over another where one is given; without a number the draft of now.
    static func edition(_ id: String, _ period: Period, _ number: Int?, against: Int? = nil, format: String? = nil) -> String {
        let pairs = (number.map { [("edition", String($0))] } ?? []) + (against.map { [("against", String($0))] } ?? [])
        return report(id, period, format: format) + query(pairs)
    }

    /// An address of this site that came in with a request, or the first page: nothing leads out of here.
    static func inside(_ address: String?) -> String { own(address) ?? home }

    /// Only an address of this very site is gone on to.
    static func own(_ to: String?) -> String? {
        guard let to, to.hasPrefix("/"), !to.hasPrefix("//"), !to.contains("\\"), to.utf8.count < 2000,
            to.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        return to
    }

    /// `?a=1&b=2`, or nothing.
    static func query(_ pairs: [(String, String)]) -> String {
        guard !pairs.isEmpty else { return "" }
        return "?" + pairs.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
    }

    /// Percent-encoded, but for letters, digits and `-._~`.
    static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                result += "%" + (hex.count == 1 ? "0" : "") + hex
            }
        }
        return result
    }
}
