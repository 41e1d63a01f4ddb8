import Indicators
import Storage

/// Where a figure of a text can be opened: `/figures/gross_output/2022?of=gross_output.growth&asof=41`, or the list that a claim
/// looked through, `/registers/honor`, or the record that a list names, `/registers/task/12`.
enum FigureAddress {
    /// The address; nil where nothing can be opened, as for a parameter.
    static func text(_ mark: FigureMark, asOf: Int64?) -> String? {
        guard let indicator = mark.indicator else {
            return mark.register.map {
                "/registers/\($0.text)" + (mark.record.map { "/\($0)" } ?? "") + (mark.record == nil ? "" : asOf.map { "?asof=\($0)" } ?? "")
            }
        }
        var query: [String] = []
        if mark.finding == nil, mark.expression != indicator.text { query.append("of=" + encoded(mark.expression)) }
        if let scope = mark.figure?.scope, scope.text != "park" { query.append("scope=" + encoded(scope.text)) }
        if let asOf { query.append("asof=\(asOf)") }
        return "/figures/\(indicator.text)/\(encoded(mark.period.description))" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// Percent-encoded but for letters, digits and `-._~` (RFC 3986).
    static func encoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                out += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return out
    }
}
