import Foundation
import Testing

@testable import Web

/// A form of a page as a browser would send it: what stands in its boxes, with some of them changed.
struct SentForm {
    var pairs: [(String, String)]

    /// The form that sends to an address.
    init(_ html: String, to action: String) throws {
        let opening = try #require(html.range(of: "<form method=\"post\" action=\"\(action)\""), "no form to \(action)")
        let rest = html[opening.upperBound...]
        let content = String(rest[..<(try #require(rest.range(of: "</form>"))).lowerBound])
        var found: [(at: String.Index, name: String, value: String)] = []
        for match in content.matches(of: #/<input([^>]*)>/#) {
            let tag = String(match.1)
            guard let name = SentForm.attribute("name", tag), SentForm.attribute("type", tag) != "file" else { continue }
            if SentForm.attribute("type", tag) == "checkbox", !tag.contains(" checked") { continue }
            found.append((match.range.lowerBound, name, SentForm.attribute("value", tag) ?? ""))
        }
        for match in content.matches(of: #/<textarea([^>]*)>\n?([^<]*)<\/textarea>/#) {
            found.append((match.range.lowerBound, SentForm.attribute("name", String(match.1)) ?? "", SentForm.plain(String(match.2))))
        }
        for match in content.matches(of: #/<select([^>]*)>(.*?)<\/select>/#) {
            let chosen = String(match.2).firstMatch(of: #/<option value="([^"]*)" selected>/#).map { SentForm.plain(String($0.1)) } ?? ""
            found.append((match.range.lowerBound, SentForm.attribute("name", String(match.1)) ?? "", chosen))
        }
        pairs = found.sorted { $0.at < $1.at }.map { ($0.name, $0.value) }
    }

    /// The first box of a name.
    subscript(name: String) -> String? {
        get { pairs.first { $0.0 == name }?.1 }
        set {
            guard let index = pairs.firstIndex(where: { $0.0 == name }) else {
                Issue.record("the form has no box \(name)")
                return
            }
            pairs[index].1 = newValue ?? ""
        }
    }

    private static func attribute(_ name: String, _ tag: String) -> String? {
        guard let start = tag.range(of: " \(name)=\"") else { return nil }
        let rest = tag[start.upperBound...]
        return rest.firstIndex(of: "\"").map { plain(String(rest[..<$0])) }
    }

    private static func plain(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&amp;", with: "&")
    }
}
